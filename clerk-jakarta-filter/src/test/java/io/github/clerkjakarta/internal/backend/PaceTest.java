package io.github.clerkjakarta.internal.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long NOW = Long.MAX_VALUE - 10;

  @Test
  @DisplayName("K10 the back-off doubles from a second to a minute, and a success ends it")
  void doubles() {
    Pace pace = Pace.START.afterFailure(NOW, Duration.ZERO, 0);
    assertThat(pace.allowsFetch(NOW)).isTrue();
    for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
      pace = pace.afterFailure(NOW, Duration.ZERO, 0);
      assertThat(pace.backOff().nanos()).isEqualTo(Duration.ofSeconds(seconds).toNanos());
    }
    for (int i = 0; i < 100; i++) {
      pace = pace.afterFailure(NOW, Duration.ZERO, 0);
    }
    assertThat(pace.backOff().nanos()).isEqualTo(Pace.LONGEST_BACK_OFF.toNanos());
    assertThat(pace.afterSuccess(NOW, false)).isEqualTo(Pace.START);
  }

  @Test
  @DisplayName("K4 chance shortens a back-off by up to the half, never what Retry-After asks for")
  void jitter() {
    Pace once = Pace.START.afterFailure(NOW, Duration.ZERO, 1);
    assertThat(once.afterFailure(NOW, Duration.ZERO, 1).backOff().nanos())
        .isEqualTo(Duration.ofMillis(500).toNanos());
    assertThat(once.afterFailure(NOW, Duration.ofSeconds(9), 1).backOff().nanos())
        .isEqualTo(Duration.ofSeconds(9).toNanos());
  }

  @Test
  void pausesAreRightAcrossAnOverflowOfTheClock() {
    Pause pause = new Pause(NOW, 20);
    assertThat(pause.isOver(NOW + 19)).isFalse();
    assertThat(pause.isOver(NOW + 20)).isTrue();
    assertThat(Pause.NONE.isOver(Long.MIN_VALUE)).isTrue();
  }
}
