package io.github.clerkjakarta.internal.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.internal.backend.MachineTokenCache.Question;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.testing.ManualTime;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTokenCacheTest {

  private static final Question UNKNOWN =
      () -> {
        throw new MachineTokenRefused(Reason.TOKEN_INVALID, "API key not found", 404);
      };

  private final ManualTime time = new ManualTime();
  private final MachineTokenCache cache = new MachineTokenCache(Duration.ofMinutes(1), time);
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  @DisplayName("M3 a flood of invented tokens takes bounded memory and drives out no good token")
  void flood() throws Exception {
    cache.describe("ak_good", answering(Map.of("id", "ak_1")));

    for (int i = 0; i < 3 * MachineTokenCache.MOST_TOKENS; i++) {
      String invented = "ak_invented" + i;
      assertThatThrownBy(() -> cache.describe(invented, UNKNOWN))
          .isInstanceOf(MachineTokenRefused.class);
    }

    assertThat(cache.keys()).hasSizeLessThanOrEqualTo(MachineTokenCache.MOST_TOKENS + 1);
    assertThat(cache.describe("ak_good", UNKNOWN)).isEqualTo(Map.of("id", "ak_1"));
  }

  @Test
  @DisplayName("M3 tokens are known by their hash, good ones and bad ones")
  void hashes() throws Exception {
    cache.describe("abc", answering(Map.of()));
    assertThatThrownBy(() -> cache.describe("", UNKNOWN)).isInstanceOf(MachineTokenRefused.class);

    // SHA-256 of "abc" and of nothing
    assertThat(cache.keys())
        .containsExactlyInAnyOrder(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  @DisplayName("M3 good tokens are bounded too")
  void manyGoodTokens() throws Exception {
    for (int i = 0; i < 2 * MachineTokenCache.MOST_TOKENS; i++) {
      cache.describe("ak_" + i, answering(Map.of()));
    }

    assertThat(cache.keys()).hasSizeLessThanOrEqualTo(MachineTokenCache.MOST_TOKENS);
  }

  @Test
  @DisplayName("M4 an answer counts from when it was asked for, however late it came")
  void countsFromTheQuestion() throws Exception {
    cache.describe(
        "ak_1",
        () -> {
          time.pass(Duration.ofSeconds(5));
          return Map.of();
        });

    time.pass(Duration.ofSeconds(55));
    cache.describe("ak_1", answering(Map.of()));

    assertThat(asked).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({
    "api_key, 1766000010000",
    "machine_to_machine_token, 1766000010000",
    "clerk_idp_oauth_access_token, 1766000010"
  })
  @DisplayName("M4 no answer outlives its token, in whatever unit its end is given")
  void endsWithTheToken(String object, long expiration) throws Exception {
    Map<String, Object> described = Map.of("object", object, "expiration", expiration);
    cache.describe("a", answering(described));

    time.pass(Duration.ofMillis(9_999));
    cache.describe("a", answering(described));
    assertThat(asked).hasValue(1);

    time.pass(Duration.ofMillis(1));
    cache.describe("a", answering(described));
    assertThat(asked).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource({"1765999999999, 2", "-1, 2", "-9223372036854775808, 2", "9223372036854775807, 1"})
  @DisplayName("M4 a token past its end isn't remembered, and an end in eternity is no overflow")
  void strangeEnds(long expiration, int questions) throws Exception {
    Map<String, Object> described =
        Map.of("object", "clerk_idp_oauth_access_token", "expiration", expiration);
    Map<String, Object> key = Map.of("object", "api_key", "expiration", expiration);
    if (expiration != 1765999999999L) {
      cache.describe("a", answering(described));
      cache.describe("a", answering(described));
      assertThat(asked).hasValue(questions);
    }
    asked.set(0);
    cache.describe("b", answering(key));
    cache.describe("b", answering(key));
    assertThat(asked).hasValue(questions);
  }

  @Test
  @DisplayName("M4 by default nothing is remembered")
  void off() throws Exception {
    MachineTokenCache off = new MachineTokenCache(Duration.ZERO, time);
    off.describe("ak_1", answering(Map.of()));
    off.describe("ak_1", answering(Map.of()));

    assertThat(asked).hasValue(2);
    assertThat(off.keys()).isEmpty();
  }

  @Test
  @DisplayName("M4 an endless lifetime is no overflow")
  void endless() throws Exception {
    MachineTokenCache endless =
        new MachineTokenCache(Duration.ofSeconds(Long.MAX_VALUE / 2000), time);
    endless.describe("ak_1", answering(Map.of()));
    time.pass(Duration.ofDays(3650));
    endless.describe("ak_1", answering(Map.of()));

    assertThat(asked).hasValue(1);
  }

  private Question answering(Map<String, Object> described) {
    return () -> {
      asked.incrementAndGet();
      return described;
    };
  }
}
