package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A development address with an answer to a handshake that is stale, or another's,")
class StaleHandshakeTest {

  @ParameterizedTest
  @EnumSource
  @DisplayName("R1 is a 500 with the message of upstream's exception, and starts no handshake")
  void stale(TestServer server) {
    TestWar war =
        new TestWar()
            .filter(
                ClerkFilter.class,
                Map.of(
                    "clerk.publishableKey",
                    Instances.TEST_KEY,
                    "clerk.secretKey",
                    DeploymentTest.SECRET_KEY,
                    "clerk.jwtKey",
                    SigningKey.ONE.pem()))
            .servlet(WhoServlet.class, "/who");
    try (RunningServer running = server.deploy(war.unpacked(), "")) {
      assertThat(ask(running, Token.valid().forgedBy(SigningKey.TWO).text()))
          .contains(
              "Clerk: Handshake token verification failed due to an invalid signature. If you have"
                  + " switched Clerk keys locally, clear your cookies and try again.");
      assertThat(ask(running, Token.valid().text()))
          .contains("Clerk: Handshake token verification failed: ", "expired");
    }
  }

  private static String ask(RunningServer running, String token) {
    Answer answer = running.get("/who?__clerk_handshake=" + token).asDocument().send();
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.all("Location")).isEmpty();
    assertThat(answer.body()).doesNotContain("user=", token);
    return answer.body();
  }
}
