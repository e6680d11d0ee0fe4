package io.github.clerkjakarta.internal.backend;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import io.github.clerkjakarta.internal.backend.Answer.ApiError;
import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.token.KeySource.KeysUnavailable;
import io.github.clerkjakarta.internal.token.TokenRefused;
import io.github.clerkjakarta.internal.token.VerificationKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the answer of {@code GET /jwks}: a JWK set (RFC 7517), or one of Clerk's errors. */
final class JwksReader {

  private JwksReader() {}

  /**
   * What an answer means.
   *
   * @param address where it comes from, for Clerk's message
   * @param retryAfter how long it asks not to come back
   */
  static JwksOutcome read(Answer answer, String address, Duration retryAfter) {
    try {
      return answer.isSuccess() ? keys(answer.json()) : failure(answer, address, retryAfter);
    } catch (JsonSyntaxException e) {
      String what = address + " answered " + answer.status() + " with a body that isn't JSON";
      return new JwksOutcome.Failure(null, new KeysUnavailable(what, null), retryAfter);
    }
  }

  private static JwksOutcome keys(@Nullable Object json) {
    if (json == null) {
      return JwksOutcome.Failure.notUnderstood("The JWKS endpoint answered null");
    }
    Object listed = json instanceof Map<?, ?> members ? members.get("keys") : null;
    if (!(listed instanceof List<?> jwks) || jwks.isEmpty()) {
      return refusal(
          Reason.JWK_REMOTE_FAILED_TO_LOAD,
          "The JWKS endpoint did not contain any signing keys. Contact support@clerk.com.",
          Duration.ZERO);
    }
    Map<String, VerificationKey> byId = new HashMap<>();
    for (Object jwk : jwks) {
      if (jwk instanceof Map<?, ?> members && members.get("kid") instanceof String keyId) {
        // of several keys with one id the last counts, as upstream
        key(members).ifPresent(key -> byId.put(keyId, key));
      }
    }
    return new JwksOutcome.Keys(byId);
  }

  private static JwksOutcome failure(Answer answer, String address, Duration retryAfter)
      throws JsonSyntaxException {
    for (ApiError error : answer.errors()) {
      if (error.code().equals("clerk_key_invalid")) {
        return refusal(Reason.SECRET_KEY_INVALID, error.message(), retryAfter);
      }
    }
    return refusal(
        Reason.JWK_REMOTE_FAILED_TO_LOAD,
        "Error loading Clerk JWKS from " + address + " with code=" + answer.status(),
        retryAfter);
  }

  private static JwksOutcome refusal(Reason reason, String message, Duration retryAfter) {
    return new JwksOutcome.Failure(
        new TokenRefused(reason, message, TokenRefused.CONTACT_SUPPORT),
        new KeysUnavailable(message, null),
        retryAfter);
  }

  /** The key if it is an RSA key for signatures that is strong enough. */
  private static Optional<VerificationKey> key(Map<?, ?> jwk) {
    Object use = jwk.get("use");
    Object algorithm = jwk.get("alg");
    boolean forSignatures =
        (use == null || use.equals("sig"))
            && (!(jwk.get("key_ops") instanceof List<?> operations)
                || operations.contains("verify"));
    if (!"RSA".equals(jwk.get("kty"))
        || !forSignatures
        || !(jwk.get("n") instanceof String modulus)
        || !(jwk.get("e") instanceof String exponent)
        || !(algorithm == null || algorithm instanceof String)) {
      return Optional.empty();
    }
    return rsa(modulus, exponent).map(key -> new VerificationKey(key, (String) algorithm));
  }

  private static Optional<RSAPublicKey> rsa(String modulus, String exponent) {
    RSAPublicKey key;
    try {
      key =
          new RSAKey.Builder(new Base64URL(modulus), new Base64URL(exponent))
              .build()
              .toRSAPublicKey();
    } catch (JOSEException | IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
    return VerificationKey.isStrong(key) ? Optional.of(key) : Optional.empty();
  }
}
