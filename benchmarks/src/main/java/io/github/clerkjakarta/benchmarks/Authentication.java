package io.github.clerkjakarta.benchmarks;

import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestAuthenticator;

/** A whole {@link RequestAuthenticator#authenticate(ClerkRequest) authenticate()}. */
final class Authentication implements Recipient<ClerkRequest> {

  private final RequestAuthenticator authenticator;

  Authentication(String pem) {
    authenticator = RequestAuthenticator.create(BenchmarkInstance.options(pem));
  }

  @Override
  public ClerkRequest request(Carrier carrier, String token) {
    return ClerkRequest.of(
        "GET", "https://app.example.com/invoices?page=2&sort=date", carrier.headers(token));
  }

  @Override
  public boolean receive(ClerkRequest request) {
    return authenticator.authenticate(request).auth().isAuthenticated();
  }

  @Override
  public void close() {
    authenticator.close();
  }
}
