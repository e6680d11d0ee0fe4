package io.github.clerkjakarta.security.internal.identity;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClaimName;
import io.github.clerkjakarta.security.Callers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How callers are named and grouped")
class CallerRulesTest {

  private static final Callers CALLERS = new Callers();
  private static final CallerRules NONE = new CallerRules(Optional.empty(), List.of(), Map.of());

  @AfterAll
  static void close() {
    CALLERS.close();
  }

  @Test
  @DisplayName("a caller is named by the user's id")
  void userId() {
    assertThat(NONE.callerName(ada())).isEqualTo(ada().userId()).isPresent();
  }

  @Test
  @DisplayName("a claim names the caller where the configuration says so")
  void claim() {
    assertThat(named("email").callerName(with("email", "ada@example.com")))
        .contains("ada@example.com");
  }

  @Test
  @DisplayName("S6 without that claim a session names nobody, and never falls back to another name")
  void claimMissing() {
    assertThat(named("email").callerName(ada())).isEmpty();
    assertThat(named("email").callerName(with("email", " "))).isEmpty();
    assertThat(named("email").callerName(with("email", List.of("a@b.c")))).isEmpty();
  }

  @Test
  @DisplayName("a machine has no claims of a session, and is named by whom it stands for")
  void machine() {
    Auth key = CALLERS.of(CALLERS.clerk().apiKey(ADA).token());

    assertThat(named("email").callerName(key)).contains(ADA.id());
  }

  @Test
  @DisplayName("S6 a custom claim is no group unless the configuration names it")
  void claimIsNoGroup() {
    assertThat(NONE.claimGroups(with("role", "org:admin"))).isEmpty();
  }

  @Test
  @DisplayName("S6 a claim's values are groups with the claim before them")
  void claimGroups() {
    CallerRules rules = grouped("department");

    assertThat(rules.claimGroups(with("department", List.of("sales", "org:admin", 7))))
        .containsExactlyInAnyOrder("department:sales", "department:org:admin", "department:7");
    assertThat(rules.claimGroups(with("department", "sales"))).containsExactly("department:sales");
    assertThat(rules.claimGroups(with("department", Map.of("a", "b")))).isEmpty();
  }

  @Test
  @DisplayName("S20 a nested claim names callers and groups by its dots")
  void nested() {
    Auth admin = with("metadata", Map.of("role", "admin", "number", 4711, "tags", List.of(true)));

    assertThat(grouped("metadata.role").claimGroups(admin)).containsExactly("metadata.role:admin");
    assertThat(grouped("metadata.tags").claimGroups(admin)).containsExactly("metadata.tags:true");
    assertThat(grouped("metadata").claimGroups(admin)).isEmpty();
    assertThat(grouped("metadata.role").claimGroups(with("metadata", "role"))).isEmpty();
    assertThat(named("metadata.number").callerName(admin)).contains("4711");
    assertThat(named("metadata.tags").callerName(admin)).isEmpty();
    assertThat(named("metadata.name").callerName(admin)).isEmpty();
  }

  @Test
  @DisplayName("S5 a Jakarta role stands for any of the groups it is mapped to")
  void mappedRoles() {
    CallerRules rules =
        new CallerRules(
            Optional.empty(), List.of(), Map.of("BOSS", Set.of("org:admin", "org:owner")));

    assertThat(rules.withMappedRoles(Set.of("org:owner"))).contains("BOSS", "org:owner");
    assertThat(rules.withMappedRoles(Set.of("org:member"))).containsExactly("org:member");
  }

  private static CallerRules named(String claim) {
    return new CallerRules(Optional.of(ClaimName.of(claim)), List.of(), Map.of());
  }

  private static CallerRules grouped(String claim) {
    return new CallerRules(Optional.empty(), List.of(ClaimName.of(claim)), Map.of());
  }

  private static Auth ada() {
    return CALLERS.of(CALLERS.clerk().session(ADA).token());
  }

  private static Auth with(String claim, Object value) {
    return CALLERS.of(CALLERS.clerk().session(ADA).tokenBuilder().claim(claim, value).token());
  }
}
