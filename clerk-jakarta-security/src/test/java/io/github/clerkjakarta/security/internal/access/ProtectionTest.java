package io.github.clerkjakarta.security.internal.access;

import static io.github.clerkjakarta.security.Protect.Preset.LAX;
import static io.github.clerkjakarta.security.Protect.Preset.STRICT;
import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Organization.GLOBEX;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.Reverification;
import io.github.clerkjakarta.internal.access.NamedSegment;
import io.github.clerkjakarta.security.Callers;
import io.github.clerkjakarta.security.ClerkGroups;
import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import io.github.clerkjakarta.security.internal.identity.Caller;
import io.github.clerkjakarta.servlet.ClerkPrincipal;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What annotations mean, for callers that the engine itself made out of tokens. */
@DisplayName("The annotations of a method")
class ProtectionTest {

  private static final Verdict OPEN = new Verdict.Open();
  private static final Verdict NEEDS_CALLER = new Verdict.NeedsCaller();
  private static final Verdict FORBIDDEN = new Verdict.Forbidden();
  private static final Caller NOBODY = new Caller(Auth.nobody(), null, Set.of());

  private static Callers callers;
  private static Caller admin;
  private static Caller member;
  private static Caller personal;

  @BeforeAll
  static void signIn() {
    callers = new Callers();
    admin = known(callers.clerk().session(ADA).organization(ACME).token());
    member = known(callers.clerk().session(BEN).organization(ACME).token());
    personal = known(callers.clerk().session(ADA).token());
  }

  @AfterAll
  static void close() {
    callers.close();
  }

  @Test
  @DisplayName("S5 a permission in @RolesAllowed admits whom it is granted to, and nobody else")
  void rolesAllowed() {
    assertThat(judge(Invoices.class, "create", admin)).isEqualTo(OPEN);
    assertThat(judge(Invoices.class, "create", member)).isEqualTo(FORBIDDEN);
    assertThat(judge(Invoices.class, "create", NOBODY)).isEqualTo(NEEDS_CALLER);
  }

  @Test
  @DisplayName("S6 a role that is named like a permission doesn't stand for it")
  void namesDoNotMix() {
    Caller strange = new Caller(admin.auth(), admin.principal(), Set.of("invoices:create"));

    assertThat(judge(Invoices.class, "create", strange)).isEqualTo(FORBIDDEN);
  }

  @Test
  @DisplayName("S7 without an active organization its roles and permissions admit nobody")
  void noOrganization() {
    assertThat(judge(Invoices.class, "create", personal)).isEqualTo(FORBIDDEN);
    assertThat(judge(Invoices.class, "role", personal)).isEqualTo(FORBIDDEN);
  }

  @Test
  @DisplayName("S8 every member of @Protect must hold; one that can't hold admits nobody")
  void everyMember() {
    assertThat(judge(Invoices.class, "many", admin)).isEqualTo(OPEN);
    assertThat(judge(Invoices.class, "oneTooMany", admin)).isEqualTo(FORBIDDEN);
    assertThat(judge(Invoices.class, "blank", admin)).isEqualTo(FORBIDDEN);
  }

  @Test
  @DisplayName("@Protect without members asks that somebody is signed in")
  void signedIn() {
    assertThat(judge(Invoices.class, "anybody", personal)).isEqualTo(OPEN);
    assertThat(judge(Invoices.class, "anybody", NOBODY)).isEqualTo(NEEDS_CALLER);
  }

  @Test
  @DisplayName("@RolesAllowed and @Protect on one method must both hold")
  void both() {
    assertThat(judge(Invoices.class, "both", admin)).isEqualTo(OPEN);
    assertThat(judge(Invoices.class, "both", member)).isEqualTo(FORBIDDEN);
  }

  @Test
  @DisplayName("no annotation asks nothing, and ** asks for any caller")
  void anyCaller() {
    assertThat(judge(Invoices.class, "open", NOBODY)).isEqualTo(OPEN);
    assertThat(judge(Invoices.class, "anyRole", personal)).isEqualTo(OPEN);
    assertThat(judge(Invoices.class, "anyRole", NOBODY)).isEqualTo(NEEDS_CALLER);
  }

  @Test
  @DisplayName(
      "S9 a missing or old proof of identity asks for a new one, if nothing else is missing")
  void reverification() {
    assertThat(judge(Invoices.class, "delete", verified(5, 5))).isEqualTo(OPEN);
    assertThat(judge(Invoices.class, "delete", verified(5, 11))).isEqualTo(again());
    assertThat(judge(Invoices.class, "delete", verified(-1, -1))).isEqualTo(again());
    assertThat(judge(Invoices.class, "delete", claiming("fva", null))).isEqualTo(again());
    assertThat(judge(Invoices.class, "delete", claiming("fva", "5,5"))).isEqualTo(again());
    assertThat(judge(Invoices.class, "delete", member)).isEqualTo(FORBIDDEN);
    assertThat(judge(Invoices.class, "delete", NOBODY)).isEqualTo(NEEDS_CALLER);
  }

