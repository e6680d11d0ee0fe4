package io.github.clerkjakarta.security;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.Requirement;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The groups of a caller")
class ClerkGroupsTest {

  private static final Callers CALLERS = new Callers();

  @AfterAll
  static void close() {
    CALLERS.close();
  }

  @Test
  @DisplayName("S5 are the role and the permissions in the active organization")
  void organization() {
    Auth ada = CALLERS.of(CALLERS.clerk().session(ADA).organization(ACME).token());
    Set<String> groups = ClerkGroups.DEFAULT.groups(ada);

    assertThat(groups).contains("org:admin", "org:invoices:create");
    assertThat(groups)
        .allMatch(
            group ->
                !group.startsWith("org:")
                    || ada.has(Requirement.role(group))
                    || ada.has(Requirement.permission(group)));
  }

  @Test
  @DisplayName("S7 are none of an organization where none is active")
  void noOrganization() {
    assertThat(ClerkGroups.DEFAULT.groups(CALLERS.of(CALLERS.clerk().session(ADA).token())))
        .noneMatch(group -> group.startsWith("org:"));
  }

  @Test
  @DisplayName("S5 hold no permission that another role has")
  void member() {
    Auth ben = CALLERS.of(CALLERS.clerk().session(BEN).organization(ACME).token());

    assertThat(ClerkGroups.DEFAULT.groups(ben)).doesNotContain("org:admin", "org:invoices:create");
  }

  @Test
  @DisplayName("S6 name features and plans with a prefix, whoever has them")
  void featuresAndPlans() {
    Auth caller =
        CALLERS.of(
            CALLERS
                .clerk()
                .session(ADA)
                .tokenBuilder()
                .claim("fea", "o:invoices,u:org:admin")
                .claim("pla", "u:free")
                .token());

    assertThat(ClerkGroups.DEFAULT.groups(caller))
        .contains("feature:invoices", "plan:free")
        .doesNotContain("feature:org:admin", "org:admin");
  }

  @Test
  @DisplayName("S10 of a machine token are its scopes")
  void machine() {
    Auth key = CALLERS.of(CALLERS.clerk().apiKey(ADA).scope("invoices:read").token());

    assertThat(ClerkGroups.DEFAULT.groups(key)).containsExactly("scope:invoices:read");
  }

  @Test
  @DisplayName("are none for nobody")
  void nobody() {
    assertThat(ClerkGroups.DEFAULT.groups(Auth.nobody())).isEmpty();
  }
}
