package io.github.clerkjakarta.security;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestAuthenticator;
import io.github.clerkjakarta.testkit.LocalClerk;
import java.util.List;
import java.util.Map;

/** Callers as the engine knows them, from tokens that LocalClerk made. */
public final class Callers implements AutoCloseable {

  private final LocalClerk clerk = LocalClerk.start();
  private final RequestAuthenticator authenticator =
      RequestAuthenticator.create(
          ClerkOptions.builder()
              .publishableKey(clerk.publishableKey())
              .secretKey(clerk.secretKey())
              .apiUrl(clerk.apiUrl())
              .acceptsToken(AcceptsToken.ANY)
              .build());

  public LocalClerk clerk() {
    return clerk;
  }

  /** Who sends this token. */
  public Auth of(String token) {
    return authenticator
        .authenticate(
            ClerkRequest.of(
                "GET", "https://app.example/", Map.of("Authorization", List.of("Bearer " + token))))
        .auth();
  }

  @Override
  public void close() {
    authenticator.close();
    clerk.close();
  }
}
