package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalClerkExtension.class)
class FaultsTest {

  private final LocalClerk clerk;

  FaultsTest(LocalClerk clerk) {
    this.clerk = clerk;
  }

  @Test
  @DisplayName("the key set answers with what a test wants, even to a wrong secret key")
  void answerJwksWith() {
    clerk.answerJwksWith(503, "<html>maintenance</html>");

    HttpResponse<String> response = Http.get(clerk.apiUrl() + "/v1/jwks");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).isEqualTo("<html>maintenance</html>");
  }

  @Test
  @DisplayName("any other path does so too")
  void answerWith() {
    clerk.answerWith("/v1/clients/handshake_payload", 429, "{}");

    assertThat(Http.get(clerk.apiUrl() + "/v1/clients/handshake_payload?nonce=n").statusCode())
        .isEqualTo(429);
    assertThat(jwks().statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("a path that was asked too often says when to come back")
  void limitRate() {
    clerk.limitRate("/v1/users/user_ada", Duration.ofSeconds(7));

    HttpResponse<String> response = Http.get(clerk.apiUrl() + "/v1/users/user_ada");

    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValue("Retry-After")).contains("7");
    assertThat(response.body()).contains("too_many_requests");
  }

  @Test
  @DisplayName("a key set that is late answers at the latest when the fault ends")
  void delayJwks() throws Exception {
    clerk.delayJwks(Duration.ofHours(1));
    CompletableFuture<HttpResponse<String>> late = CompletableFuture.supplyAsync(this::jwks);
    while (clerk.requests().isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(late).isNotDone();

    clerk.reset();

    assertThat(late.get(5, SECONDS).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("refused connections are accepted again at the same address after a reset")
  void refuseConnections() {
    clerk.refuseConnections();
    assertThatThrownBy(this::jwks).isInstanceOf(UncheckedIOException.class);

    clerk.reset();

    assertThat(jwks().statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("a reset ends faults, forgets all that was issued or asked, and keeps the keys")
  void reset() {
    String key = clerk.jwtKey();
    Session session = clerk.session(ADA);
    ApiKey apiKey = clerk.apiKey(ADA);
    clerk.jwtTemplate("hasura", Map.of());
    clerk.answerJwksWith(500, "");
    clerk.useHandshakeFormat(HandshakeFormat.NONCE);
    jwks();

    clerk.reset();

    assertThat(clerk.requests()).isEmpty();
    assertThat(clerk.jwtKey()).isEqualTo(key);
    assertThat(jwks().statusCode()).isEqualTo(200);
    assertThat(
            Http.get(
                    clerk.apiUrl() + "/v1/sessions/" + session.id(),
                    "Authorization",
                    "Bearer " + clerk.secretKey())
                .statusCode())
        .isEqualTo(404);
    assertThat(
            Http.postJson(
                    clerk.apiUrl() + "/api_keys/verify",
                    Map.of("secret", apiKey.token()),
                    "Authorization",
                    "Bearer " + clerk.secretKey())
                .statusCode())
        .isEqualTo(404);
    assertThat(
            Http.post(
                    clerk.apiUrl() + "/v1/sessions/" + clerk.session(ADA).id() + "/tokens/hasura",
                    Map.of(),
                    "Authorization",
                    "Bearer " + clerk.secretKey())
                .statusCode())
        .isEqualTo(404);
    assertThat(
            Http.location(
                Http.get(clerk.proxyUrl() + "/v1/client/handshake?redirect_url=http://localhost")))
        .contains("__clerk_handshake=");
  }

  private HttpResponse<String> jwks() {
    return Http.get(clerk.apiUrl() + "/v1/jwks", "Authorization", "Bearer " + clerk.secretKey());
  }
}
