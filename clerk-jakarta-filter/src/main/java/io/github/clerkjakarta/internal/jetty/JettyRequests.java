package io.github.clerkjakarta.internal.jetty;

import static io.github.clerkjakarta.internal.jetty.JettyObjects.invoke;
import static io.github.clerkjakarta.internal.jetty.JettyObjects.method;
import static io.github.clerkjakarta.internal.jetty.JettyObjects.type;

import io.github.clerkjakarta.internal.constraints.RecordedErrorResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From a request of Jetty's own to that of the Servlet API, and how it is answered. */
final class JettyRequests {

  private static final String SERVER = "org.eclipse.jetty.server.";

  private final Class<?> servletRequest;
  private final Method inContext;
  private final Method toRequest;
  private final Method toResponse;
  private final Method writeError;
  private final Method succeeded;

  JettyRequests(Object contextHandler) {
    Class<?> handler = contextHandler.getClass();
    while (!handler.getSimpleName().equals("ServletContextHandler")) {
      handler = Objects.requireNonNull(handler.getSuperclass());
    }
    servletRequest = type(handler.getPackageName() + ".ServletContextRequest", handler);
    Class<?> request = type(SERVER + "Request", handler);
    Class<?> response = type(SERVER + "Response", handler);
    Class<?> callback = type("org.eclipse.jetty.util.Callback", handler);
    inContext = method(request, "asInContext", request, Class.class);
    toRequest = method(servletRequest, "getServletApiRequest");
    toResponse = method(servletRequest, "getHttpServletResponse");
    writeError =
        method(response, "writeError", request, response, callback, int.class, String.class);
    succeeded = method(callback, "succeeded");
  }

  HttpServletRequest request(Object request) {
    return (HttpServletRequest) Objects.requireNonNull(invoke(toRequest, inContext(request)));
  }

  HttpServletResponse response(Object request) {
    return (HttpServletResponse) Objects.requireNonNull(invoke(toResponse, inContext(request)));
  }

  private @Nullable Object inContext(Object request) {
    return invoke(inContext, null, request, servletRequest);
  }

  /** Ends a request with what a response was given. */
  void end(RecordedErrorResponse answer, Object request, Object response, Object callback) {
    if (answer.error() == 0) {
      invoke(succeeded, callback);
    } else {
      invoke(writeError, null, request, response, callback, answer.error(), answer.message());
    }
  }
}
