package io.github.clerkjakarta.internal.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.json.JsonValues;
import io.github.clerkjakarta.internal.token.PemKey;
import io.github.clerkjakarta.internal.token.SignatureCheck;
import io.github.clerkjakarta.internal.token.VerificationKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The vectors of Wycheproof, which nobody here made, put to the key readers and the signature
 * check. A valid signature by another algorithm than RS256, RS384 and RS512 is refused here.
 */
class WycheproofTest {

  private static final Set<String> ALGORITHMS = Set.of("RS256", "RS384", "RS512");

  @Test
  @DisplayName("J11 Wycheproof's web signatures: valid RS256, RS384 and RS512 alone are accepted")
  void webSignatures() {
    assertThat(accepted("json_web_signature_test.json"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("RS256", 8, "RS384", 4, "RS512", 4));
  }

  @Test
  @DisplayName("J23 Wycheproof's web keys: of the weak, the broken and the misused none verifies")
  void webKeys() {
    assertThat(accepted("json_web_key_test.json"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("RS256", 1));
  }

  @Test
  @DisplayName("J11 Wycheproof's RSA signatures: the valid alone are accepted, by PEM and JWK")
  void rsaSignatures() {
    int valid = 0;
    for (Map<?, ?> group : groups("rsa_signature_2048_sha256_test.json")) {
      for (VerificationKey key : keysOfGroup(group)) {
        for (Map<?, ?> test : objects(group.get("tests"))) {
          byte[] signed = HexFormat.of().parseHex(text(test, "msg"));
          byte[] signature = HexFormat.of().parseHex(text(test, "sig"));
          boolean accepted = SignatureCheck.accepts(key, "RS256", signed, signature);
          if (!test.get("result").equals("acceptable")) {
            assertThat(accepted)
                .as("%s %s", test.get("tcId"), test.get("comment"))
                .isEqualTo(test.get("result").equals("valid"));
          }
          valid += accepted ? 1 : 0;
        }
      }
    }
    assertThat(valid).isGreaterThan(10);
  }

  /** The key of a group, by PEM and JWK; none where its exponent is too small to be trusted. */
  private static List<VerificationKey> keysOfGroup(Map<?, ?> group) {
    String pem = text(group, "publicKeyPem");
    Map<?, ?> jwk = group.get("keyJwk") instanceof Map<?, ?> given ? given : Map.of();
    if (text((Map<?, ?>) group.get("publicKey"), "publicExponent").equals("03")) {
      assertThatThrownBy(() -> PemKey.parse(pem)).isInstanceOf(ClerkConfigurationException.class);
      assertThat(keys(jwk)).isEmpty();
      return List.of();
    }
    VerificationKey byPem = PemKey.parse(pem).find(null, false);
    List<VerificationKey> keys = new ArrayList<>(keys(jwk).values());
    assertThat(keys).allMatch(byPem::equals).hasSize(jwk.isEmpty() ? 0 : 1);
    keys.add(byPem);
    return keys;
  }

  /** How many tokens were accepted, by algorithm; each is checked against the file. */
  private static Map<String, Integer> accepted(String file) {
    Map<String, Integer> accepted = new TreeMap<>();
    for (Map<?, ?> group : groups(file)) {
      Map<String, VerificationKey> keys = keys(group.get("public"));
      for (Map<?, ?> test : objects(group.get("tests"))) {
        String jws = text(test, "jws");
        String algorithm = header(jws, "alg");
        boolean right = test.get("result").equals("valid") && ALGORITHMS.contains(algorithm);
        VerificationKey key = keys.get(header(jws, "kid"));
        assertThat(key != null && SignatureCheck.accepts(key, jws))
            .as("%s %s: %s", file, test.get("tcId"), test.get("comment"))
            .isEqualTo(right);
        // whatever key id a token names, no other key may accept what is invalid
        assertThat(keys.values().stream().anyMatch(any -> SignatureCheck.accepts(any, jws)))
            .isEqualTo(right);
        if (right) {
          accepted.merge(algorithm, 1, Integer::sum);
        }
      }
    }
    return accepted;
  }

  private static String header(String jws, String name) {
    try {
      String encoded = jws.substring(0, Math.max(0, jws.indexOf('.')));
      Object header = JsonValues.read(Base64.getUrlDecoder().decode(encoded));
      return header instanceof Map<?, ?> members && members.get(name) instanceof String text
          ? text
          : "";
    } catch (JsonSyntaxException | IllegalArgumentException e) {
      return "";
    }
  }

  /** The keys that are worth using of a JWK or a JWK set. */
  private static Map<String, VerificationKey> keys(Object jwkOrSet) {
    if (!(jwkOrSet instanceof Map<?, ?> members)) {
      return Map.of();
    }
    Object set = members.containsKey("keys") ? members : Map.of("keys", List.of(members));
    byte[] body = JsonValues.write(set).getBytes(StandardCharsets.UTF_8);
    JwksOutcome outcome =
        JwksReader.read(new Answer(200, Map.of(), body), "https://api.example", Duration.ZERO);
    return ((JwksOutcome.Keys) outcome).byId();
  }

  private static List<Map<?, ?>> groups(String file) {
    try (InputStream vectors = WycheproofTest.class.getResourceAsStream("/wycheproof/" + file)) {
      Map<?, ?> read = (Map<?, ?>) JsonValues.read(vectors.readAllBytes());
      return objects(Optional.ofNullable(read).orElseThrow().get("testGroups"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonSyntaxException e) {
      throw new IllegalStateException(file, e);
    }
  }

  private static List<Map<?, ?>> objects(Object list) {
    List<Map<?, ?>> objects = new ArrayList<>();
    ((List<?>) list).forEach(element -> objects.add((Map<?, ?>) element));
    return objects;
  }

  private static String text(Map<?, ?> members, String name) {
    return (String) members.get(name);
  }
}
