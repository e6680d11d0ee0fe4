package io.github.clerkjakarta.internal.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.LoopbackBackend;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import io.github.clerkjakarta.testing.Visit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whose keys count for whom, from the request to the answer. */
class InstanceSeparationTest {

  private final LoopbackBackend backend = LoopbackBackend.showing(SigningKey.ONE);
  private final EngineUnderTest engine = EngineUnderTest.with(Instances.asking(backend));

  @AfterEach
  void close() {
    engine.close();
    backend.close();
  }

  @Test
  @DisplayName("K8 a rotation: both keys count in the overlap, and the removed one no longer after")
  void rotation() {
    String early = longLived("user_early").text();
    assertThat(engine.outcome(Visit.bearer(early))).isEqualTo("signed-in user_early");

    backend.show(SigningKey.ONE, SigningKey.TWO);
    String late = longLived("user_late").signedBy(SigningKey.TWO).text();
    assertThat(engine.outcome(Visit.bearer(late))).isEqualTo("signed-in user_late");
    assertThat(engine.outcome(Visit.bearer(early))).isEqualTo("signed-in user_early");
    assertThat(backend.calls()).hasSize(2);

    backend.show(SigningKey.TWO);
    engine.time.pass(Duration.ofMinutes(5).minusSeconds(1));
    assertThat(engine.outcome(Visit.bearer(early))).isEqualTo("signed-in user_early");
    engine.time.pass(Duration.ofSeconds(1));
    assertThat(engine.outcome(Visit.bearer(early))).isEqualTo("signed-out jwk-kid-mismatch");
    assertThat(engine.outcome(Visit.bearer(late))).isEqualTo("signed-in user_late");
  }

  @Test
  @DisplayName("K8 tokens seen before ask for the keys again when the set is old, and only then")
  void seenTokensAndOldKeys() {
    String token = longLived("user_1").text();
    for (int minute = 0; minute < 5; minute++) {
      assertThat(engine.outcome(Visit.bearer(token))).isEqualTo("signed-in user_1");
      engine.time.pass(Duration.ofMinutes(1));
    }
    assertThat(backend.calls()).hasSize(1);
    assertThat(engine.outcome(Visit.bearer(token))).isEqualTo("signed-in user_1");
    assertThat(backend.calls()).hasSize(2);
  }

  @Test
  @DisplayName(
      "K9 a thousand invented key ids cost one fetch, and a genuine rotation still succeeds")
  void flood() {
    assertThat(engine.ask(Visit.bearer(Token.valid().text())).status()).isEqualTo("signed-in");
    for (int i = 0; i < 1_000; i++) {
      String invented = Token.valid().header("kid", "ins_" + i).signingInput() + ".AAAA";
      assertThat(engine.outcome(Visit.bearer(invented))).isEqualTo("signed-out jwk-kid-mismatch");
    }
    assertThat(backend.calls()).hasSize(2);

    backend.show(SigningKey.ONE, SigningKey.TWO);
    engine.time.pass(Duration.ofSeconds(10));
    assertThat(engine.outcome(Visit.bearer(Token.valid().signedBy(SigningKey.TWO).text())))
        .isEqualTo("signed-in user_1");
    assertThat(backend.calls()).hasSize(3);
  }

  @Test
  @DisplayName("K12 another tenant's token is out, before and after either has been seen")
  void twoTenants() {
    try (LoopbackBackend backendOfB = LoopbackBackend.showing(SigningKey.TWO);
        EngineUnderTest b = EngineUnderTest.with(Instances.asking(backendOfB))) {
      String ofA = Token.of("user_a").text();
      String ofB = Token.of("user_b").signedBy(SigningKey.TWO).text();
      for (int round = 0; round < 3; round++) {
        assertThat(engine.outcome(Visit.bearer(ofB))).isEqualTo("signed-out jwk-kid-mismatch");
        assertThat(b.outcome(Visit.bearer(ofA))).isEqualTo("signed-out jwk-kid-mismatch");
        assertThat(engine.outcome(Visit.bearer(ofA))).isEqualTo("signed-in user_a");
        assertThat(b.outcome(Visit.bearer(ofB))).isEqualTo("signed-in user_b");
      }
    }
  }

  @Test
  @DisplayName("K12 the same with a PEM key, which has no id to tell tenants apart")
  void twoTenantsWithPem() {
    try (EngineUnderTest a = EngineUnderTest.production();
        EngineUnderTest b =
            EngineUnderTest.with(Instances.production().jwtKey(SigningKey.TWO.pem()))) {
      String ofA = Token.of("user_a").text();
      String ofB = Token.of("user_b").signedBy(SigningKey.TWO).text();
      for (int round = 0; round < 3; round++) {
        assertThat(a.outcome(Visit.bearer(ofB))).isEqualTo("signed-out token-invalid-signature");
        assertThat(b.outcome(Visit.bearer(ofA))).isEqualTo("signed-out token-invalid-signature");
        assertThat(a.outcome(Visit.bearer(ofA))).isEqualTo("signed-in user_a");
        assertThat(b.outcome(Visit.bearer(ofB))).isEqualTo("signed-in user_b");
      }
    }
  }

  @Test
  @DisplayName("K13 one key id in two tenants: each uses its own key")
  void sameKeyId() {
    SigningKey sameId = SigningKey.TWO.as(SigningKey.ONE.id());
    try (LoopbackBackend backendOfB = LoopbackBackend.showing(sameId);
        EngineUnderTest b = EngineUnderTest.with(Instances.asking(backendOfB))) {
      String ofA = Token.of("user_a").text();
      String ofB = Token.of("user_b").signedBy(sameId).text();
      for (int round = 0; round < 2; round++) {
        assertThat(engine.outcome(Visit.bearer(ofA))).isEqualTo("signed-in user_a");
        assertThat(b.outcome(Visit.bearer(ofB))).isEqualTo("signed-in user_b");
        assertThat(engine.outcome(Visit.bearer(ofB)))
            .isEqualTo("signed-out token-invalid-signature");
        assertThat(b.outcome(Visit.bearer(ofA))).isEqualTo("signed-out token-invalid-signature");
      }
    }
  }

  @Test
  @DisplayName("K14 a key id is looked up and goes nowhere else, whatever it is")
  void strangeKeyIds() {
    for (Object keyId :
        List.of(
            "../../users",
            "a\"b'c",
            "a\r\nx-evil: 1",
            "k".repeat(10_000),
            1L,
            "__proto__",
            "constructor",
            "",
            "\u0000",
            "\ud800",
            List.of(SigningKey.ONE.id()),
            true)) {
      Token token = Token.valid().header("kid", keyId);
      assertThat(engine.outcome(Visit.bearer(token.text())))
          .isEqualTo("signed-out jwk-kid-mismatch");
      engine.time.pass(Duration.ofMillis(1));
    }
    assertThat(engine.outcome(Visit.bearer(Token.valid().withoutHeader("kid").text())))
        .isEqualTo("signed-out jwk-kid-mismatch");
    assertThat(backend.calls()).allMatch(call -> call.equals("/v1/jwks"));
  }

  private static Token longLived(String user) {
    return Token.of(user).claim("exp", Token.NOW_SECONDS + 3_600);
  }
}
