package io.github.clerkjakarta.internal.jetty;

import static io.github.clerkjakarta.internal.jetty.JettyObjects.invoke;

import io.github.clerkjakarta.internal.constraints.ArrivingRequest;
import io.github.clerkjakarta.internal.constraints.RecordedErrorResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's error handler of an application, around the one that was there. What a constraint refuses
 * comes here as a bare 403, and leaves as the filter would have answered.
 */
final class ConstraintErrors implements JettyObjects.Calls {

  private final JettyRequests requests;
  private final Object next;

  ConstraintErrors(JettyRequests requests, Object next) {
    this.requests = requests;
    this.next = next;
  }

  @Override
  public @Nullable Object answer(Method method, Object[] arguments) throws IOException {
    if (!method.getName().equals("handle")) {
      return invoke(method, next, arguments);
    }
    HttpServletRequest request = requests.request(arguments[0]);
    HttpServletResponse response = requests.response(arguments[0]);
    Optional<ArrivingRequest> refused =
        ArrivingRequest.waiting(request)
            .filter(arriving -> response.getStatus() == HttpServletResponse.SC_FORBIDDEN);
    if (refused.isPresent()) {
      RecordedErrorResponse recorded = new RecordedErrorResponse(response);
      refused.get().refuseWithoutErrorPages(recorded);
      requests.end(recorded, arguments[0], arguments[1], arguments[2]);
      return true;
    }
    return invoke(method, next, arguments);
  }
}
