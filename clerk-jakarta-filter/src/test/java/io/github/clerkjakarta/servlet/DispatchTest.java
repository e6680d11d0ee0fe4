package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispatchTest {

  @ParameterizedTest
  @EnumSource
  @DisplayName("D1 a forward finds the same caller and asks nobody again")
  void forward(TestServer server) {
    Answer answer = signedIn(server, "/forward");
    assertThat(answer.body())
        .startsWith("user=user_1 principal=user_1 remote=user_1 type=CLERK")
        .contains("dispatch=FORWARD asked=1");
  }

  private static Answer signedIn(TestServer server, String target) {
    return EdgeServers.open(server)
        .get(target)
        .with("Test-State", "signed-in")
        .with("Test-Id", UUID.randomUUID().toString())
        .send();
  }
}
