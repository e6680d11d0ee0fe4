package io.github.clerkjakarta.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.FactorVerificationAge;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.Reverification;
import io.github.clerkjakarta.internal.json.JsonValues;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of Clerk's own SDK, from the claims on: nothing is verified here. */
@DisplayName("The caller is the one that @clerk/backend makes of the same claims")
final class SessionAuthVectorsTest {

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource({"claims", "authorization"})
  void callerAndHas(String id, String title, Map<String, Object> vector) {
    Map<?, ?> expected = map(vector.get("expected"));
    Auth session = SessionAuth.of(claimsOf(vector));
    Auth caller = SessionAuthTest.active(session);

    if (expected.containsKey("authThrows")) {
      assertThat(caller.orgPermissions()).isEmpty();
      return;
    }
    assertSame(caller, map(expected.get("auth")));
    if (expected.containsKey("authPendingAllowed")) {
      assertSame(session, map(expected.get("authPendingAllowed")));
    }
    for (Object check : list(expected.get("has"))) {
      Map<?, ?> params = map(map(check).get("params"));
      requirement(params)
          .ifPresent(
              wanted ->
                  assertThat(caller.has(wanted))
                      .as("has %s", params)
                      .isEqualTo(map(check).get("result")));
    }
  }

  private static void assertSame(Auth auth, Map<?, ?> expected) {
    assertThat(auth.isAuthenticated()).isEqualTo(expected.get("isAuthenticated"));
    assertThat(auth.tokenType().orElseThrow().value()).isEqualTo(expected.get("tokenType"));
    assertThat(auth.userId()).isEqualTo(text(expected.get("userId")));
    assertThat(auth.sessionId()).isEqualTo(text(expected.get("sessionId")));
    assertThat(auth.sessionStatus()).isEqualTo(text(expected.get("sessionStatus")));
    assertThat(auth.orgId()).isEqualTo(text(expected.get("orgId")));
    assertThat(auth.orgRole()).isEqualTo(text(expected.get("orgRole")));
    assertThat(auth.orgSlug()).isEqualTo(text(expected.get("orgSlug")));
    assertThat(auth.orgPermissions())
        .isEqualTo(expected.get("orgPermissions") instanceof List<?> given ? given : List.of());
    assertThat(auth.factorVerificationAge()).isEqualTo(ages(expected.get("factorVerificationAge")));
    assertThat(auth.actor().<Object>map(actor -> actor.claims()).orElse(null))
        .isEqualTo(expected.get("actor"));
    Object claims = expected.get("sessionClaims");
    assertThat(auth.claims()).isEqualTo(claims == null ? Map.of() : claims);
  }

  private static Optional<String> text(Object value) {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static Optional<FactorVerificationAge> ages(Object value) {
    return value instanceof List<?> ages
            && ages.size() == 2
            && ages.stream().allMatch(age -> age instanceof Long)
        ? Optional.of(new FactorVerificationAge((Long) ages.get(0), (Long) ages.get(1)))
        : Optional.empty();
  }

  /** Empty for parameters that a typed API can't express. */
  private static Optional<Requirement> requirement(Map<?, ?> params) {
    List<Requirement> parts = new ArrayList<>();
    for (Map.Entry<?, ?> param : params.entrySet()) {
      Object value = param.getValue();
      if ("reverification".equals(param.getKey())) {
        Optional<Reverification> reverification = reverification(value);
        if (reverification.isEmpty()) {
          return Optional.empty();
        }
        parts.add(Requirement.reverification(reverification.get()));
      } else if (value instanceof String text) {
        switch ((String) param.getKey()) {
          case "role" -> parts.add(Requirement.role(text));
          case "permission" -> parts.add(Requirement.permission(text));
          case "feature" -> parts.add(Requirement.feature(text));
          case "plan" -> parts.add(Requirement.plan(text));
          default -> {
            return Optional.empty();
          }
        }
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Requirement.All(parts));
  }

  private static Optional<Reverification> reverification(Object value) {
    if (value instanceof Map<?, ?> config) {
      return config.get("afterMinutes") instanceof Long minutes
              && minutes >= 1
              && config.get("level") instanceof String level
          ? Stream.of(Reverification.Level.values())
              .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(level))
              .map(known -> new Reverification(known, minutes.intValue()))
              .findFirst()
          : Optional.empty();
    }
    return Stream.of(
            Reverification.STRICT_MFA,
            Reverification.STRICT,
            Reverification.MODERATE,
            Reverification.LAX)
        .filter(preset -> preset.preset().equals(Optional.ofNullable(value)))
        .findFirst();
  }

  static Stream<Arguments> claims() throws Exception {
    return vectors("claims-v1-v2.json");
  }

  static Stream<Arguments> authorization() throws Exception {
    return vectors("authorization.json");
  }

  private static Stream<Arguments> vectors(String file) throws Exception {
    return list(map(JsonValues.read(bytes("/conformance/" + file))).get("vectors")).stream()
        .map(SessionAuthVectorsTest::map)
        .filter(vector -> token(vector).split("\\.").length == 3)
        .map(vector -> Arguments.of(vector.get("id"), vector.get("title"), vector));
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream stream = SessionAuthVectorsTest.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(stream, resource).readAllBytes();
    }
  }

  private static Map<String, Object> claimsOf(Map<String, Object> vector) {
    try {
      return map(JsonValues.read(Base64.getUrlDecoder().decode(token(vector).split("\\.")[1])));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String token(Map<String, Object> vector) {
    Object header = map(map(vector.get("request")).get("headers")).get("authorization");
    return header instanceof String text ? text.replace("Bearer ", "") : "";
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  private static List<?> list(Object value) {
    return value == null ? List.of() : (List<?>) value;
  }
}
