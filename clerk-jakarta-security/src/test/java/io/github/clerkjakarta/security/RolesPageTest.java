package io.github.clerkjakarta.security;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.example.GroupsWithPartners;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The code of docs/roles-and-permissions.md")
class RolesPageTest {

  @Test
  @DisplayName("adds a group of its own to those of Clerk")
  void groups() {
    try (Callers callers = new Callers()) {
      String token = callers.clerk().session(ADA).organization(ACME).token();

      assertThat(new GroupsWithPartners().groups(callers.of(token)))
          .contains("partner", "org:admin");
      assertThat(new GroupsWithPartners().groups(callers.of(callers.clerk().sessionToken(ADA))))
          .doesNotContain("partner");
    }
  }
}
