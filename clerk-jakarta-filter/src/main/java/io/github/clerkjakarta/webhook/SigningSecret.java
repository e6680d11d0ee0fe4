package io.github.clerkjakarta.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that Clerk signs webhooks with, as the scheme of Standard Webhooks has it.
 *
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">
 *     Standard Webhooks</a>
 */
final class SigningSecret {

  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1";
  private static final String HMAC = "HmacSHA256";

  private final SecretKey key;

  /**
   * Reads a secret, with its prefix or without it.
   *
   * @throws IllegalArgumentException when it holds no key; the message doesn't show it
   */
  SigningSecret(String text) {
    String base64 = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // its message would show a character of the secret
      throw new IllegalArgumentException("A signing secret isn't in Base64.");
    }
    if (bytes.length == 0) {
      throw new IllegalArgumentException("A signing secret is empty.");
    }
    this.key = new SecretKeySpec(bytes, HMAC);
  }

  /**
   * Whether one of the signatures in a header is that of a message.
   *
   * @param signatures {@code version,signature} pairs with spaces between them
   */
  boolean signed(String id, long timestamp, byte[] body, String signatures) {
    byte[] expected = signature(id, timestamp, body).getBytes(StandardCharsets.US_ASCII);
    boolean found = false;
    for (String pair : signatures.split(" ", -1)) {
      String[] parts = pair.split(",", -1);
      found |=
          parts.length > 1
              && parts[0].equals(VERSION)
              && MessageDigest.isEqual(expected, parts[1].getBytes(StandardCharsets.UTF_8));
    }
    return found;
  }

  private String signature(String id, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no " + HMAC, e);
    }
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "SigningSecret";
  }
}
