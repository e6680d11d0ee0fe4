package io.github.clerkjakarta.security.internal.mechanism;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.security.internal.application.ThisApplication;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What else of an application says who is calling, and what chooses among several: the mechanisms
 * of Jakarta Security, which a handler may choose from since its version 4.0, and MicroProfile JWT,
 * which no handler knows.
 */
final class OtherMechanisms {

  private static final String JAKARTA = HttpAuthenticationMechanism.class.getPackageName() + ".";

  /** What holds several definitions of a kind. By name, for they came with the handlers. */
  private static final Pattern SEVERAL =
      Pattern.compile(Pattern.quote(JAKARTA) + "\\w+AuthenticationMechanismDefinition\\$List");

  /** What has a server authenticate by MicroProfile JWT. By name, for not every server has it. */
  private static final String JWT_LOGIN = "org.eclipse.microprofile.auth.LoginConfig";

  private final Optional<Class<?>> handlerType = handlerType();
  private final List<Bean<?>> handlers = new ArrayList<>();
  private boolean present;
  private boolean jwtLogin;

  /** Whether the application has a mechanism of Jakarta Security beside ours. */
  boolean arePresent() {
    return present;
  }

  /** Whether the application chooses by itself which mechanism is asked. */
  boolean haveHandler() {
    return !handlers.isEmpty();
  }

  /** The application has a mechanism of its own, or what defines one. */
  void noticeMechanism() {
    present = true;
  }

  /** Looks at a bean, once it is known which alternatives count. */
  void notice(Bean<?> bean, @Nullable Annotated annotated) {
    boolean handles = handlerType.filter(bean.getTypes()::contains).isPresent();
    boolean defines = isAnnotated(annotated, SEVERAL.asMatchPredicate());
    boolean logsInByJwt = isAnnotated(annotated, JWT_LOGIN::equals);
    // Whose it is comes last, for it takes a search in vain for each bean of the server.
    if ((handles || defines || logsInByJwt) && ThisApplication.owns(bean.getBeanClass())) {
      if (handles) {
        handlers.add(bean);
      }
      present |= defines;
      jwtLogin |= logsInByJwt;
    }
  }

  /** Refuses another mechanism where no handler can be, as on all servers of Jakarta EE 10. */
  void refuseWithoutChoice() {
    if (present && handlerType.isEmpty()) {
      throw new ClerkConfigurationException(
          "This application has another authentication mechanism beside"
              + " @ClerkAuthenticationMechanismDefinition, and its server can't choose; keep one.");
    }
  }

  /** What is wrong with how mechanisms are chosen; empty when nothing is. */
  Optional<String> fault() {
    if (jwtLogin) {
      return Optional.of(Mechanism.BESIDE_JWT_LOGIN);
    }
    if (present && handlers.isEmpty()) {
      return Optional.of(
          "This application has another authentication mechanism beside Clerk's, and nothing says"
              + " which of them is asked: keep one, or write an HttpAuthenticationMechanismHandler"
              + " that chooses, an @Alternative with a @Priority.");
    }
    if (handlers.isEmpty() || handlers.stream().anyMatch(Bean::isAlternative)) {
      return Optional.empty();
    }
    return Optional.of(
        "Make "
            + handlers.get(0).getBeanClass().getName()
            + " an @Alternative with a @Priority: the server has an"
            + " HttpAuthenticationMechanismHandler of its own, and can't tell which of the two to"
            + " ask.");
  }

  private static boolean isAnnotated(@Nullable Annotated annotated, Predicate<String> named) {
    return annotated != null
        && annotated.getAnnotations().stream()
            .anyMatch(annotation -> named.test(annotation.annotationType().getName()));
  }

  /** What asks one of several mechanisms; empty where an application can't have several. */
  private static Optional<Class<?>> handlerType() {
    try {
      return Optional.of(
          Class.forName(
              JAKARTA + "HttpAuthenticationMechanismHandler",
              false,
              HttpAuthenticationMechanism.class.getClassLoader()));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }
}
