package io.github.clerkjakarta.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/**
 * Signs JWTs with the JDK alone: it takes any header, also one that a verifier must refuse, and
 * shares no code with the libraries that verify.
 */
final class Jwt {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private Jwt() {}

  /** RS256 in JWS compact serialization (RFC 7515 section 7.1), whatever {@code alg} says. */
  static String sign(Map<String, ?> header, Map<String, ?> claims, PrivateKey key) {
    String signingInput = encode(header) + "." + encode(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signingInput.getBytes(StandardCharsets.US_ASCII));
      return signingInput + "." + BASE64URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the key can't sign with RS256", e);
    }
  }

  private static String encode(Map<String, ?> json) {
    return BASE64URL.encodeToString(Json.write(json).getBytes(StandardCharsets.UTF_8));
  }
}
