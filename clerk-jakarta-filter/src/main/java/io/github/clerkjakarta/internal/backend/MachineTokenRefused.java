package io.github.clerkjakarta.internal.backend;

/** Why a machine token isn't accepted, by Clerk's codes and with Clerk's wording. */
public final class MachineTokenRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final int status;

  /**
   * A refusal.
   *
   * @param code Clerk's code, for example {@code token-invalid}
   * @param message what is wrong, in Clerk's words
   * @param status the HTTP status that the Backend API answered with; 0 when it wasn't asked
   */
  public MachineTokenRefused(String code, String message, int status) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
  }

  /** Clerk's code. */
  public String code() {
    return code;
  }

  /** The whole text, as Clerk words it. */
  public String fullMessage() {
    String said = status == 0 ? "n/a" : String.valueOf(status);
    return getMessage() + " (code=" + code + ", status=" + said + ")";
  }
}
