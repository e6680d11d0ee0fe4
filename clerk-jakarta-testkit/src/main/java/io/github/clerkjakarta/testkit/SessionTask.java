package io.github.clerkjakarta.testkit;

import java.util.Locale;

/**
 * What a person may have left to do before a session counts.
 *
 * @see <a href="https://clerk.com/docs/guides/configure/session-tasks">Session tasks</a>
 */
public enum SessionTask {
  /** Choose an organization, where people have no personal account. */
  CHOOSE_ORGANIZATION,

  /** Set another password. */
  RESET_PASSWORD,

  /** Set up a second factor, which nobody here is asked for at the next sign-in. */
  SETUP_MFA;

  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
