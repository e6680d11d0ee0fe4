package io.github.clerkjakarta.internal.tomcat;

import jakarta.servlet.ServletContext;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's own view of an application. Other servers don't have Tomcat's classes, so its objects
 * are asked for their public methods.
 */
final class TomcatContext {

  /** Where Tomcat's own servlets find the files of an application, and so the application. */
  private static final String RESOURCES = "org.apache.catalina.resources";

  /** What Jakarta Authentication is called by. */
  private static final String FACTORY = "jakarta.security.auth.message.config.AuthConfigFactory";

  /** What Tomcat says of an application without a {@code login-config}. */
  private static final String NO_LOGIN = "NONE";

  private static final String NO_LOGIN_AUTHENTICATOR = "NonLoginAuthenticator";

  private final Object context;
  private final Object authenticator;

  private TomcatContext(Object context, Object authenticator) {
    this.context = context;
    this.authenticator = authenticator;
  }

  /** That of an application; empty on any other server. */
  static Optional<TomcatContext> of(ServletContext context) {
    Object resources = context.getAttribute(RESOURCES);
    if (resources == null) {
      return Optional.empty();
    }
    try {
      Class.forName(FACTORY, false, TomcatContext.class.getClassLoader());
      Object tomcat = get(resources, "getContext");
      Object authenticator = tomcat == null ? null : get(tomcat, "getAuthenticator");
      return tomcat == null || authenticator == null
          ? Optional.empty()
          : Optional.of(new TomcatContext(tomcat, authenticator));
    } catch (ReflectiveOperationException e) {
      // A server that took over the name of the attribute, and no more.
      return Optional.empty();
    }
  }

  /** Whether the application or its administrator has said how people log in. */
  boolean hasLogin() {
    Object login = ask(context, "getLoginConfig");
    Object method = login == null ? null : ask(login, "getAuthMethod");
    return (method != null && !method.equals(NO_LOGIN))
        || !authenticator.getClass().getSimpleName().equals(NO_LOGIN_AUTHENTICATOR);
  }

  /** Whether any constraint lets in known callers only. */
  boolean hasConstraintForCallers() {
    Object[] constraints = (Object[]) ask(context, "findConstraints");
    if (constraints != null) {
      for (Object constraint : constraints) {
        if (isForCallers(constraint)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isForCallers(Object constraint) {
    Object[] roles = (Object[]) ask(constraint, "findAuthRoles");
    return Boolean.TRUE.equals(ask(constraint, "getAuthConstraint"))
        && ((roles != null && roles.length > 0)
            || Boolean.TRUE.equals(ask(constraint, "getAllRoles"))
            || Boolean.TRUE.equals(ask(constraint, "getAuthenticatedUsers")));
  }

  /** Has sessions keep their ids, since nobody logs in to one: each request is decided anew. */
  void keepSessionIds() {
    try {
      authenticator
          .getClass()
          .getMethod("setChangeSessionIdOnAuthentication", boolean.class)
          .invoke(authenticator, false);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object ask(Object target, String getter) {
    try {
      return get(target, getter);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object get(Object target, String getter)
      throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
    return target.getClass().getMethod(getter).invoke(target);
  }
}
