package io.github.clerkjakarta.internal.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JwksRateLimitTest {

  private static final long NOW = Long.MAX_VALUE - 10;

  @Test
  @DisplayName("K10 the back-off doubles from a second to a minute, and a success ends it")
  void doubles() {
    JwksRateLimit rateLimit = JwksRateLimit.START.afterFailure(NOW, Duration.ZERO, 0);
    assertThat(rateLimit.allowsFetch(NOW)).isTrue();
    for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
      rateLimit = rateLimit.afterFailure(NOW, Duration.ZERO, 0);
      assertThat(rateLimit.backOff().nanos()).isEqualTo(Duration.ofSeconds(seconds).toNanos());
    }
    for (int i = 0; i < 100; i++) {
      rateLimit = rateLimit.afterFailure(NOW, Duration.ZERO, 0);
    }
    assertThat(rateLimit.backOff().nanos()).isEqualTo(JwksRateLimit.LONGEST_BACK_OFF.toNanos());
    assertThat(rateLimit.afterSuccess(NOW, false)).isEqualTo(JwksRateLimit.START);
  }

  @Test
  @DisplayName("K4 chance shortens a back-off by up to the half, never what Retry-After asks for")
  void jitter() {
    JwksRateLimit once = JwksRateLimit.START.afterFailure(NOW, Duration.ZERO, 1);
    assertThat(once.afterFailure(NOW, Duration.ZERO, 1).backOff().nanos())
        .isEqualTo(Duration.ofMillis(500).toNanos());
    assertThat(once.afterFailure(NOW, Duration.ofSeconds(9), 1).backOff().nanos())
        .isEqualTo(Duration.ofSeconds(9).toNanos());
  }

  @Test
  @DisplayName("K10 a success for another reason leaves a cooldown as it is")
  void cooldownOutlastsOtherSuccesses() {
    JwksRateLimit cooling = JwksRateLimit.START.afterSuccess(NOW, true);
    JwksRateLimit later = cooling.afterSuccess(NOW + 1, false);
    assertThat(later.allowsUnknownKeyId(NOW + JwksRateLimit.COOLDOWN.toNanos() - 1)).isFalse();
    assertThat(later.allowsUnknownKeyId(NOW + JwksRateLimit.COOLDOWN.toNanos())).isTrue();
  }

  @Test
  @DisplayName("K10 a failure leaves a cooldown as it is")
  void cooldownOutlastsFailures() {
    JwksRateLimit cooling = JwksRateLimit.START.afterSuccess(NOW, true);
    JwksRateLimit later = cooling.afterFailure(NOW, Duration.ZERO, 0);
    assertThat(later.allowsUnknownKeyId(NOW + JwksRateLimit.COOLDOWN.toNanos() - 1)).isFalse();
  }

  @Test
  void pausesAreRightAcrossAnOverflowOfTheClock() {
    Pause pause = new Pause(NOW, 20);
    assertThat(pause.isOver(NOW + 19)).isFalse();
    assertThat(pause.isOver(NOW + 20)).isTrue();
    assertThat(Pause.NONE.isOver(Long.MIN_VALUE)).isTrue();
  }
}
