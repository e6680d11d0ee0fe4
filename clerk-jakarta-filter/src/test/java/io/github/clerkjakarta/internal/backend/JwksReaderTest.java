package io.github.clerkjakarta.internal.backend;

import static io.github.clerkjakarta.internal.backend.TestKeys.ONE;
import static io.github.clerkjakarta.internal.backend.TestKeys.TWO;
import static io.github.clerkjakarta.internal.backend.TestKeys.base64Url;
import static io.github.clerkjakarta.internal.backend.TestKeys.jwk;
import static io.github.clerkjakarta.internal.backend.TestKeys.set;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.token.VerificationKey;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwksReaderTest {

  static Stream<Arguments> unusable() {
    return Stream.of(
        Arguments.of("use=enc", with("use", "enc")),
        Arguments.of("no verification among key_ops", with("key_ops", List.of("encrypt"))),
        Arguments.of("kty=EC", with("kty", "EC")),
        Arguments.of("kty=oct", with("kty", "oct")),
        Arguments.of("no kty", without("kty")),
        Arguments.of("no modulus", without("n")),
        Arguments.of("no exponent", without("e")),
        Arguments.of("empty modulus", with("n", "")),
        Arguments.of("modulus that isn't a string", with("n", 7)),
        Arguments.of("alg that isn't a string", with("alg", 7)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusable")
  @DisplayName("K7 an unusable key is skipped, and the others are used")
  void skipped(String why, Map<?, ?> unusable) {
    assertThat(keys(set(unusable, jwk("two", TWO)))).as(why).containsOnlyKeys("two");
  }

  @Test
  @DisplayName("K7 a key without an id, or that is no object, is skipped")
  void noId() {
    Map<String, Object> numbered = jwk("x", ONE);
    numbered.put("kid", 7);
    Map<String, Object> nameless = jwk("x", ONE);
    nameless.remove("kid");
    assertThat(keys(set(numbered, nameless, jwk("two", TWO)))).containsOnlyKeys("two");
    assertThat(keys("{\"keys\":[null,1,\"a\",[]]}")).isEmpty();
  }

  @Test
  @DisplayName("K7 of two keys with one id the last counts, as upstream; unless it is unusable")
  void sameId() {
    assertThat(keys(set(jwk("x", ONE), jwk("x", TWO))).get("x").publicKey()).isEqualTo(TWO);
    Map<String, Object> unusable = jwk("x", TWO);
    unusable.put("kty", "EC");
    assertThat(keys(set(jwk("x", ONE), unusable)).get("x").publicKey()).isEqualTo(ONE);
  }

  @Test
  @DisplayName("J23 an RSA key of less than 2048 bits is refused")
  void shortKey() {
    assertThat(keys(set(jwk("short", TestKeys.generate(1024)), jwk("one", ONE))))
        .containsOnlyKeys("one");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 65536})
  @DisplayName("J23 an RSA key with an exponent of 1 or 3, or an even one, is refused")
  void weakExponent(long exponent) {
    Map<String, Object> weak = jwk("weak", ONE);
    weak.put("e", base64Url(BigInteger.valueOf(exponent)));
    assertThat(keys(set(weak, jwk("one", ONE)))).containsOnlyKeys("one");
  }

  @Test
  void theAlgorithmThatAKeyStatesIsKept() {
    Map<String, Object> free = jwk("free", ONE);
    free.remove("alg");
    Map<String, VerificationKey> keys = keys(set(free, jwk("bound", ONE)));
    assertThat(keys.get("free").algorithm()).isNull();
    assertThat(keys.get("bound").algorithm()).isEqualTo("RS256");
  }

  private static Map<String, VerificationKey> keys(String body) {
    JwksOutcome outcome =
        JwksReader.read(
            new Answer(200, Map.of(), body.getBytes(UTF_8)), "https://api.example", Duration.ZERO);
    return ((JwksOutcome.Keys) outcome).byId();
  }

  private static Map<?, ?> with(String member, Object value) {
    Map<String, Object> jwk = jwk("one", ONE);
    jwk.put(member, value);
    return jwk;
  }

  private static Map<?, ?> without(String member) {
    Map<String, Object> jwk = jwk("one", ONE);
    jwk.remove(member);
    return jwk;
  }
}
