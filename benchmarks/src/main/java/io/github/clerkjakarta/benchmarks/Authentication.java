package io.github.clerkjakarta.benchmarks;

import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestAuthenticator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A whole {@link RequestAuthenticator#authenticate(ClerkRequest) authenticate()}, by the options of
 * a production instance with a PEM key. The text of every header is new for every request, as a
 * container makes it.
 */
final class Authentication implements Workload, AutoCloseable {

  /** The key of an instance whose Frontend API is {@link SessionTokens#FRONTEND_API}. */
  static final String PUBLISHABLE_KEY =
      "pk_live_"
          + Base64.getEncoder()
              .encodeToString(
                  (SessionTokens.FRONTEND_API + "$").getBytes(StandardCharsets.US_ASCII));

  /** How many sessions there are where all of them have been seen before. */
  private static final int SESSIONS = 256;

  private final Carrier carrier;
  private final boolean seen;
  private final SessionTokens tokens;
  private RequestAuthenticator authenticator;
  private ClerkRequest[] requests = {};
  private int next;

  private Authentication(Carrier carrier, boolean seen, SessionTokens tokens) {
    this.carrier = carrier;
    this.seen = seen;
    this.tokens = tokens;
    this.authenticator = newAuthenticator();
  }

  /** Every token is one that the authenticator has verified before. */
  static Authentication seenBefore(Carrier carrier, SessionTokens tokens) {
    Authentication workload = new Authentication(carrier, true, tokens);
    for (int i = 0; i < SESSIONS; i++) {
      workload.authenticator.authenticate(workload.request(i));
    }
    return workload;
  }

  /** No token is one that the authenticator has verified before. */
  static Authentication neverSeen(Carrier carrier, SessionTokens tokens) {
    return new Authentication(carrier, false, tokens);
  }

  @Override
  public String name() {
    return carrier.words() + (seen ? ", seen before" : ", never seen");
  }

  @Override
  public void prepare(int operations) {
    if (!seen && next + operations > tokens.count()) {
      close();
      authenticator = newAuthenticator();
      next = 0;
    }
    requests = new ClerkRequest[operations];
    for (int i = 0; i < operations; i++) {
      requests[i] = request(seen ? next++ % SESSIONS : next++);
    }
  }

  @Override
  public boolean run(int operation) {
    return authenticator.authenticate(requests[operation]).auth().isAuthenticated();
  }

  @Override
  public void close() {
    authenticator.close();
  }

  private ClerkRequest request(int token) {
    return ClerkRequest.of(
        "GET",
        "https://app.example.com/invoices?page=2&sort=date",
        carrier.headers(tokens.token(token)));
  }

  private RequestAuthenticator newAuthenticator() {
    return RequestAuthenticator.create(
        ClerkOptions.builder()
            .publishableKey(PUBLISHABLE_KEY)
            .secretKey("sk_live_benchmark")
            .jwtKey(tokens.pem())
            .build());
  }
}
