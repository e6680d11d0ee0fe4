package io.github.clerkjakarta.security.internal.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition.ClerkAuthenticationMechanism;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanismHandler;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.eclipse.microprofile.auth.LoginConfig;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In a CDI container without a server, with the API of Jakarta EE 11. */
@DisplayName("An application with Clerk's mechanism and")
class OtherMechanismsTest {

  @Test
  @DisplayName("a handler that may choose another starts, and finds Clerk's by its qualifier")
  void chosen() {
    try (SeContainer container = start(House.class, Chooser.class)) {
      assertThat(
              container
                  .select(
                      HttpAuthenticationMechanism.class,
                      new AnnotationLiteral<ClerkAuthenticationMechanism>() {})
                  .isResolvable())
          .isTrue();
      assertThat(container.select(HttpAuthenticationMechanism.class).isResolvable()).isTrue();
    }
  }

  @Test
  @DisplayName(
      "D14 another mechanism, be it defined once or twice, doesn't start where none chooses")
  void notChosen() {
    refusesToStart("write an HttpAuthenticationMechanismHandler", House.class);
    refusesToStart("write an HttpAuthenticationMechanismHandler", Basic.class);
    refusesToStart("write an HttpAuthenticationMechanismHandler", TwiceBasic.class);
    refusesToStart("write an HttpAuthenticationMechanismHandler", House.class, Unselected.class);
  }

  @Test
  @DisplayName("D14 a handler that is no alternative doesn't start, for the server has one too")
  void undecided() {
    refusesToStart("Plain an @Alternative with a @Priority", House.class, Plain.class);
    refusesToStart("Plain an @Alternative with a @Priority", Plain.class);
  }

  @Test
  @DisplayName("D14 a login by MicroProfile JWT doesn't start, whatever chooses")
  void jwtLogin() {
    refusesToStart("leave out @LoginConfig", Jwt.class);
    refusesToStart("leave out @LoginConfig", Jwt.class, Chooser.class);
  }

  private static void refusesToStart(String sentence, Class<?>... beans) {
    assertThatThrownBy(
            () -> {
              try (SeContainer container = start(beans)) {
                assertThat(container.isRunning()).isFalse();
              }
            })
        .hasStackTraceContaining(sentence);
  }

  private static SeContainer start(Class<?>... beans) {
    return SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addExtensions(new ClerkExtension())
        .addBeanClasses(Definition.class)
        .addBeanClasses(beans)
        .initialize();
  }

  @ApplicationScoped
  @ClerkAuthenticationMechanismDefinition
  static class Definition {}

  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface OfHouse {}

  @ApplicationScoped
  @OfHouse
  static class House implements HttpAuthenticationMechanism {
    @Override
    public AuthenticationStatus validateRequest(
        HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
      return context.doNothing();
    }
  }

  @ApplicationScoped
  @BasicAuthenticationMechanismDefinition
  static class Basic {}

  @ApplicationScoped
  @BasicAuthenticationMechanismDefinition(qualifiers = OfHouse.class)
  @BasicAuthenticationMechanismDefinition
  static class TwiceBasic {}

  @ApplicationScoped
  @LoginConfig(authMethod = "MP-JWT")
  static class Jwt {}

  @ApplicationScoped
  static class Plain implements HttpAuthenticationMechanismHandler {
    @Override
    public AuthenticationStatus validateRequest(
        HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
      return context.doNothing();
    }
  }

  @Alternative
  @Priority(Interceptor.Priority.APPLICATION)
  static class Chooser extends Plain {}

  /** An alternative that nothing selects, so that it is no bean. */
  @Alternative
  static class Unselected extends Plain {}
}
