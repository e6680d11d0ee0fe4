package io.github.clerkjakarta.internal.token;

import io.github.clerkjakarta.testing.ManualTime;
import io.github.clerkjakarta.testing.SigningKey;
import java.util.List;

/** Verifies tokens with the PEM of {@link SigningKey#ONE} and says in one word what came of it. */
final class Verification {

  static final String VALID = "valid";
  static final TokenRules RULES =
      new TokenRules(List.of(), List.of(), List.of(), 5_000, false, null);

  private Verification() {}

  /** The reason that a session token is refused for, or {@link #VALID}. */
  static String of(String token) {
    return of(token, RULES);
  }

  /** The same by other rules. */
  static String of(String token, TokenRules rules) {
    return of(token, rules, new ManualTime());
  }

  /** The same by other rules at another time. */
  static String of(String token, TokenRules rules, TimeSource time) {
    return of(verifier(time), token, rules);
  }

  /** The same by a verifier that has seen something already. */
  static String of(TokenVerifier verifier, String token, TokenRules rules) {
    try {
      verifier.verifySession(verifier.receive(TokenText.of(token), rules), rules);
      return VALID;
    } catch (TokenRefused refused) {
      return refused.reason().code();
    }
  }

  static TokenVerifier verifier(TimeSource time) {
    return verifier(PemKey.parse(SigningKey.ONE.pem()), time, 16_384);
  }

  static TokenVerifier verifier(KeySource keys, TimeSource time, int maxLength) {
    return new TokenVerifier(keys, time, maxLength, new VerifiedTokens(time, 100));
  }

  static TokenRules audience(String... accepted) {
    return new TokenRules(List.of(accepted), List.of(), List.of(), 5_000, false, null);
  }

  static TokenRules authorizedParties(String... accepted) {
    return new TokenRules(List.of(), List.of(accepted), List.of(), 5_000, false, null);
  }

  static TokenRules types(String... accepted) {
    return new TokenRules(List.of(), List.of(), List.of(), 5_000, false, List.of(accepted));
  }

  static TokenRules issuer(String... accepted) {
    return new TokenRules(List.of(), List.of(), List.of(accepted), 5_000, false, null);
  }
}
