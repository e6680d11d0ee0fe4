package io.github.clerkjakarta.internal.backend;

/** Why a session isn't refreshed: the last part of Clerk's reason for the handshake to come. */
public final class RefreshRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String cause;

  /** With Clerk's cause, for example {@code session_revoked}. */
  public RefreshRefused(String cause) {
    super(cause, null, false, false);
    this.cause = cause;
  }

  /** Clerk's cause. */
  public String cause() {
    return cause;
  }
}
