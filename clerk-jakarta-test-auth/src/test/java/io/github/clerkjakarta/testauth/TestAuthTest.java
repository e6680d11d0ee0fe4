package io.github.clerkjakarta.testauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.Reverification;
import io.github.clerkjakarta.testkit.Organization;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TestAuthTest {

  @Test
  @DisplayName("a role and permissions are what has() asks for")
  void organization() {
    Auth auth =
        TestAuth.signedIn()
            .organization(Organization.GLOBEX)
            .orgRole("org:admin")
            .permission("org:invoices:create")
            .auth();

    assertThat(auth.userId()).contains("user_ada");
    assertThat(auth.orgSlug()).contains("globex");
    assertThat(auth.orgRole()).contains("org:admin");
    assertThat(auth.has(Requirement.permission("org:invoices:create"))).isTrue();
    assertThat(auth.has(Requirement.permission("org:invoices:read"))).isFalse();
  }

  @Test
  @DisplayName("a person alone, impersonated, with a custom claim and a proof of yesterday")
  void person() {
    Auth auth =
        TestAuth.signedIn()
            .userId("user_7")
            .impersonatedBy("user_support")
            .factorVerificationAge(1500, -1)
            .claim("tenant", "eu-1")
            .auth();

    assertThat(auth.userId()).contains("user_7");
    assertThat(auth.orgId()).isEmpty();
    assertThat(auth.actor()).isPresent();
    assertThat(auth.claims()).containsEntry("tenant", "eu-1");
    assertThat(auth.has(Requirement.reverification(Reverification.LAX))).isFalse();
    assertThat(TestAuth.signedIn().auth().has(Requirement.reverification(Reverification.LAX)))
        .isTrue();
  }

  @Test
  @DisplayName("a plan and a feature of the user and of the organization")
  void billing() {
    Auth auth = TestAuth.signedIn().plan("u:pro").feature("u:support").auth();

    assertThat(auth.has(Requirement.plan("u:pro"))).isTrue();
    assertThat(auth.has(Requirement.feature("support"))).isTrue();
    assertThat(auth.has(Requirement.feature("o:support"))).isFalse();
  }

  @Test
  @DisplayName("a token that signs nobody in is no caller")
  void nobody() {
    assertThatThrownBy(() -> TestAuth.signedIn().claim("sts", "pending").auth())
        .isInstanceOf(IllegalStateException.class);
  }
}
