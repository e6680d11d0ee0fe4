package io.github.clerkjakarta.servlet.access;

import java.util.Set;

/** What can be done about a reason for being signed out. */
enum Cure {
  /** The person signs in. */
  SIGN_IN,
  /** Someone changes the configuration: signing in again gives a token that is refused as well. */
  CONFIGURATION,
  /** Time, or someone who looks after the server: whether a token is good can't be told now. */
  LATER;

  private static final Set<String> OUTAGES =
      Set.of(
          "secret-key-invalid",
          "jwk-local-missing",
          "jwk-remote-failed-to-load",
          "jwk-remote-invalid",
          "jwk-remote-missing",
          "jwk-failed-to-resolve",
          "unexpected-error");

  private static final Set<String> MISMATCHES =
      Set.of(
          "jwk-kid-mismatch",
          "token-invalid-authorized-parties",
          "token-invalid-issuer",
          ReasonOfOurs.FOREIGN_ORIGIN);

  static Cure of(String reason) {
    if (OUTAGES.contains(reason)) {
      return LATER;
    }
    return MISMATCHES.contains(reason) ? CONFIGURATION : SIGN_IN;
  }
}
