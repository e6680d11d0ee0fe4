package io.github.clerkjakarta.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** An RSA key made for one run, and the id that it is published under. */
public record SigningKey(String id, PrivateKey privateKey, RSAPublicKey publicKey) {

  /** The key of the instance under test. */
  public static final SigningKey ONE = generate("ins_one", 2048);

  /** Another key. */
  public static final SigningKey TWO = generate("ins_two", 2048);

  /** A new key; it takes a while. */
  public static SigningKey generate(String id, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      KeyPair pair = generator.generateKeyPair();
      return new SigningKey(id, pair.getPrivate(), (RSAPublicKey) pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same key under another id. */
  public SigningKey as(String otherId) {
    return new SigningKey(otherId, privateKey, publicKey);
  }

  /** A signature, for example {@code SHA256withRSA}. */
  public byte[] sign(String algorithm, String text) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(privateKey);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public half in the form of Clerk's dashboard. */
  public String pem() {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey.getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
  }

  /** The public half as Clerk publishes it. */
  public Map<String, Object> jwk() {
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("use", "sig");
    jwk.put("kty", "RSA");
    jwk.put("kid", id);
    jwk.put("alg", "RS256");
    jwk.put("n", base64Url(publicKey.getModulus()));
    jwk.put("e", base64Url(publicKey.getPublicExponent()));
    return jwk;
  }

  /** The id alone. */
  @Override
  public String toString() {
    return id;
  }

  private static String base64Url(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }
}
