package io.github.clerkjakarta.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.internal.auth.MachineAuth;
import io.github.clerkjakarta.internal.auth.SessionAuth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The names of roles")
class RoleNamesTest {

  private static final Map<String, Object> SIGNED_IN =
      Map.of(
          "sub",
          "user_1",
          "sid",
          "sess_1",
          "fea",
          "o:reports,u:notes,ou:org,u:org:admin,u:x:y,o:",
          "pla",
          "o:pro,u:free");

  static Stream<Auth> callers() {
    return Stream.of(
        SessionAuth.of(SIGNED_IN),
        session(
            Map.of("v", 2L, "o", Map.of("id", "org_1", "rol", "admin", "per", "a", "fpm", "1"))),
        session(Map.of("v", 2L, "o", Map.of("id", "org_1", "rol", "org:admin"))),
        session(Map.of("org_id", "org_1", "org_role", "admin")),
        session(Map.of("org_id", "org_1", "org_role", "org:admin")),
        session(Map.of("org_role", "org:admin", "org_permissions", List.of("org:a:b"))),
        session(
            Map.of(
                "org_id",
                "org_1",
                "org_permissions",
                List.of("a:b", "org:a:b", "org:org:a:c", "feature:secret", "scope:all", "**"))),
        session(Map.of("org_id", "org_1", "org_role", "feature:secret", "scopes", "all")),
        MachineAuth.apiKey("ak_1", "k", "user_1", List.of("a:b", "org:admin", "**"), Map.of()),
        MachineAuth.apiKey("ak_1", "k", "org_1", List.of("scope:a", "feature:reports"), Map.of()),
        Auth.nobody());
  }

  @ParameterizedTest
  @MethodSource("callers")
  @DisplayName("S19 that the container is told of are those that hold with the filter alone")
  void oneRule(Auth caller) {
    Set<String> told = RoleNames.of(caller);

    assertThat(names())
        .allSatisfy(
            name ->
                assertThat(told.contains(name) || (name.equals("**") && caller.isAuthenticated()))
                    .as(name)
                    .isEqualTo(RoleNames.holds(caller, name)));
    assertThat(told).allMatch(name -> RoleNames.holds(caller, name));
  }

  @Test
  @DisplayName("S19 begin with org:, feature:, plan: or scope:, and have one spelling each")
  void told() {
    assertThat(RoleNames.of(SessionAuth.of(SIGNED_IN)))
        .containsExactlyInAnyOrder(
            "feature:reports",
            "feature:org:reports",
            "feature:notes",
            "feature:user:notes",
            "feature:org",
            "feature:org:org",
            "feature:user:org",
            "plan:pro",
            "plan:org:pro",
            "plan:free",
            "plan:user:free");
    assertThat(RoleNames.of(session(Map.of("org_id", "org_1", "org_role", "org:org:admin"))))
        .contains("org:admin")
        .doesNotContain("org:org:admin", "admin");
  }

  @Test
  @DisplayName("S6 S7 of an organization are none where none is active")
  void noOrganization() {
    Auth caller = session(Map.of("org_role", "org:admin", "org_permissions", List.of("org:a:b")));

    assertThat(RoleNames.of(caller)).noneMatch(name -> name.startsWith("org:"));
  }

  private static Auth session(Map<String, Object> more) {
    Map<String, Object> claims = new java.util.HashMap<>(SIGNED_IN);
    claims.putAll(more);
    return SessionAuth.of(Map.copyOf(claims));
  }

  /** All that two prefixes and a word can spell. */
  private static List<String> names() {
    List<String> prefixes =
        List.of("", "org:", "feature:", "plan:", "scope:", "user:", "o:", "u:", "organization:");
    List<String> words =
        List.of(
            "", "admin", "a:b", "a:c", "org", "reports", "notes", "pro", "free", "secret", "all",
            "a", "x:y", "*", "**");
    List<String> names = new ArrayList<>();
    for (String first : prefixes) {
      for (String second : prefixes) {
        words.forEach(word -> names.add(first + second + word));
      }
    }
    return names;
  }
}