  @Test
  @DisplayName("S11 an impersonated session keeps the person's roles, unless @DenyImpersonated")
  void impersonation() {
    Caller impersonated =
        known(callers.clerk().session(ADA).organization(ACME).impersonatedBy("user_x").token());

    assertThat(judge(Invoices.class, "create", impersonated)).isEqualTo(OPEN);
    assertThat(judge(Invoices.class, "personally", impersonated)).isEqualTo(FORBIDDEN);
    assertThat(judge(Invoices.class, "personally", admin)).isEqualTo(OPEN);
    assertThat(judge(Invoices.class, "personally", NOBODY)).isEqualTo(OPEN);
    assertThat(judge(Personal.class, "permitted", impersonated)).isEqualTo(FORBIDDEN);
  }

  @Test
  @DisplayName("S15 an admin of acme may not act on globex, though the role is the one asked for")
  void otherOrganization() {
    assertThat(judge(Invoices.class, "named", admin, Map.of("slug", "acme"))).isEqualTo(OPEN);
    assertThat(judge(Invoices.class, "named", admin, Map.of("slug", ACME.id()))).isEqualTo(OPEN);
    assertThat(judge(Invoices.class, "named", admin, Map.of("slug", GLOBEX.slug())))
        .isEqualTo(FORBIDDEN);
    assertThat(judge(Invoices.class, "named", admin, Map.of("slug", ""))).isEqualTo(FORBIDDEN);
    assertThat(judge(Invoices.class, "literal", admin)).isEqualTo(OPEN);
  }

  @Test
  @DisplayName("S15 an organization that can't be found out is nobody's")
  void unresolved() {
    assertThat(judge(Invoices.class, "named", admin)).isEqualTo(FORBIDDEN);
    assertThat(judge(Invoices.class, "named", admin, Map.of("other", "acme"))).isEqualTo(FORBIDDEN);
    assertThat(judge(Invoices.class, "path", admin)).isEqualTo(FORBIDDEN);
  }

  @Test
  @DisplayName("S20 a claim of @Protect has the value, or is a list with it in it")
  void claim() {
    Object listed = Map.of("role", List.of("editor", "admin"));

    assertThat(judge(Invoices.class, "claim", claiming("metadata", Map.of("role", "admin"))))
        .isEqualTo(OPEN);
    assertThat(judge(Invoices.class, "claim", claiming("metadata", listed))).isEqualTo(OPEN);
    assertThat(judge(Invoices.class, "claim", claiming("metadata", Map.of("role", "a"))))
        .isEqualTo(FORBIDDEN);
    assertThat(judge(Invoices.class, "claim", admin)).isEqualTo(FORBIDDEN);
  }

  @Test
  @DisplayName("S20 D14 a claim of @Protect that can never be there fails the deployment")
  void impossibleClaim() {
    for (String name : List.of("noValue", "emptyValue", "emptyPart", "blankName")) {
      assertThatThrownBy(() -> judge(Meaningless.class, name, admin))
          .isInstanceOf(ClerkConfigurationException.class)
          .hasMessageStartingWith("The claim of @Protect can't be read: ");
    }
  }

  @Test
  @DisplayName("an organization that means nothing fails the deployment")
  void meaningless() {
    for (String name : List.of("braces", "twoNames", "noName")) {
      assertThatThrownBy(() -> judge(Meaningless.class, name, admin))
          .isInstanceOf(ClerkConfigurationException.class);
    }
  }

  @Test
  @DisplayName("D16 an annotation of a method counts in place of the one of its class")
  void methodOverClass() {
    assertThat(judge(Closed.class, "plain", admin)).isEqualTo(FORBIDDEN);
    assertThat(judge(Closed.class, "plain", NOBODY)).isEqualTo(NEEDS_CALLER);
    assertThat(judge(Closed.class, "permitted", NOBODY)).isEqualTo(OPEN);
    assertThat(judge(Closed.class, "allowed", admin)).isEqualTo(OPEN);
    assertThat(judge(Closed.class, "allowed", member)).isEqualTo(FORBIDDEN);
    assertThat(judge(Admins.class, "plain", member)).isEqualTo(FORBIDDEN);
    assertThat(judge(Admins.class, "closed", admin)).isEqualTo(FORBIDDEN);
    assertThat(judge(Admins.class, "readers", member)).isEqualTo(OPEN);
    assertThat(judge(Admins.class, "permitted", NOBODY)).isEqualTo(OPEN);
  }

  @Test
  @DisplayName("D16 what a class inherits keeps its annotations, and so does what it overrides")
  void inherited() {
    assertThat(judge(Heir.class, "plain", admin)).isEqualTo(FORBIDDEN);
    assertThat(judge(Heir.class, "permitted", NOBODY)).isEqualTo(OPEN);
    assertThat(judge(Heir.class, "own", NOBODY)).isEqualTo(OPEN);
    assertThat(judge(Overriding.class, "create", NOBODY)).isEqualTo(NEEDS_CALLER);
  }

