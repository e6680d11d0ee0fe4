package io.github.clerkjakarta.internal.token;

import io.github.clerkjakarta.internal.reason.Reason;

/** Why a token isn't accepted, by Clerk's token reasons and with Clerk's wording. */
public final class TokenRefused extends Exception {

  private static final long serialVersionUID = 1L;

  /** What to do: nothing to add. */
  public static final String NO_ACTION = "";

  /** What to do about a token that isn't Clerk's. */
  public static final String ENSURE_CLERK_JWT =
      "Make sure that this is a valid Clerk-generated JWT.";

  /** What to do about a fault on Clerk's side. */
  public static final String CONTACT_SUPPORT = "Contact support@clerk.com";

  private final Reason reason;
  private final String action;

  /**
   * A refusal.
   *
   * @param reason Clerk's token reason
   * @param message what is wrong, in Clerk's words
   * @param action what to do about it, or {@link #NO_ACTION}
   */
  public TokenRefused(Reason reason, String message, String action) {
    super(message, null, false, false);
    this.reason = reason;
    this.action = action;
  }

  /** Nothing that could be understood was there to judge; Clerk has no words for it. */
  public static TokenRefused unexpected() {
    return new TokenRefused(Reason.UNEXPECTED_ERROR, "", NO_ACTION);
  }

  /** Whether this is {@link #unexpected}. */
  public boolean isUnexpected() {
    return reason.equals(Reason.UNEXPECTED_ERROR);
  }

  /** Clerk's token reason. */
  public Reason reason() {
    return reason;
  }

  /** What is wrong. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /**
   * The whole text, as Clerk words it.
   *
   * @param carrier where the token was: {@code header} or {@code cookie}; {@code undefined} for a
   *     handshake
   */
  public String fullMessage(String carrier) {
    String sentence = action.isEmpty() ? message() : message() + " " + action;
    return sentence + " (reason=" + reason + ", token-carrier=" + carrier + ")";
  }
}
