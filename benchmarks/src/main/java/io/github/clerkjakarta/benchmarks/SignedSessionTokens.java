package io.github.clerkjakarta.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;

/**
 * Distinct session tokens of one Clerk instance, signed beforehand with a key made for the purpose:
 * version 2, RS256, with an organization, some 1,020 characters each.
 */
final class SignedSessionTokens {

  /** The id of the key that signs them. */
  static final String KEY_ID = "ins_2pRmA7kQ0dVxYwT4nLhB9sJcEfG";

  private static final String HEADER =
      "{\"alg\":\"RS256\",\"cat\":\"cl_B7d4PD111AAA\",\"kid\":\"" + KEY_ID + "\",\"typ\":\"JWT\"}";
  private static final String PAYLOAD =
      "{\"azp\":\"https://app.example.com\",\"exp\":%2$d,\"fea\":\"o:invoices,o:reports\","
          + "\"fva\":[3,-1],\"iat\":%1$d,\"iss\":\"https://clerk.example.com\","
          + "\"jti\":\"%3$020x\",\"nbf\":%1$d,\"o\":{\"fpm\":\"3,2\","
          + "\"id\":\"org_2tXhvQKaj35aBcDeFgHiJkLmNop\",\"per\":\"create,read,manage\","
          + "\"rol\":\"admin\",\"slg\":\"acme\"},\"pla\":\"o:pro\","
          + "\"sid\":\"sess_2tXhvQKaj35aBcDeFgHiJkLmNop\",\"sts\":\"active\","
          + "\"sub\":\"user_2ksmEvyCA9bAbCdEfGhIjKlMnOp\",\"v\":2}";

  private final RSAPublicKey publicKey;
  private final byte[][] tokens;

  private SignedSessionTokens(RSAPublicKey publicKey, byte[][] tokens) {
    this.publicKey = publicKey;
    this.tokens = tokens;
  }

  static SignedSessionTokens sign(int count) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair keys = generator.generateKeyPair();
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    byte[][] tokens = new byte[count][];
    for (int i = 0; i < count; i++) {
      String signed = encoded(utf8(HEADER)) + "." + encoded(utf8(payload(i)));
      signature.update(utf8(signed));
      tokens[i] = utf8(signed + "." + encoded(signature.sign()));
    }
    return new SignedSessionTokens((RSAPublicKey) keys.getPublic(), tokens);
  }

  int count() {
    return tokens.length;
  }

  RSAPublicKey publicKey() {
    return publicKey;
  }

  /** The public key as the Clerk Dashboard shows it. */
  String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey.getEncoded())
        + "\n-----END PUBLIC KEY-----";
  }

  /** A token, in memory that no earlier answer shares. */
  String token(int index) {
    return new String(tokens[index], StandardCharsets.ISO_8859_1);
  }

  private static String payload(int number) {
    long now = Instant.now().getEpochSecond();
    return PAYLOAD.formatted(now - 5, now + 3600, number);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
