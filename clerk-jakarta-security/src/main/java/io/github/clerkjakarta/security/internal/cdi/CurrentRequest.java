package io.github.clerkjakarta.security.internal.cdi;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkBackend;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The request that is being answered where this is asked. */
@ApplicationScoped
public class CurrentRequest {

  @Inject private HttpServletRequest request;

  /** For CDI. */
  public CurrentRequest() {}

  /** The request; empty in a timer, a start-up observer, a thread of the application's own. */
  Optional<HttpServletRequest> find() {
    try {
      request.getDispatcherType();
      return Optional.of(request);
    } catch (ContextException | IllegalStateException e) {
      // How containers say that there is none (Jakarta CDI 4.0, sections 6.5.1 and 28.4).
      return Optional.empty();
    }
  }

  /**
   * Who is calling.
   *
   * @throws IllegalStateException when there is no request, or nobody has decided who is calling
   */
  Auth auth() {
    return ClerkFilter.auth(required());
  }

  /**
   * The Backend API of the Clerk instance that the request belongs to.
   *
   * @throws IllegalStateException when there is no request, or nobody has decided who is calling
   */
  ClerkBackend backend() {
    return ClerkFilter.backend(required());
  }

  /**
   * The request.
   *
   * @throws IllegalStateException when there is none
   */
  HttpServletRequest required() {
    return find()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "There is no request here, so nobody can be calling. Ask Auth, ClerkBackend"
                        + " and Clerk while a request is answered, in its own thread, and hand on"
                        + " what you need of it."));
  }
}
