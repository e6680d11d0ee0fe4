package io.github.clerkjakarta.internal.jetty;

import static io.github.clerkjakarta.internal.jetty.JettyObjects.invoke;
import static io.github.clerkjakarta.internal.jetty.JettyObjects.method;
import static io.github.clerkjakarta.internal.jetty.JettyObjects.proxy;
import static io.github.clerkjakarta.internal.jetty.JettyObjects.type;

import io.github.clerkjakarta.internal.constraints.ArrivingRequest;
import io.github.clerkjakarta.internal.constraints.RecordedErrorResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's {@code Authenticator}. It is asked about every request, and says who is calling; whether
 * that is enough Jetty judges afterwards.
 *
 * <pre>
 *   ArrivingRequest ── answered (307, denial) ──▶ CHALLENGE: nothing of the application runs
 *     ├─ somebody ──▶ Succeeded
 *     └─ nobody ──▶ null
 * </pre>
 */
final class ConstraintAuthenticator implements JettyObjects.Calls {

  private static final String SECURITY = "org.eclipse.jetty.security.";

  private final JettyRequests requests;
  private final Class<?> succeeded;
  private final Class<?> identity;
  private final Method setState;
  private final Object anyUser;
  private final Object challenge;
  private volatile boolean open;

  /**
   * For one application.
   *
   * @param by a class that can name Jetty's
   */
  ConstraintAuthenticator(JettyRequests requests, Class<?> by) {
    this.requests = requests;
    succeeded = type(SECURITY + "AuthenticationState$Succeeded", by);
    identity = type(SECURITY + "UserIdentity", by);
    Class<?> state = type(SECURITY + "AuthenticationState", by);
    Class<?> request = type("org.eclipse.jetty.server.Request", by);
    setState = method(state, "setAuthenticationState", request, state);
    anyUser = constant(type(SECURITY + "Constraint$Authorization", by), "ANY_USER");
    challenge = constant(state, "CHALLENGE");
  }

  private static Object constant(Class<?> type, String name) {
    try {
      return type.getField(name).get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  void open() {
    open = true;
  }

  void close() {
    open = false;
  }

  JettyRequests requests() {
    return requests;
  }

  @Override
  public @Nullable Object answer(Method method, Object[] arguments) throws IOException {
    return switch (method.getName()) {
      case "getConstraintAuthentication" -> open ? anyUser : arguments[1];
      case "validateRequest" -> open ? validate(arguments[0], arguments[1], arguments[2]) : null;
      case "prepareRequest" -> letIn(arguments[0]);
      default -> null;
    };
  }

  private @Nullable Object validate(Object request, Object response, Object callback)
      throws IOException {
    HttpServletRequest servletRequest = requests.request(request);
    RecordedErrorResponse recorded = new RecordedErrorResponse(requests.response(request));
    Optional<ArrivingRequest> arriving =
        ArrivingRequest.admitWithoutErrorPages(servletRequest, recorded);
    if (arriving.isEmpty()) {
      requests.end(recorded, request, response, callback);
      return challenge;
    }
    arriving.get().waitForConstraints();
    return arriving.get().principal().isPresent() ? known(arriving.get()) : null;
  }

  private Object letIn(Object request) {
    if (open) {
      ArrivingRequest.waiting(requests.request(request)).ifPresent(ArrivingRequest::leave);
    }
    return request;
  }

  /** The caller, as {@code AuthenticationState.Succeeded}. */
  private Object known(ArrivingRequest arriving) {
    Object user = proxy((method, arguments) -> asUser(arriving, method, arguments), identity);
    return proxy(
        (method, arguments) ->
            switch (method.getName()) {
              case "getAuthenticationType" -> ArrivingRequest.AUTH_TYPE;
              case "getUserIdentity" -> user;
              case "logout" -> logOut(arriving, arguments[0]);
              default -> asUser(arriving, method, arguments);
            },
        succeeded);
  }

  /** The caller, as {@code UserIdentity}. */
  private static @Nullable Object asUser(
      ArrivingRequest arriving, Method method, Object[] arguments) {
    arriving.callerCounts();
    return switch (method.getName()) {
      case "getUserPrincipal" -> arriving.principal().orElse(null);
      case "isUserInRole" -> arguments[0] instanceof String role && arriving.isInRole(role);
      case "getRoles" -> arriving.roles().toArray(String[]::new);
      default -> null;
    };
  }

  private @Nullable Object logOut(ArrivingRequest arriving, Object request) {
    arriving.logOut();
    return invoke(setState, null, request, null);
  }
}
