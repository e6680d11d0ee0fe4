package io.github.clerkjakarta.testkit.internal.keys;

import io.github.clerkjakarta.testkit.internal.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs JWTs with the JDK alone, and reads what it has signed: it takes any header, also one that a
 * verifier must refuse, and shares no code with the libraries that verify.
 */
public final class Jwt {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private Jwt() {}

  /** RS256 in JWS compact serialization (RFC 7515 section 7.1), whatever {@code alg} says. */
  public static String sign(Map<String, ?> header, Map<String, ?> claims, PrivateKey key) {
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

  /** The claims of a token that one of these keys has signed; empty for any other text. */
  public static Optional<Map<String, @Nullable Object>> claims(
      String token, List<SigningKey> keys) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
      byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
      for (SigningKey key : keys) {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key.publicKey());
        verifier.update(signed);
        if (verifier.verify(signature)) {
          byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
          return Optional.of(Json.object(new String(claims, StandardCharsets.UTF_8)));
        }
      }
      return Optional.empty();
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static String encode(Map<String, ?> json) {
    return BASE64URL.encodeToString(Json.write(json).getBytes(StandardCharsets.UTF_8));
  }
}
