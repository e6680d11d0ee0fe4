package io.github.clerkjakarta.internal.backend;

import static io.github.clerkjakarta.internal.backend.ScriptedServer.json;
import static io.github.clerkjakarta.internal.backend.TestKeys.ONE;
import static io.github.clerkjakarta.internal.backend.TestKeys.TWO;
import static io.github.clerkjakarta.internal.backend.TestKeys.jwk;
import static io.github.clerkjakarta.internal.backend.TestKeys.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.log.LogLines;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keys that come and go, and key ids that never were. */
class KeyRotationTest {

  private static final String ONLY_ONE = set(jwk("one", ONE));
  private static final String ONLY_TWO = set(jwk("two", TWO));
  private static final String BOTH = set(jwk("one", ONE), jwk("two", TWO));

  private final KeysUnderTest test = KeysUnderTest.asking(json(200, ONLY_ONE));

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  @DisplayName("K8 a new key id is fetched once, and both keys are good while they overlap")
  void overlap() throws Exception {
    test.find("one");
    test.server.answer(json(200, BOTH));
    assertThat(test.find("two")).isEqualTo(TWO);
    assertThat(test.find("two")).isEqualTo(TWO);
    assertThat(test.find("one")).isEqualTo(ONE);
    assertThat(test.fetches()).isEqualTo(2);
  }

  @Test
  @DisplayName("K8 a fetch for a new key id keeps the older key for the time being, as upstream")
  void merged() throws Exception {
    test.find("one");
    test.server.answer(json(200, ONLY_TWO));
    test.find("two");
    assertThat(test.find("one")).isEqualTo(ONE);
    assertThat(test.fetches()).isEqualTo(2);
  }

  @Test
  @DisplayName("K8 a fetch for a new key id makes the whole set fresh again, as upstream")
  void ageOfAMergedSet() throws Exception {
    test.find("one");
    test.time.pass(Duration.ofSeconds(200));
    test.server.answer(json(200, ONLY_TWO));
    test.find("two");
    test.time.pass(Duration.ofSeconds(200));
    assertThat(test.find("one")).isEqualTo(ONE);
    assertThat(test.fetches()).isEqualTo(2);
  }

  @Test
  @DisplayName("K8 a removed key is refused after the fetch that the set's age causes")
  void removed() throws Exception {
    test.server.answer(json(200, BOTH));
    test.find("one");
    test.server.answer(json(200, ONLY_TWO));
    test.time.pass(KeySet.FRESH_FOR);
    assertThat(test.keys.known("one")).isNull();
    assertThat(test.reason("one")).isEqualTo("jwk-kid-mismatch");
    assertThat(test.fetches()).isEqualTo(2);
    assertThat(test.find("two")).isEqualTo(TWO);
  }

  @Test
  @DisplayName("K8 fetches for unknown key ids can't keep a removed key alive")
  void notKeptAlive() throws Exception {
    test.find("one");
    test.server.answer(json(200, ONLY_TWO));
    test.find("two");
    for (int i = 0; i < 4; i++) {
      test.time.pass(Duration.ofMinutes(1));
      assertThat(test.reason("never-" + i)).isEqualTo("jwk-kid-mismatch");
      assertThat(test.keys.known("one")).isNotNull();
    }
    test.time.pass(Duration.ofMinutes(1));
    assertThat(test.keys.known("two")).isNotNull();
    assertThat(test.keys.known("one")).isNull();
    assertThat(test.reason("one")).isEqualTo("jwk-kid-mismatch");
  }

  @Test
  @DisplayName("K8 a removed key doesn't come back through an outage")
  void removedThenOutage() throws Exception {
    test.find("one");
    test.server.answer(json(200, ONLY_TWO));
    test.find("two");
    test.time.pass(KeySet.FRESH_FOR);
    test.server.answer(ScriptedServer.hangUp());
    assertThat(test.find("two")).isEqualTo(TWO);
    assertThat(test.reason("one")).isEqualTo(KeysUnderTest.UNAVAILABLE);
  }

