package io.github.clerkjakarta.benchmarks;

import com.clerk.backend_api.helpers.security.AuthenticateRequest;
import com.clerk.backend_api.helpers.security.models.AuthenticateRequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A peer: the helper in {@code com.clerk:backend-api}, with the same PEM key. */
final class ClerkHelper implements Workload {

  private final Carrier carrier;
  private final SignedSessionTokens tokens;
  private final AuthenticateRequestOptions options;
  private List<Map<String, List<String>>> requests = List.of();
  private int next;

  ClerkHelper(Carrier carrier, SignedSessionTokens tokens) {
    this.carrier = carrier;
    this.tokens = tokens;
    this.options = AuthenticateRequestOptions.jwtKey(tokens.pem()).build();
  }

  @Override
  public String name() {
    return "com.clerk:backend-api authenticateRequest(), " + carrier.words();
  }

  @Override
  public void prepare(int operations) {
    requests = new ArrayList<>();
    for (int i = 0; i < operations; i++) {
      requests.add(carrier.headers(tokens.token(next++ % tokens.count())));
    }
  }

  @Override
  public boolean run(int operation) {
    return AuthenticateRequest.authenticateRequest(requests.get(operation), options).isSignedIn();
  }
}
