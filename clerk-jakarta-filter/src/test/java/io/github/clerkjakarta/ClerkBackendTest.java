package io.github.clerkjakarta;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import io.github.clerkjakarta.testkit.Session;
import io.github.clerkjakarta.testkit.SessionStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that authenticates and asks the Backend API, with the same options. */
@ExtendWith(LocalClerkExtension.class)
class ClerkBackendTest {

  private final LocalClerk clerk;
  private final RequestAuthenticator authenticator;
  private final ClerkBackend backend;

  ClerkBackendTest(LocalClerk clerk) {
    this.clerk = clerk;
    ClerkOptions options =
        ClerkOptions.builder()
            .publishableKey(clerk.publishableKey())
            .secretKey(clerk.secretKey())
            .apiUrl(clerk.apiUrl())
            .acceptsToken(AcceptsToken.ANY)
            .build();
    this.authenticator = RequestAuthenticator.create(options);
    this.backend = ClerkBackend.create(options);
  }

  @AfterEach
  void close() {
    backend.close();
    authenticator.close();
  }

  @Test
  @DisplayName("loads the user of a session and of an API key")
  void currentUser() {
    Auth session = auth(clerk.session(ADA).token());
    Auth apiKey = auth(clerk.apiKey(ADA).token());
    Auth organization = auth(clerk.apiKey(ACME).token());

    assertThat(backend.currentUser(session))
        .hasValueSatisfying(
            user -> {
              assertThat(user.firstName()).contains("Ada");
              assertThat(user.primaryEmailAddress()).contains("ada@example.com");
            });
    assertThat(backend.currentUser(apiKey)).map(User::id).contains("user_ada");
    assertThat(backend.currentUser(organization)).isEmpty();
  }

  @Test
  @DisplayName("gets a token by a JWT template, which is no session token")
  void getToken() {
    clerk.jwtTemplate("hasura", Map.of("role", "editor"));
    Auth auth = auth(clerk.session(ADA).token());

    String token = backend.getToken(auth, "hasura").orElseThrow();

    String payload = token.split("\\.", -1)[1];
    assertThat(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
        .contains("\"role\":\"editor\"", "\"sub\":\"user_ada\"");
    assertThat(auth(token).isAuthenticated()).isFalse();
    assertThatThrownBy(() -> backend.getToken(auth, "supabase"))
        .isInstanceOfSatisfying(
            ClerkBackendException.class, e -> assertThat(e.code()).contains("resource_not_found"));
  }

  @Test
  @DisplayName("ends the session, also one with a task left to do")
  void revokeSession() {
    Session session = clerk.session(ADA);
    Session pending = clerk.session(ADA).pending();

    backend.revokeSession(auth(session.token()));
    backend.revokeSession(state(pending.token()).auth(PendingSessions.ALLOWED));

    assertThat(session.status()).isEqualTo(SessionStatus.REVOKED);
    assertThat(pending.status()).isEqualTo(SessionStatus.REVOKED);
  }

  @Test
  @DisplayName("K16 fails alone: whoever is calling is known while nothing else can be asked")
  void outage() {
    String token = clerk.session(ADA).token();
    auth(token);

    clerk.limitRate("/v1/users/user_ada", Duration.ofMinutes(1));
    assertThatThrownBy(() -> backend.currentUser(auth(token)))
        .isInstanceOfSatisfying(
            ClerkBackendException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofMinutes(1)));
    assertThat(auth(token).userId()).contains("user_ada");
    assertThat(auth(clerk.apiKey(ADA).token()).userId()).contains("user_ada");

    clerk.refuseConnections();
    backend.close();
    assertThat(auth(clerk.session(ADA).token()).userId()).contains("user_ada");
  }

  private Auth auth(String token) {
    return state(token).auth();
  }

  private RequestState state(String token) {
    return authenticator.authenticate(
        ClerkRequest.of(
            "GET",
            "http://localhost:8080/api",
            Map.of("authorization", List.of("Bearer " + token))));
  }
}
