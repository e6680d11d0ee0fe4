package io.github.clerkjakarta.internal.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testing.ManualTime;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  private static final long NOW = 784_887_151_000L; // Tue, 15 Nov 1994 08:12:31 GMT

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "120 | 120",
        "' 7 ' | 7",
        "99999999999999999999 | 999999999",
        "Tue, 15 Nov 1994 08:12:41 GMT | 10",
        "Tue, 15 Nov 1994 08:12:31 GMT | 0",
        "Tue, 15 Nov 1994 08:12:21 GMT | 0",
        "Fri, 31 Dec 9999 23:59:59 GMT | 252617413648",
        "-1 | 0",
        "1.5 | 0",
        "soon | 0",
        "'' | 0"
      })
  @DisplayName(
      "K4 Retry-After is a number of seconds or a date, and anything else asks for nothing")
  void forms(String value, long seconds) {
    assertThat(RetryAfter.of(answer(429, Map.of("retry-after", value)), NOW))
        .isEqualTo(Duration.ofSeconds(seconds));
    assertThat(RetryAfter.capped(answer(503, Map.of("retry-after", value)), NOW))
        .isEqualTo(Duration.ofSeconds(Math.min(seconds, 300)));
    assertThat(RetryAfter.of(answer(500, Map.of("retry-after", value)), NOW)).isZero();
  }

  @Test
  @DisplayName("K4 a date counts from the answer's own Date, however wrong our clock is")
  void ownDate() {
    Map<String, String> headers =
        Map.of(
            "date", "Tue, 15 Nov 1994 08:12:31 GMT",
            "retry-after", "Tue, 15 Nov 1994 08:12:41 GMT");
    assertThat(RetryAfter.of(answer(429, headers), NOW + 86_400_000))
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  @DisplayName("K4 a pause is counted by the monotonic clock and can be ended")
  void pause() {
    ManualTime time = new ManualTime();
    RetryAfter retryAfter = new RetryAfter(time);
    assertThat(retryAfter.isOver()).isTrue();
    retryAfter.heed(answer(429, Map.of("retry-after", "10")));
    time.setWallClock(0);
    time.pass(Duration.ofSeconds(4));
    retryAfter.heed(answer(200, Map.of()));
    assertThat(retryAfter.remaining()).isEqualTo(Duration.ofSeconds(6));
    assertThat(retryAfter.isOver()).isFalse();
    retryAfter.end();
    assertThat(retryAfter.isOver()).isTrue();
    assertThat(retryAfter.remaining()).isZero();
  }

  private static Answer answer(int status, Map<String, String> headers) {
    return new Answer(status, headers, new byte[0]);
  }
}
