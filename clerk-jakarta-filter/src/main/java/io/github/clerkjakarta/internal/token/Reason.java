package io.github.clerkjakarta.internal.token;

/** Why a token isn't accepted: Clerk's token reasons. */
public final class Reason {

  public static final String TOKEN_EXPIRED = "token-expired";
  public static final String TOKEN_INVALID = "token-invalid";
  public static final String TOKEN_INVALID_ALGORITHM = "token-invalid-algorithm";
  public static final String TOKEN_INVALID_AUTHORIZED_PARTIES = "token-invalid-authorized-parties";
  public static final String TOKEN_INVALID_ISSUER = "token-invalid-issuer";
  public static final String TOKEN_INVALID_SIGNATURE = "token-invalid-signature";
  public static final String TOKEN_NOT_ACTIVE_YET = "token-not-active-yet";
  public static final String TOKEN_IAT_IN_THE_FUTURE = "token-iat-in-the-future";
  public static final String TOKEN_VERIFICATION_FAILED = "token-verification-failed";
  public static final String SECRET_KEY_INVALID = "secret-key-invalid";
  public static final String JWK_REMOTE_FAILED_TO_LOAD = "jwk-remote-failed-to-load";
  public static final String JWK_FAILED_TO_RESOLVE = "jwk-failed-to-resolve";
  public static final String JWK_KID_MISMATCH = "jwk-kid-mismatch";
  public static final String UNEXPECTED_ERROR = "unexpected-error";

  private Reason() {}
}
