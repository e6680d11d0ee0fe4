package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.example.BackendPages;
import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import io.github.clerkjakarta.testkit.Session;
import io.github.clerkjakarta.testkit.SessionStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An application that asks the Backend API")
class BackendTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  @ParameterizedTest
  @EnumSource
  @DisplayName("greets a user by name, gets a token and ends the session")
  void inGoodTimes(TestServer server) {
    clerk().jwtTemplate("hasura", Map.of());
    Session ada = clerk().session(ADA);
    String bearer = "Bearer " + ada.token();
    try (RunningServer running = server.deploy(war(), "")) {
      assertThat(page(running, "GET", bearer).body()).startsWith("Hello Ada");
      assertThat(page(running, "PUT", bearer).body()).startsWith("eyJ");
      assertThat(page(running, "POST", bearer).status()).isEqualTo(200);
      assertThat(running.get("/").send().body()).startsWith("Hello stranger");
    }
    assertThat(ada.status()).isEqualTo(SessionStatus.REVOKED);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("K16 knows who is calling when that is all there is to know")
  void inBadTimes(TestServer server) {
    String bearer = "Bearer " + clerk().session(ADA).token();
    clerk().limitRate("/v1/users/user_ada", Duration.ofSeconds(60));
    try (RunningServer running = server.deploy(war(), "")) {
      Answer answer = page(running, "GET", bearer);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).startsWith("Hello user_ada");
    }
  }

  private static Answer page(RunningServer running, String method, String authorization) {
    return running.send(method, "/").with("Authorization", authorization).send();
  }

  private static LocalClerk clerk() {
    return CLERK.clerk();
  }

  private static Path war() {
    return TestWar.of(clerk()).servlet(BackendPages.class, "/").unpacked();
  }
}
