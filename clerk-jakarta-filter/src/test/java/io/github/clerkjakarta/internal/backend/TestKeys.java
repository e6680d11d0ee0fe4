package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.json.JsonValues;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** RSA keys made for one run, and key sets of them. */
final class TestKeys {

  static final RSAPublicKey ONE = generate(2048);
  static final RSAPublicKey TWO = generate(2048);

  private TestKeys() {}

  static RSAPublicKey generate(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return (RSAPublicKey) generator.generateKeyPair().getPublic();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As Clerk publishes it; members can be put and removed. */
  static Map<String, Object> jwk(String keyId, RSAPublicKey key) {
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("use", "sig");
    jwk.put("kty", "RSA");
    jwk.put("kid", keyId);
    jwk.put("alg", "RS256");
    jwk.put("n", base64Url(key.getModulus()));
    jwk.put("e", base64Url(key.getPublicExponent()));
    return jwk;
  }

  static String set(Map<?, ?>... jwks) {
    return JsonValues.write(Map.of("keys", List.of(jwks)));
  }

  static String base64Url(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }
}