  @Test
  @DisplayName("D16 an annotation on a method of an interface holds for what implements it")
  void declaredByInterface() throws Exception {
    Method declared = Ledger.class.getDeclaredMethod("close");

    assertThat(Protection.of(Books.class, declared).judge(member, at(Map.of())))
        .isEqualTo(FORBIDDEN);
  }

  @Test
  @DisplayName("of several that contradict each other the strictest counts")
  void strictest() {
    assertThat(judge(Invoices.class, "contradictory", admin)).isEqualTo(FORBIDDEN);
  }

  @Test
  @DisplayName("where a container judges roles, what is Clerk's is still asked")
  void withoutRoles() {
    Protection protection = Protection.of(Invoices.class, method(Invoices.class, "both"));

    assertThat(protection.withoutRoles().judge(personal, at(Map.of()))).isEqualTo(FORBIDDEN);
    assertThat(
            Protection.of(Closed.class, method(Closed.class, "plain")).withoutRoles().asksNothing())
        .isTrue();
  }

  private static Verdict judge(Class<?> type, String method, Caller caller) {
    return judge(type, method, caller, Map.of());
  }

  private static Verdict judge(
      Class<?> type, String method, Caller caller, Map<String, String> names) {
    return Protection.of(type, method(type, method)).judge(caller, at(names));
  }

  private static Method method(Class<?> type, String name) {
    return Stream.<Class<?>>iterate(type, it -> it != null, Class::getSuperclass)
        .flatMap(it -> Stream.of(it.getDeclaredMethods()))
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static CallSite at(Map<String, String> names) {
    return new CallSite() {
      @Override
      public Optional<String> named(String name) {
        return Optional.ofNullable(names.get(name));
      }

      @Override
      public Optional<String> at(NamedSegment segment) {
        return Optional.empty();
      }
    };
  }

  private static Caller known(String token) {
    Auth auth = callers.of(token);
    return new Caller(
        auth, new ClerkPrincipal(auth.userId().orElseThrow()), ClerkGroups.DEFAULT.groups(auth));
  }

  private static Caller verified(int first, int second) {
    return claiming("fva", List.of(first, second));
  }

  private static Caller claiming(String claim, Object value) {
    return known(
        callers.clerk().session(ADA).organization(ACME).tokenBuilder().claim(claim, value).token());
  }

  private static Verdict again() {
    return new Verdict.NeedsReverification(Reverification.STRICT);
  }

  @SuppressWarnings("unused")
  static class Invoices {
    void open() {}

    @RolesAllowed("org:invoices:create")
    void create() {}

    @RolesAllowed("**")
    void anyRole() {}

    @Protect(role = "org:admin")
    void role() {}

    @Protect
    void anybody() {}

    @Protect(role = "org:admin", permission = "org:invoices:create", reverification = LAX)
    void many() {}

    @Protect(role = "org:admin", permission = "org:invoices:burn")
    void oneTooMany() {}

    @Protect(permission = " ")
    void blank() {}

    @Protect(claim = "metadata.role=admin")
    void claim() {}

    @RolesAllowed("org:invoices:create")
    @Protect(role = "org:admin")
    void both() {}

    @Protect(permission = "org:invoices:create", reverification = STRICT)
    void delete() {}

    @DenyImpersonated
    void personally() {}

    @Protect(role = "org:admin", organization = "{slug}")
    void named() {}

    @Protect(organization = "acme")
    void literal() {}

    @Protect(organization = "/orgs/{slug}/**")
    void path() {}

    @PermitAll
    @DenyAll
    void contradictory() {}
  }

  @SuppressWarnings("unused")
  static class Meaningless {
    @Protect(organization = "{slug}-{id}")
    void braces() {}

    @Protect(organization = "/{a}/{b}")
    void twoNames() {}

    @Protect(organization = "/orgs")
    void noName() {}

    @Protect(claim = "metadata.role")
    void noValue() {}

    @Protect(claim = "metadata.role=")
    void emptyValue() {}

    @Protect(claim = "metadata.=admin")
    void emptyPart() {}

    @Protect(claim = "metadata.role =admin")
    void blankName() {}
  }

  @DenyImpersonated
  @SuppressWarnings("unused")
  static class Personal {
    @PermitAll
    void permitted() {}
  }

  @DenyAll
  @SuppressWarnings("unused")
  static class Closed {
    void plain() {}

    @PermitAll
    void permitted() {}

    @RolesAllowed("org:admin")
    void allowed() {}
  }

  @Protect(role = "org:admin")
  @SuppressWarnings("unused")
  static class Admins {
    void plain() {}

    @DenyAll
    void closed() {}

    @Protect(permission = "org:invoices:read")
    void readers() {}

    @PermitAll
    void permitted() {}
  }

  @PermitAll
  @SuppressWarnings("unused")
  static class Heir extends Closed {
    void own() {}
  }

  static class Overriding extends Invoices {
    @Override
    void create() {}
  }

  interface Ledger {
    @RolesAllowed("org:admin")
    void close();
  }

  static class Books implements Ledger {
    @Override
    public void close() {}
  }
}
