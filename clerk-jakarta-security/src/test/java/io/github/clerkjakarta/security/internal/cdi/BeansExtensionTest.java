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
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.security.enterprise.authentication.mechanism.http.RememberMe;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
  @DisplayName("a claim in an object that depends on what outlives a request fails it too")
  void claimOfDependent() {
    for (Class<?> type : List.of(Depending.class, ResourceEjb.class)) {
      assertThatThrownBy(() -> start(Definition.class, type))
          .hasStackTraceContaining("@Claim(\"email\") is injected into " + type.getName());
    }
    try (SeContainer container = start(Definition.class, Resource.class, Asking.class)) {
      assertThat(container.isRunning()).isTrue();
    }
  }

  @Test
  @DisplayName("a REST resource with a claim in what outlives a request fails it too")
  void claimOfKeptResource() {
    assertThatThrownBy(() -> start(Definition.class, Resource.class, Keeping.class))
        .hasStackTraceContaining("is injected into " + Resource.class.getName())
        .hasStackTraceContaining(Keeping.class.getName());
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
  @DisplayName("S17 an annotation on what a bean extends or implements holds for the bean")
  void inherited() {
    try (SeContainer container =
        start(Definition.class, Heir.class, Implementing.class, Overriding.class)) {
      Heir heir = container.select(Heir.class).get();
      Implementing implementing = container.select(Implementing.class).get();
      Overriding overriding = container.select(Overriding.class).get();

      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              heir::inherited,
              heir::own,
              heir::ofPackage,
              heir::ofHeirs,
              implementing::write,
              implementing::defaulted,
              overriding::write,
              () -> overriding.put("text"))) {
        assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
      }
      assertThat(overriding.read()).isEqualTo("open");
    }
  }

  @Test
  @DisplayName("S17 an annotation on a final class fails the deployment")
  void finalClass() {
    assertThatThrownBy(() -> start(Definition.class, Locked.class))
        .hasStackTraceContaining("An annotation can't protect " + Locked.class.getName() + ".open");
  }

  @Test
  @DisplayName("S17 an annotation on a stereotype fails the deployment that has it")
  void stereotype() {
    assertThatThrownBy(() -> start(Definition.class, Believing.class))
        .hasStackTraceContaining("Nobody would judge the annotation on @" + Admins.class.getName())
        .hasStackTraceContaining(": put it on " + Believing.class.getName());
  }

  @Test
  @DisplayName("S17 an annotation on an interceptor or a decorator fails the deployment")
  void aroundBeans() {
    for (Class<?> type : List.of(Decorating.class, Intercepting.class)) {
      assertThatThrownBy(() -> start(Definition.class, type))
          .hasStackTraceContaining("An annotation can't protect " + type.getName() + ": put it on");
    }
  }

  @Test
  @DisplayName("S17 roles that the container of an enterprise bean doesn't see fail the deployment")
  void enterpriseBean() {
    for (Class<?> type : List.of(OverridingEjb.class, ImplementingEjb.class)) {
      assertThatThrownBy(() -> start(Definition.class, type))
          .hasStackTraceContaining("Nobody would judge the roles for " + type.getName() + ".write");
    }
    try (SeContainer container = start(Definition.class, RepeatingEjb.class)) {
      assertThat(container.isRunning()).isTrue();
    }
  }

  @Test
  @DisplayName("S17 an annotation on what a producer method makes fails the deployment")
  void produced() {
    assertThatThrownBy(() -> start(Definition.class, Producing.class))
        .hasStackTraceContaining("Nobody would judge the annotations of " + Made.class.getName());
    try (SeContainer container = start(Definition.class, Heir.class, Handing.class)) {
      assertThat(container.isRunning()).isTrue();
    }
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

  @Dependent
  static class Depending {
    @Inject
    @Claim("email")
    Optional<String> email;
  }

  @Stateless
  @Path("ejb")
  static class ResourceEjb {
    @Inject
    @Claim("email")
    Optional<String> email;
  }

  @Dependent
  @Path("resource")
  static class Resource {
    @Inject
    @Claim("email")
    Optional<String> email;
  }

  @ApplicationScoped
  static class Keeping {
    @Inject Resource resource;
  }

  @ApplicationScoped
  static class Asking {
    @Inject
    @Claim("email")
    Instance<Optional<String>> email;
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

  @RolesAllowed("org:admin")
  static class Base {
    String inherited() {
      return "open";
    }

    String ofPackage() {
      return "open";
    }

    protected String ofHeirs() {
      return "open";
    }
  }

  @ApplicationScoped
  static class Heir extends Base {
    String own() {
      return "open";
    }
  }

  interface Writing<T> {
    @Protect
    String write();

    @RolesAllowed("org:admin")
    default String defaulted() {
      return "open";
    }

    @RolesAllowed("org:admin")
    default String put(T value) {
      return "open";
    }
  }

  @ApplicationScoped
  static class Implementing implements Writing<String> {
    @Override
    public String write() {
      return "open";
    }
  }

  @ApplicationScoped
  static class Overriding extends Ledger implements Writing<String> {
    @Override
    public String write() {
      return "open";
    }

    @Override
    public String put(String value) {
      return "open";
    }

    @Override
    String read() {
      return "open";
    }
  }

  @Dependent
  @Protect
  static final class Locked {
    void open() {}
  }

  @Decorator
  @Protect
  abstract static class Decorating implements Writing<String> {
    @Inject @Delegate Writing<String> delegate;
  }

  @Interceptor
  @RolesAllowed("org:admin")
  static class Intercepting {}

  @Stateless
  static class OverridingEjb extends Ledger {
    @Override
    public String write() {
      return "open";
    }
  }

  interface Accounts {
    @RolesAllowed("org:admin")
    void write();
  }

  @Stateless
  static class ImplementingEjb implements Accounts {
    @Override
    public void write() {}
  }

  @Stateless
  static class RepeatingEjb implements Accounts {
    @Override
    @RolesAllowed("org:admin")
    public void write() {}
  }

  @Protect
  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @interface Admins {}

  @Admins
  @ApplicationScoped
  static class Believing {}

  static class Made extends Base {}

  @ApplicationScoped
  static class Producing {
    @Produces
    Made made() {
      return new Made();
    }
  }

  @ApplicationScoped
  static class Handing {
    @Produces
    @Claim("handed")
    Heir handed(Heir heir) {
      return heir;
    }
  }

  @ApplicationScoped
  static class Muddled {
    @Protect(organization = "{slug")
    void open() {}
  }
}
