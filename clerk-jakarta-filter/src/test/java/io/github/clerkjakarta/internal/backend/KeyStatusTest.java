package io.github.clerkjakarta.internal.backend;

import static io.github.clerkjakarta.internal.backend.ScriptedServer.hangUp;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.json;
import static io.github.clerkjakarta.internal.backend.TestKeys.ONE;
import static io.github.clerkjakarta.internal.backend.TestKeys.jwk;
import static io.github.clerkjakarta.internal.backend.TestKeys.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.backend.ScriptedServer.Script;
import io.github.clerkjakarta.internal.token.KeyStatus;
import io.github.clerkjakarta.internal.token.KeyStatus.State;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whether there are keys")
class KeyStatusTest {

  private static final Script WELL = json(200, set(jwk("one", ONE)));
  private static final String INVALID_KEY =
      "{\"errors\":[{\"code\":\"clerk_key_invalid\",\"message\":\"The key is invalid.\"}]}";

  private final KeysUnderTest test = KeysUnderTest.asking(WELL);

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  @DisplayName("is found out by asking, where nobody has asked yet, and not again while they count")
  void fresh() {
    assertThat(test.keys.status()).isEqualTo(fresh(Duration.ZERO));
    test.time.pass(Duration.ofMinutes(4));
    assertThat(test.keys.status()).isEqualTo(fresh(Duration.ofMinutes(4)));
    assertThat(test.fetches()).isEqualTo(1);

    test.time.pass(Duration.ofMinutes(1));
    assertThat(test.keys.status()).isEqualTo(fresh(Duration.ZERO));
    assertThat(test.fetches()).isEqualTo(2);
  }

  @Test
  @DisplayName("says of keys that serve through an outage how old they are, and how long they will")
  void stale() {
    test.keys.status();
    test.server.answer(hangUp());
    test.time.pass(Duration.ofHours(23));

    assertThat(test.keys.status())
        .isEqualTo(new KeyStatus(State.STALE, Duration.ofHours(23), Duration.ofHours(1)));
    test.time.pass(Duration.ofHours(1));
    assertThat(test.keys.status()).isEqualTo(KeyStatus.NONE);
    assertThat(KeyStatus.NONE.isAtHand()).isFalse();
  }

  @Test
  @DisplayName("K21 asks no oftener than requests would, however often it is asked")
  void bounded() {
    test.server.answer(json(500, "{}"));
    for (int i = 0; i < 20; i++) {
      assertThat(test.keys.status()).isEqualTo(KeyStatus.NONE);
    }
    int fetches = test.fetches();
    assertThat(fetches).isLessThan(4);

    test.server.answer(WELL);
    test.time.pass(Duration.ofMinutes(10));
    assertThat(test.keys.status().state()).isEqualTo(State.FRESH);
  }

  @Test
  @DisplayName("is no once Clerk doesn't know the secret key any more")
  void wrongKey() {
    test.keys.status();
    test.server.answer(json(401, INVALID_KEY));
    test.time.pass(Duration.ofMinutes(6));

    assertThat(test.keys.status()).isEqualTo(KeyStatus.NONE);
  }

  @Test
  @DisplayName("is said within a moment where Clerk is silent, and without harm to requests")
  void silence() throws Exception {
    try (KeysUnderTest impatient =
        KeysUnderTest.impatient(WELL, Duration.ofMillis(200), Duration.ofSeconds(10))) {
      impatient.server.answer(impatient.server.silence());

      assertThat(impatient.keys.status()).isEqualTo(KeyStatus.NONE);
      impatient.keys.close();
      assertThat(impatient.keys.status()).isEqualTo(KeyStatus.NONE);
    }
  }

  private static KeyStatus fresh(Duration age) {
    return new KeyStatus(State.FRESH, age, Duration.ZERO);
  }
}
