package io.github.clerkjakarta.testkit.internal.keys;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;

/** One RSA-2048 key of the instance and the id under which it is published. */
public record SigningKey(String id, PrivateKey privateKey, RSAPublicKey publicKey) {

  private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

  public static SigningKey generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      return new SigningKey(
          RandomIds.withPrefix("ins_"), pair.getPrivate(), (RSAPublicKey) pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no RSA", e);
    }
  }

  /** The key that these random bits give, on every Java runtime (RFC 8017 section 3). */
  public static SigningKey of(Random random) {
    BigInteger p = prime(random);
    BigInteger q = prime(random);
    BigInteger n = p.multiply(q);
    BigInteger pLess = p.subtract(BigInteger.ONE);
    BigInteger qLess = q.subtract(BigInteger.ONE);
    BigInteger d = EXPONENT.modInverse(pLess.multiply(qLess));
    try {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      return new SigningKey(
          RandomIds.withPrefix("ins_", 27, random),
          factory.generatePrivate(
              new RSAPrivateCrtKeySpec(
                  n, EXPONENT, d, p, q, d.mod(pLess), d.mod(qLess), q.modInverse(p))),
          (RSAPublicKey) factory.generatePublic(new RSAPublicKeySpec(n, EXPONENT)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no RSA", e);
    }
  }

  /** A prime of 1024 bits whose two highest are set, so that two of them multiply to 2048. */
  private static BigInteger prime(Random random) {
    while (true) {
      BigInteger candidate = new BigInteger(1024, random).setBit(1023).setBit(1022).setBit(0);
      if (candidate.isProbablePrime(100)
          && candidate.subtract(BigInteger.ONE).gcd(EXPONENT).equals(BigInteger.ONE)) {
        return candidate;
      }
    }
  }

  /** The public half as a JSON Web Key (RFC 7517, RFC 7518 section 6.3.1). */
  public Map<String, String> jwk() {
    return Map.of(
        "kty",
        "RSA",
        "use",
        "sig",
        "alg",
        "RS256",
        "kid",
        id,
        "n",
        base64url(publicKey.getModulus()),
        "e",
        base64url(publicKey.getPublicExponent()));
  }

  /** The public half in the form of Clerk's dashboard (RFC 7468 section 13). */
  public String pem() {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(publicKey.getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
  }

  private static String base64url(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    byte[] magnitude = Arrays.copyOfRange(bytes, sign, bytes.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
  }

  /** Names the key without its private half. */
  @Override
  public String toString() {
    return id;
  }
}
