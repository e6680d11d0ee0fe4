package io.github.clerkjakarta;

/**
 * What a session counts as while its person still has a session task to do, such as choosing an
 * organization (status {@code pending}).
 *
 * @see <a href="https://clerk.com/docs/guides/configure/session-tasks">Clerk: session tasks</a>
 */
public enum PendingSessions {
  /** A pending session is nobody. This is the default everywhere. */
  SIGNED_OUT,
  /** A pending session is the person it belongs to. */
  ALLOWED
}
