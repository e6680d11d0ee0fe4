package io.github.clerkjakarta.testkit;

import java.util.Locale;

/** The states of a session that this stand-in knows. */
public enum SessionStatus {
  /** Signed in. */
  ACTIVE,

  /** Signed in with a task left to do; counts as signed out unless an application asks. */
  PENDING,

  /** Ended because its time was over. */
  EXPIRED,

  /** Ended by the Backend API. */
  REVOKED,

  /** Ended by its person signing out. */
  REMOVED,

  /** Ended by another sign-in in the same browser. */
  REPLACED;

  boolean live() {
    return this == ACTIVE || this == PENDING;
  }

  /** What Clerk's webhooks call it when a session ends so. */
  String eventType() {
    return this == REVOKED || this == REMOVED ? "session." + wireName() : "session.ended";
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
