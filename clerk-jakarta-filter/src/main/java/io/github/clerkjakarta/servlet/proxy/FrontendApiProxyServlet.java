package io.github.clerkjakarta.servlet.proxy;

import io.github.clerkjakarta.internal.proxy.Forwarding;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Serves Clerk's Frontend API below a path of this application, for browsers that can't or may not
 * reach Clerk's own host. {@code clerk.frontendApiProxy=/__clerk} maps it by itself; an application
 * may map it instead, to one path with {@code /*} behind it and with {@code async-supported}.
 * Either way {@code clerk.proxyUrl} follows from the path, unless it is set.
 *
 * <p>A {@link io.github.clerkjakarta.servlet.ClerkFilter} has to see the request. It lets it pass
 * whatever the rules say and asks nobody who they are: Clerk does. Requests and answers stream, and
 * nothing is kept. What can't be passed on is answered with {@code errors} in JSON, as Clerk's SDKs
 * answer it:
 *
 * <ul>
 *   <li>400 when the path can be read in two ways, or a header can't be sent on
 *   <li>405 for other methods than GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS
 *   <li>500 when no filter has seen the request
 *   <li>502 when Clerk can't be reached, 504 when it doesn't answer in time
 * </ul>
 *
 * @see <a href="https://clerk.com/docs/guides/dashboard/dns-domains/proxy-fapi">Clerk: proxying the
 *     Frontend API</a>
 */
public final class FrontendApiProxyServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For the container, or to be registered by the application. */
  public FrontendApiProxyServlet() {}

  /**
   * Passes a request on.
   *
   * @throws ServletException when an answer broke off that has begun, so that the container breaks
   *     it off as well
   */
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Forwarding.serve(request, response);
  }
}
