package io.github.clerkjakarta.security.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.security.AccessDeniedException;
import io.github.clerkjakarta.security.Claim;
import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import io.github.clerkjakarta.security.Protect;
import io.github.clerkjakarta.security.internal.mechanism.ClerkExtension;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.security.enterprise.authentication.mechanism.http.RememberMe;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In a CDI container without a server, so without requests. */
@DisplayName("Beans of an application")
class BeansExtensionTest {

  @Test
  @DisplayName("D16 without a request a bean refuses, unless everybody may call it")
  void outsideOfRequests() {
    try (SeContainer container = start(Definition.class, Ledger.class)) {
      Ledger ledger = container.select(Ledger.class).get();

      assertThatThrownBy(ledger::write)
          .isInstanceOf(AccessDeniedException.class)
          .hasMessage("Ledger.write needs a caller, and there is no request here that has one.");
      assertThat(ledger.read()).isEqualTo("read");
    }
  }

  @Test
  @DisplayName("D16 an observer of the start that is for admins refuses to run")
  void startUpObserver() {
    assertThatThrownBy(() -> start(Definition.class, Opening.class))
        .hasStackTraceContaining("Opening.open needs a caller");
  }

  @Test
  @DisplayName("D10 injected Auth says clearly that there is no request")
  void authOutsideOfRequests() {
    try (SeContainer container = start(Definition.class)) {
      Auth auth = container.select(Auth.class).get();

      assertThatThrownBy(auth::isAuthenticated)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("There is no request here");
    }
  }

  @Test
  @DisplayName("a claim in what outlives a request fails the deployment")
  void claimTooWide() {
    assertThatThrownBy(() -> start(Definition.class, Mailer.class))
        .hasStackTraceContaining("@Claim(\"email\") is injected into " + Mailer.class.getName());
  }

  @Test
  @DisplayName("a claim in a request-scoped bean doesn't")
  void claimOfRequest() {
    try (SeContainer container = start(Definition.class, Greeting.class)) {
      assertThat(container.select(Greeting.class).isResolvable()).isTrue();
    }
  }

  @Test
  @DisplayName("an annotation on a method that no interceptor sees fails the deployment")
  void privateMethod() {
    assertThatThrownBy(() -> start(Definition.class, Secretive.class))
        .hasStackTraceContaining(
            "An annotation can't protect " + Secretive.class.getName() + ".hide");
    assertThatThrownBy(() -> start(Definition.class, Sealed.class))
        .hasStackTraceContaining("An annotation can't protect " + Sealed.class.getName() + ".open");
  }

  @Test
  @DisplayName("an organization that means nothing fails the deployment")
  void meaninglessOrganization() {
    assertThatThrownBy(() -> start(Definition.class, Muddled.class))
        .hasStackTraceContaining("Write the organization of @Protect as");
  }

  @Test
  @DisplayName("S13 what belongs on another mechanism fails the deployment beside the definition")
  void otherMechanisms() {
    refusesToStart(Remembering.class, "RememberMe");
    refusesToStart(KeepingSessions.class, "AutoApplySession");
    refusesToStart(SendingToLogin.class, "LoginToContinue");
  }

  @Test
  @DisplayName("without a definition the annotations are left alone")
  void inert() {
    try (SeContainer container = start(Ledger.class, Secretive.class, Sealed.class)) {
      assertThat(container.select(Ledger.class).get().write()).isEqualTo("written");
      assertThat(container.select(Auth.class).isUnsatisfied()).isTrue();
    }
  }

  private static void refusesToStart(Class<?> definition, String annotation) {
    assertThatThrownBy(() -> start(definition))
        .hasStackTraceContaining(
            "Take @" + annotation + " away from " + definition.getName() + ": it belongs on");
  }

  private static SeContainer start(Class<?>... beans) {
    return SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addExtensions(new ClerkExtension(), new BeansExtension())
        .addBeanClasses(beans)
        .addBeanClasses(Server.class)
        .initialize();
  }

  @ApplicationScoped
  @ClerkAuthenticationMechanismDefinition
  static class Definition {}

  @ApplicationScoped
  @RememberMe
  @ClerkAuthenticationMechanismDefinition
  static class Remembering {}

  @ApplicationScoped
  @AutoApplySession
  @ClerkAuthenticationMechanismDefinition
  static class KeepingSessions {}

  @ApplicationScoped
  @LoginToContinue
  @ClerkAuthenticationMechanismDefinition
  static class SendingToLogin {}

  /** What a server has and CDI alone hasn't. */
  @ApplicationScoped
  static class Server implements IdentityStoreHandler {

    @Override
    public CredentialValidationResult validate(Credential credential) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    @Produces
    @RequestScoped
    HttpServletRequest request() {
      throw new IllegalStateException("There is no request.");
    }
  }

  @ApplicationScoped
  static class Ledger {
    @RolesAllowed("org:admin")
    String write() {
      return "written";
    }

    @PermitAll
    String read() {
      return "read";
    }
  }

  @ApplicationScoped
  static class Opening {
    @RolesAllowed("org:admin")
    void open(@Observes @Initialized(ApplicationScoped.class) Object event) {}
  }

  @ApplicationScoped
  static class Mailer {
    @Inject
    @Claim("email")
    Optional<String> email;
  }

  @RequestScoped
  static class Greeting {
    @Inject
    @Claim("email")
    Optional<String> email;
  }

  @ApplicationScoped
  static class Secretive {
    @RolesAllowed("org:admin")
    @SuppressWarnings("unused")
    private void hide() {}
  }

  @Dependent
  @Protect
  static class Sealed {
    final void open() {
      help();
    }

    private static void help() {}
  }

  @ApplicationScoped
  static class Muddled {
    @Protect(organization = "{slug")
    void open() {}
  }
}
