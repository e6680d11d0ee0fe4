package io.github.clerkjakarta.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.log.LogLines;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FilterLogTest {

  /** Begins just before it overflows. */
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000);

  private final FilterLog log = new FilterLog(clock::get);
  private final LogLines lines = LogLines.of(FilterLog.class);

  @AfterEach
  void stopListening() {
    lines.close();
  }

  @Test
  @DisplayName("L5 a failure that every request repeats is told once a minute, with how often")
  void onceAMinute() {
    for (int i = 0; i < 1_000; i++) {
      log.misconfigured(new ClerkConfigurationException("Set the secret key."));
    }
    clock.addAndGet(Duration.ofSeconds(60).toNanos() - 1);
    log.misconfigured(new ClerkConfigurationException("Set the secret key."));
    assertThat(lines.lines()).containsExactly("SEVERE Set the secret key.");

    clock.addAndGet(1);
    log.misconfigured(new ClerkConfigurationException("Set the secret key."));
    assertThat(lines.lines())
        .hasSize(2)
        .last()
        .isEqualTo("SEVERE Set the secret key. (And 1000 times before.)");
  }

  @Test
  @DisplayName("L5 one kind of failure doesn't keep another quiet")
  void kinds() {
    log.misconfigured(new ClerkConfigurationException("Set the secret key."));
    log.failed(new IllegalStateException("a bug"));
    log.headersLost();
    log.handshakeLost();

    assertThat(lines.lines()).hasSize(4);
    assertThat(lines.lines().get(1)).startsWith("SEVERE");
    assertThat(lines.formatted().get(1)).contains("IllegalStateException: a bug");
    assertThat(lines.lines().get(2)).startsWith("WARNING");
  }

  @Test
  @DisplayName("L5 of many requests at once one writes the line")
  void atOnce() {
    IntStream.range(0, 1_000).parallel().forEach(i -> log.handshakeLost());

    assertThat(lines.lines()).hasSize(1);
  }
}
