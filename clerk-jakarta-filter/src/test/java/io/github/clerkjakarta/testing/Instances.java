package io.github.clerkjakarta.testing;

import io.github.clerkjakarta.ClerkOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Options of instances that issue the tokens of {@link Token}. */
public final class Instances {

  /** A production instance's key. */
  public static final String LIVE_KEY = "pk_live_" + encoded("clerk.shop.example$");

  /** A development instance's key, of the same Frontend API. */
  public static final String TEST_KEY = "pk_test_" + encoded("clerk.shop.example$");

  private Instances() {}

  /** A production instance that verifies with the PEM of {@link SigningKey#ONE}. */
  public static ClerkOptions.Builder production() {
    return ClerkOptions.builder()
        .publishableKey(LIVE_KEY)
        .secretKey("sk_live_abcdefghijklmnopqrstuvwxyz")
        .apiUrl("http://127.0.0.1:9")
        .jwtKey(SigningKey.ONE.pem());
  }

  /** A development instance that verifies with the PEM of {@link SigningKey#ONE}. */
  public static ClerkOptions.Builder development() {
    return production().publishableKey(TEST_KEY).secretKey("sk_test_abcdefghijklmnopqrstuvwxyz");
  }

  /** A production instance that asks this Backend API for its keys. */
  public static ClerkOptions.Builder asking(LoopbackBackend backend) {
    return ClerkOptions.builder()
        .publishableKey(LIVE_KEY)
        .secretKey("sk_live_abcdefghijklmnopqrstuvwxyz")
        .apiUrl(backend.url());
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
