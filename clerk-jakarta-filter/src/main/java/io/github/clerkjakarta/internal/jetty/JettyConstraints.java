package io.github.clerkjakarta.internal.jetty;

import static io.github.clerkjakarta.internal.jetty.JettyObjects.call;
import static io.github.clerkjakarta.internal.jetty.JettyObjects.invoke;
import static io.github.clerkjakarta.internal.jetty.JettyObjects.method;
import static io.github.clerkjakarta.internal.jetty.JettyObjects.proxy;
import static io.github.clerkjakarta.internal.jetty.JettyObjects.type;

import io.github.clerkjakarta.internal.constraints.ServerConstraints;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's way: an {@code Authenticator} for the security handler of this application, which tells
 * who is calling, and an error handler, which answers in our words what the constraints refuse.
 */
public final class JettyConstraints implements ServerConstraints {

  private static final String SECURITY = "org.eclipse.jetty.security.";

  /** What a constraint may ask of callers ({@code Constraint.Authorization}). */
  private static final Set<String> FOR_CALLERS = Set.of("ANY_USER", "KNOWN_ROLE", "SPECIFIC_ROLE");

  /** What Jetty sets where nobody else does. */
  private static final String NONE = SECURITY + "Authenticator$NoOp";

  private final Object contextHandler;
  private final Object securityHandler;
  private final Class<?> authenticatorType;
  private final ConstraintAuthenticator authenticator;
  private final Object placed;
  private @Nullable Object errorHandler;
  private @Nullable Object ownErrorHandler;

  private JettyConstraints(Object contextHandler, Object securityHandler) {
    this.contextHandler = contextHandler;
    this.securityHandler = securityHandler;
    JettyRequests requests = new JettyRequests(contextHandler);
    authenticatorType = type(SECURITY + "Authenticator", securityHandler.getClass());
    authenticator = new ConstraintAuthenticator(requests, securityHandler.getClass());
    placed = proxy(authenticator, authenticatorType);
  }

  /** Those of an application; empty on any other server, and where another way to log in is set. */
  public static Optional<ServerConstraints> of(ServletContext context) {
    try {
      Object contextHandler = JettyObjects.contextHandler(context);
      Object security =
          invoke(method(contextHandler.getClass(), "getSecurityHandler"), contextHandler);
      return security == null || hasLogin(security)
          ? Optional.empty()
          : Optional.of(new JettyConstraints(contextHandler, security));
    } catch (IllegalStateException | LinkageError e) {
      // Another server, or another Jetty.
      return Optional.empty();
    }
  }

  private static boolean hasLogin(Object security) {
    Object type = invoke(method(security.getClass(), "getAuthenticationType"), security);
    Object authenticator = invoke(method(security.getClass(), "getAuthenticator"), security);
    return type != null
        || (authenticator != null
            && !authenticator.getClass().getName().equals(NONE)
            && !isLeftOver(authenticator));
  }

  /** Ours, of a start that failed. */
  private static boolean isLeftOver(Object authenticator) {
    return Proxy.isProxyClass(authenticator.getClass())
        && authenticator.toString().equals(ConstraintAuthenticator.class.getName());
  }

  @Override
  public boolean needCallers() {
    Method mappings = method(securityHandler.getClass(), "getConstraintMappings");
    return invoke(mappings, securityHandler) instanceof List<?> all
        && all.stream()
            .map(mapping -> call(mapping, "getConstraint"))
            .map(constraint -> authorization(constraint))
            .anyMatch(FOR_CALLERS::contains);
  }

  private String authorization(Object constraint) {
    // The class of a constraint is Jetty's own, and its interface is public.
    Method getter =
        method(type(SECURITY + "Constraint", securityHandler.getClass()), "getAuthorization");
    return String.valueOf(invoke(getter, constraint));
  }

  /** The only time at which Jetty takes an authenticator from an application. */
  @Override
  public void prepare(ServletContext context) {
    setAuthenticator(placed);
  }

  @Override
  public void open() {
    Object own = call(contextHandler, "getErrorHandler");
    Object ours =
        proxy(
            new ConstraintErrors(authenticator.requests(), own),
            type("org.eclipse.jetty.server.Request$Handler", contextHandler.getClass()));
    setErrorHandler(ours);
    ownErrorHandler = own;
    errorHandler = ours;
    authenticator.open();
  }

  @Override
  public void close() {
    authenticator.close();
    setAuthenticator(null);
    if (errorHandler != null && call(contextHandler, "getErrorHandler") == errorHandler) {
      setErrorHandler(ownErrorHandler);
    }
    errorHandler = null;
    ownErrorHandler = null;
  }

  private void setAuthenticator(@Nullable Object value) {
    invoke(
        method(securityHandler.getClass(), "setAuthenticator", authenticatorType),
        securityHandler,
        value);
  }

  private void setErrorHandler(@Nullable Object value) {
    Class<?> handler = type("org.eclipse.jetty.server.Request$Handler", contextHandler.getClass());
    invoke(method(contextHandler.getClass(), "setErrorHandler", handler), contextHandler, value);
  }
}
