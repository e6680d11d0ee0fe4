package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The log of a server whose requests fail")
class LoggedFaultsTest {

  private static final Logger LOGGER =
      Logger.getLogger("io.github.clerkjakarta.internal.servlet.FilterLog");

  @ParameterizedTest
  @EnumSource
  @DisplayName("L5 requests that all fail fill no disk")
  void requests(TestServer server) {
    Lines lines = new Lines();
    LOGGER.addHandler(lines);
    try (RunningServer running = server.deploy(TestWar.ofEdge(Map.of()).unpacked(), "")) {
      for (int i = 0; i < 10; i++) {
        running.get("/who").with("Test-State", "misconfigured").send();
      }
    } finally {
      LOGGER.removeHandler(lines);
    }

    assertThat(lines.lines).containsExactly("Set the secret key.");
  }

  private static final class Lines extends Handler {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
