package io.github.clerkjakarta.internal.proxy;

import io.github.clerkjakarta.ForwardedHeaders;
import jakarta.servlet.ServletRequest;
import java.util.Optional;

/**
 * The Frontend API on the application's own host, as one request finds it. The filter leaves it on
 * the request, for it alone knows which Clerk instance that belongs to; the servlet finds it there.
 *
 * @param api where requests go
 * @param publicUrl where browsers find the proxy, without a slash at its end
 * @param believed which headers say where browsers are
 */
public record FrontendApiProxy(FrontendApi api, String publicUrl, ForwardedHeaders believed) {

  private static final String ATTRIBUTE = FrontendApiProxy.class.getName();

  /** Leaves it on a request, for the servlet. */
  public void leaveOn(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** What a filter has left. */
  static Optional<FrontendApiProxy> on(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof FrontendApiProxy proxy
        ? Optional.of(proxy)
        : Optional.empty();
  }
}
