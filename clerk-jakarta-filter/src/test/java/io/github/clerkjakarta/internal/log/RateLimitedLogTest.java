package io.github.clerkjakarta.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testing.ManualTime;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RateLimitedLogTest {

  private final ManualTime time = new ManualTime();
  private final Recorder recorder = new Recorder();
  private final RateLimitedLog log = new RateLimitedLog(recorder, Level.WARNING, time::nanoTime);

  @Test
  @DisplayName("L5 the first line is written at once, the next a minute later with how many more")
  void onceAMinute() {
    for (int i = 0; i < 1000; i++) {
      log.log("line " + i);
    }
    assertThat(recorder.lines).containsExactly("WARNING line 0 null");
    time.pass(Duration.ofMinutes(1).minusNanos(1));
    log.log("early");
    assertThat(recorder.lines).hasSize(1);
    time.pass(Duration.ofNanos(1));
    log.log("late");
    assertThat(recorder.lines)
        .hasSize(2)
        .last()
        .isEqualTo("WARNING late (And 1000 times before.) null");
    time.pass(Duration.ofMinutes(1));
    log.log("last", new IllegalStateException("why"));
    assertThat(recorder.lines)
        .last()
        .isEqualTo("WARNING last java.lang.IllegalStateException: why");
  }

  @Test
  @DisplayName("L3 text from outside stays on one line, is cut, and hides nothing by an escape")
  void text() {
    assertThat(LogText.of("a\r\nb\u2028c\\u000a\u007f"))
        .isEqualTo("a\\u000d\\u000ab\\u2028c\\u005cu000a\\u007f");
    assertThat(LogText.of("x".repeat(10_000))).hasSize(161).endsWith("x…");
  }

  private static final class Recorder implements Logger {

    private final List<String> lines = new ArrayList<>();

    @Override
    public String getName() {
      return "recorder";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
      lines.add(level + " " + message + " " + thrown);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      lines.add(level + " " + format);
    }
  }
}
