package io.github.clerkjakarta.security.internal.undertow;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.callback.PasswordValidationCallback;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;

/**
 * A request, with what an application's mechanisms make of it: the container's part of the Servlet
 * Container Profile (Jakarta Authentication 3.0, chapter 3). Who has logged in for the whole of a
 * session is kept in it, where a mechanism asks for that; Clerk's never does.
 */
final class ContainerMessage implements MessageInfo {

  private static final String LAYER = "HttpServlet";
  private static final String MANDATORY = "jakarta.security.auth.message.MessagePolicy.isMandatory";
  private static final String AUTH_TYPE = "jakarta.servlet.http.authType";
  private static final String REGISTER_SESSION = "jakarta.servlet.http.registerSession";

  /** What WildFly itself says where a mechanism doesn't. */
  private static final String DEFAULT_TYPE = "JASPI";

  private final Map<String, Object> map = new HashMap<>();
  private final Subject subject = new Subject();
  private final Set<String> groups = new LinkedHashSet<>();
  private final HttpServletRequest original;
  private final Optional<RegisteredCaller> registered;
  private final ServerAuthContext modules;
  private Object request;
  private Object response;
  private @Nullable Principal principal;

  /**
   * A message that has come in.
   *
   * @param mandatory whether the request needs a caller
   * @throws AuthException when the modules of the application can't be found
   */
  ContainerMessage(HttpServletRequest request, HttpServletResponse response, boolean mandatory)
      throws AuthException {
    this.original = request;
    this.registered = RegisteredCaller.of(request);
    this.request =
        registered.<HttpServletRequest>map(caller -> new Arriving(request, caller)).orElse(request);
    this.response = response;
    if (mandatory) {
      map.put(MANDATORY, "true");
    }
    modules = modules(request.getServletContext());
  }

  private ServerAuthContext modules(ServletContext context) throws AuthException {
    String application = context.getVirtualServerName() + " " + context.getContextPath();
    AuthConfigProvider provider =
        AuthConfigFactory.getFactory().getConfigProvider(LAYER, application, null);
    if (provider == null) {
      throw new AuthException("The server has no authentication mechanism of this application.");
    }
    ServerAuthConfig config = provider.getServerAuthConfig(LAYER, application, this::handle);
    return config.getAuthContext(config.getAuthContextID(this), null, Map.of());
  }

  /** Asks the mechanisms, by way of whatever chooses one. */
  AuthStatus validate() throws AuthException {
    AuthStatus status = modules.validateRequest(this, subject, null);
    if (status == AuthStatus.SUCCESS && "true".equals(map.get(REGISTER_SESSION))) {
      caller().ifPresent(caller -> RegisteredCaller.register(caller, authType(), original));
    }
    return status;
  }

  /** Has the mechanisms look at the response, after the application. */
  void secure() throws AuthException {
    modules.secureResponse(this, null);
  }

  /** The caller whom a mechanism has told; empty for nobody. */
  Optional<CallerAccount> caller() {
    return Optional.ofNullable(principal).map(it -> new CallerAccount(it, Set.copyOf(groups)));
  }

  /** What {@code getAuthType} answers. */
  String authType() {
    return map.get(AUTH_TYPE) instanceof String type ? type : DEFAULT_TYPE;
  }

  /** The request that the application is to see: that of a mechanism, if it has changed it. */
  HttpServletRequest validatedRequest() {
    return request instanceof Arriving ? original : (HttpServletRequest) request;
  }

  /** The response likewise. */
  HttpServletResponse validatedResponse() {
    return (HttpServletResponse) response;
  }

  /** After a logout: nobody is calling, nor with the next request of the session. */
  void clean() {
    RegisteredCaller.forget(original);
    try {
      modules.cleanSubject(this, subject);
    } catch (AuthException e) {
      throw new IllegalStateException(e);
    }
  }

  private void handle(Callback... callbacks) throws UnsupportedCallbackException {
    for (Callback callback : callbacks) {
      if (callback instanceof CallerPrincipalCallback caller) {
        know(caller);
      } else if (callback instanceof GroupPrincipalCallback group) {
        groups.addAll(List.of(group.getGroups()));
      } else if (callback instanceof PasswordValidationCallback password) {
        password.setResult(false);
      } else {
        throw new UnsupportedCallbackException(callback);
      }
    }
  }

  /** The groups of a registered caller are registered as well; a mechanism doesn't repeat them. */
  private void know(CallerPrincipalCallback told) {
    String name = told.getName();
    principal =
        told.getPrincipal() != null || name == null
            ? told.getPrincipal()
            : new CallerPrincipal(name);
    groups.clear();
    registered
        .filter(caller -> caller.principal() == principal)
        .ifPresent(
            caller -> {
              groups.addAll(caller.groups());
              map.putIfAbsent(AUTH_TYPE, caller.authType());
            });
  }

  @Override
  public Object getRequestMessage() {
    return request;
  }

  @Override
  public Object getResponseMessage() {
    return response;
  }

  @Override
  public void setRequestMessage(Object message) {
    request = message;
  }

  @Override
  public void setResponseMessage(Object message) {
    response = message;
  }

  @Override
  public Map<String, Object> getMap() {
    return map;
  }

  /** A request of a session in which somebody has logged in, as mechanisms see it. */
  private static final class Arriving extends HttpServletRequestWrapper {

    private final RegisteredCaller caller;

    Arriving(HttpServletRequest request, RegisteredCaller caller) {
      super(request);
      this.caller = caller;
    }

    @Override
    public Principal getUserPrincipal() {
      return caller.principal();
    }
  }
}
