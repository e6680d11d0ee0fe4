package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A door that is asked before the filter, as a mechanism does")
class EntranceTest {

  @ParameterizedTest
  @EnumSource
  @DisplayName("D8 filter and mechanism find one decision, and its headers are sent once")
  void decidedOnce(TestServer server) {
    Answer answer = atTheDoor(EdgeServers.open(server), "/who").with("Test-State", "healed").send();

    assertThat(answer.body()).startsWith("user=user_1").contains("asked=1");
    assertThat(answer.all("Set-Cookie"))
        .containsExactly("__session=abc; Path=/", "__client_uat=1; Path=/");
    assertThat(answer.all("Vary")).containsExactly("Cookie, Authorization");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("R19 cookies that the door has set stay after reset()")
  void reset(TestServer server) {
    assertThat(
            atTheDoor(EdgeServers.open(server), "/reset")
                .with("Test-State", "healed")
                .send()
                .all("Set-Cookie"))
        .containsExactly("__session=abc; Path=/", "__client_uat=1; Path=/");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D18 a handshake is answered at the door")
  void handshake(TestServer server) {
    Answer answer =
        atTheDoor(EdgeServers.open(server), "/who").with("Test-State", "handshake").send();

    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.all("Location"))
        .containsExactly("https://clerk.app.example/v1/client/handshake?a=b");
    assertThat(answer.all("Set-Cookie")).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("rules are judged at the door")
  void rules(TestServer server) {
    Answer answer =
        atTheDoor(EdgeServers.guarded(server), "/admin/x")
            .with("Accept", "application/json")
            .send();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.all("WWW-Authenticate")).containsExactly("Bearer");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("after a challenge nothing of the application runs, even where a server goes on")
  void challenged(TestServer server) {
    Answer answer =
        atTheDoor(EdgeServers.openPlain(server), "/who")
            .with("Accept", "application/json")
            .with("Test-Challenge", "yes")
            .send();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).doesNotContain("dispatch=REQUEST");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("who may not is told so, as the settings say")
  void forbidden(TestServer server) {
    assertThat(tampered(EdgeServers.open(server), "/who", "door-forbids").send().status())
        .isEqualTo(403);
    assertThat(
            tampered(EdgeServers.guardedWith(server, "clerk.denyAs", "404"), "/who", "door-forbids")
                .send()
                .status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D7 after a logout at the door nobody is calling")
  void loggedOut(TestServer server) {
    assertThat(
            tampered(EdgeServers.open(server), "/who", "door-logs-out")
                .with("Test-State", "signed-in")
                .send()
                .body())
        .startsWith("user=nobody principal= ");
  }

  private static Wire atTheDoor(RunningServer server, String path) {
    return tampered(server, path, "door");
  }

  private static Wire tampered(RunningServer server, String path, String how) {
    return server.get(path).with("Test-Tamper", how).with("Test-Id", UUID.randomUUID().toString());
  }
}
