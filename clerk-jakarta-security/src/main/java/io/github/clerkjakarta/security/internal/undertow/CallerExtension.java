package io.github.clerkjakarta.security.internal.undertow;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.security.internal.application.ThisApplication;
import io.github.clerkjakarta.security.internal.identity.Identification;
import io.github.clerkjakarta.security.internal.mechanism.Mechanism;
import io.undertow.server.HttpHandler;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.LoginConfig;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import org.wildfly.security.auth.server.SecurityDomain;

/**
 * Hands callers to WildFly. As WildFly is shipped, the result of an authentication mechanism is
 * refused for a caller that no realm of the server knows (its message ELY01177); so Undertow and
 * Elytron are told by the application itself, and nothing has to be set on the server. An
 * application without the mechanism is left as it is. Undertow finds this class by its name in
 * {@code META-INF/services}.
 */
public final class CallerExtension implements ServletExtension {

  private static final System.Logger LOG = System.getLogger(CallerExtension.class.getName());

  /** For Undertow. */
  public CallerExtension() {}

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    if (hasElytron()) {
      deployment.addSecurityWrapper(next -> entrance(next, deployment));
      // The first one is the innermost; WildFly's own is there already.
      deployment.getInnerHandlerChainWrappers().add(0, CallerIdentity::around);
      deployment.addThreadSetupAction(CallerIdentity.onEachThread());
    }
  }

  /** Asked when servlets, filters and beans are known, and before the first request. */
  private static HttpHandler entrance(HttpHandler next, DeploymentInfo deployment) {
    if (!Mechanism.isRegistered()) {
      return next;
    }
    if (hasJwtLogin(deployment)) {
      throw new ClerkConfigurationException(Mechanism.BESIDE_JWT_LOGIN);
    }
    Optional<SecurityDomain> domain = Optional.ofNullable(SecurityDomain.getCurrent());
    if (domain.isPresent()) {
      LOG.log(INFO, "WildFly: callers are handed to Undertow and Elytron by the application.");
    } else {
      LOG.log(
          WARNING,
          "WildFly: callers are handed to Undertow by the application. EJBs don't know them: the"
              + " server has no Elytron security domain for this application.");
    }
    return Mechanism.isInCharge()
        ? new CallerEntrance(ThisApplication.bean(Identification.class).orElseThrow(), domain, next)
        : new ChosenEntrance(domain, next);
  }

  /** By annotation or by descriptor; CDI needn't know a class that has the annotation. */
  private static boolean hasJwtLogin(DeploymentInfo deployment) {
    LoginConfig login = deployment.getLoginConfig();
    return login != null
        && login.getAuthMethods().stream()
            .anyMatch(method -> method.getName().equalsIgnoreCase("MP-JWT"));
  }

  /** Undertow has no security domains by itself; WildFly brings them. */
  private static boolean hasElytron() {
    try {
      Class.forName(
          "org.wildfly.security.auth.server.SecurityDomain",
          false,
          CallerExtension.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