  @Test
  @DisplayName("K8 a key published anew under an old id replaces the old key")
  void replacedUnderItsId() throws Exception {
    test.find("one");
    test.server.answer(json(200, set(jwk("one", TWO))));
    test.time.pass(KeySet.FRESH_FOR);
    assertThat(test.find("one")).isEqualTo(TWO);
  }

  @Test
  @DisplayName("K9 a thousand invented key ids cost one fetch per cooldown")
  void flood() throws Exception {
    test.find("one");
    for (int i = 0; i < 1000; i++) {
      assertThat(test.reason("invented-" + i)).isEqualTo("jwk-kid-mismatch");
    }
    assertThat(test.fetches()).isEqualTo(2);
    test.time.pass(JwksRateLimit.COOLDOWN);
    for (int i = 0; i < 1000; i++) {
      assertThat(test.reason("invented-" + i)).isEqualTo("jwk-kid-mismatch");
    }
    assertThat(test.fetches()).isEqualTo(3);
  }

  @Test
  @DisplayName("K9 a genuine rotation during a flood succeeds within one cooldown")
  void rotationDuringAFlood() throws Exception {
    test.find("one");
    test.reason("invented");
    test.server.answer(json(200, BOTH));
    assertThat(test.reason("two")).isEqualTo("jwk-kid-mismatch");
    test.time.pass(JwksRateLimit.COOLDOWN);
    assertThat(test.find("two")).isEqualTo(TWO);
    assertThat(test.fetches()).isEqualTo(3);
  }

  @Test
  @DisplayName("K10 neither the first fetch nor one for the set's age starts the cooldown")
  void noCooldownForOtherFetches() throws Exception {
    assertThat(test.reason("two")).isEqualTo("jwk-kid-mismatch");
    test.server.answer(json(200, BOTH));
    assertThat(test.find("two")).isEqualTo(TWO);

    test.time.pass(KeySet.FRESH_FOR);
    test.server.answer(json(200, ONLY_ONE));
    assertThat(test.reason("two")).isEqualTo("jwk-kid-mismatch");
    test.server.answer(json(200, BOTH));
    assertThat(test.find("two")).isEqualTo(TWO);
    assertThat(test.fetches()).isEqualTo(4);
  }

  @Test
  @DisplayName("K10 a fetch for another reason that succeeds doesn't end the cooldown")
  void cooldownOutlastsOtherFetches() throws Exception {
    test.find("one");
    test.reason("invented");
    test.keys.find("one", true);
    assertThat(test.reason("invented too")).isEqualTo("jwk-kid-mismatch");
    assertThat(test.fetches()).isEqualTo(3);
  }

  @Test
  @DisplayName("K10 a failed fetch for an unknown key id doesn't use up the cooldown")
  void failedFetch() throws Exception {
    test.find("one");
    test.server.answer(json(500, "{\"errors\":[]}"));
    assertThat(test.reason("two")).isEqualTo("jwk-remote-failed-to-load");
    test.server.answer(json(200, BOTH));
    assertThat(test.find("two")).isEqualTo(TWO);
    assertThat(test.fetches()).isEqualTo(3);
  }

  @Test
  @DisplayName("K14 a strange key id is looked up and logged on one line, never sent")
  void strangeKeyIds() throws Exception {
    String[] strange = {
      "../../etc/passwd",
      "\"'`;--",
      "a\r\nSet-Cookie: b=c\u2028d",
      "k".repeat(10_000),
      "7",
      "__proto__"
    };
    try (LogLines log = LogLines.of(KeysLog.class)) {
      for (String keyId : strange) {
        test.time.pass(KeySet.FRESH_FOR);
        assertThat(test.reason(keyId)).isEqualTo("jwk-kid-mismatch");
      }
      assertThat(log.lines())
          .hasSize(strange.length)
          .allSatisfy(line -> assertThat(line).matches("[ -~…]{1,300}"));
      assertThat(log.lines().get(2)).contains("a\\u000d\\u000aSet-Cookie");
    }
    assertThat(test.server.requests())
        .allSatisfy(request -> assertThat(request.target()).isEqualTo("/v1/jwks"));
  }
}
