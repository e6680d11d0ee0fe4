package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.reason.Reason;

/** Why a machine token isn't accepted, by Clerk's codes and with Clerk's wording. */
public final class MachineTokenRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final int status;

  /**
   * A refusal.
   *
   * @param reason Clerk's reason
   * @param message what is wrong, in Clerk's words
   * @param status the HTTP status that the Backend API answered with; 0 when it wasn't asked
   */
  public MachineTokenRefused(Reason reason, String message, int status) {
    super(message, null, false, false);
    this.reason = reason;
    this.status = status;
  }

  /** Clerk's reason. */
  public Reason reason() {
    return reason;
  }

  /** The whole text, as Clerk words it. */
  public String fullMessage() {
    String said = status == 0 ? "n/a" : String.valueOf(status);
    return getMessage() + " (code=" + reason + ", status=" + said + ")";
  }
}
