package io.github.clerkjakarta.security.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The role names of a class")
class NamedRolesTest {

  @DeclareRoles("declared")
  @ServletSecurity(
      value = @HttpConstraint(rolesAllowed = {"constrained", "**"}),
      httpMethodConstraints = @HttpMethodConstraint(value = "POST", rolesAllowed = "posting"))
  @ClerkAuthenticationMechanismDefinition(roles = {"MAPPED = org:admin", "${computed}=org:x"})
  @RolesAllowed("org:member")
  private static final class Everything {
    @RolesAllowed({"org:invoices:create", "", "*"})
    void method() {}
  }

  @Test
  @DisplayName("S5 are those of every annotation, on the class and its methods, save wildcards")
  void everything() {
    assertThat(NamedRoles.of(Everything.class))
        .containsExactlyInAnyOrder(
            "declared", "constrained", "posting", "MAPPED", "org:member", "org:invoices:create");
  }

  @Test
  @DisplayName("are none where none is named")
  void none() {
    assertThat(NamedRoles.of(Object.class)).isEmpty();
  }
}
