package io.github.clerkjakarta.benchmarks;

import io.github.clerkjakarta.ClerkOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The Clerk instance of all measurements: a production instance with a PEM key. */
final class BenchmarkInstance {

  /** The host that issues its tokens. */
  static final String FRONTEND_API = "clerk.example.com";

  /** Where browsers see the application. */
  static final String ORIGIN = "https://app.example.com";

  static final String PUBLISHABLE_KEY =
      "pk_live_"
          + Base64.getEncoder()
              .encodeToString((FRONTEND_API + "$").getBytes(StandardCharsets.US_ASCII));

  private BenchmarkInstance() {}

  /**
   * Its options.
   *
   * @param pem the public key that its tokens are signed for
   */
  static ClerkOptions options(String pem) {
    return ClerkOptions.builder()
        .publishableKey(PUBLISHABLE_KEY)
        .secretKey("sk_live_benchmark")
        .jwtKey(pem)
        .authorizedParties(List.of(ORIGIN))
        .publicUrl(ORIGIN)
        .build();
  }
}
