package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.log.LogLines;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The log of a server whose requests fail")
class LoggedFaultsTest {

  private static final String FILTER_LOG = "io.github.clerkjakarta.internal.servlet.FilterLog";

  @ParameterizedTest
  @EnumSource
  @DisplayName("L5 requests that all fail fill no disk")
  void requests(TestServer server) {
    try (LogLines log = LogLines.of(FILTER_LOG);
        RunningServer running = server.deploy(TestWar.ofEdge(Map.of()).unpacked(), "")) {
      for (int i = 0; i < 10; i++) {
        running.get("/who").with("Test-State", "misconfigured").send();
      }
      assertThat(log.messages()).containsExactly("Set the secret key.");
    }
  }
}
