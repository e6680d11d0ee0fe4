package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The access log of a server")
class AccessLogTest {

  /** The system property that has the last line, across class loaders. */
  static final String LINE = "test.access.line";

  @ParameterizedTest
  @EnumSource
  @DisplayName("L7 finds the caller's id in a request attribute, and nobody's nowhere")
  void caller(TestServer server) throws InterruptedException {
    try (RunningServer running =
        server.deployWithAccessLog(TestWar.ofEdge(Map.of()).unpacked(), "")) {
      assertThat(line(running.get("/public/silent").with("Test-State", "signed-in")))
          .isEqualTo("caller=user_1 decision=Admitted[SignedIn[session_token]]");
      assertThat(line(running.get("/public/silent"))).startsWith("caller=- decision=Admitted[");
      assertThat(line(running.get("/logout").with("Test-State", "signed-in")))
          .startsWith("caller=- decision=Admitted[SignedOut");
    }
  }

  private static String line(Wire request) throws InterruptedException {
    System.clearProperty(LINE);
    assertThat(request.send().status()).isEqualTo(200);
    // A server writes its line after the answer.
    for (int i = 0; i < 500 && System.getProperty(LINE) == null; i++) {
      Thread.sleep(10);
    }
    return System.getProperty(LINE, "");
  }
}
