package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.internal.proxy.FrontendApi;
import io.github.clerkjakarta.internal.proxy.FrontendApiProxy;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.request.PublicAddress;
import io.github.clerkjakarta.internal.web.WebUrl;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The proxy for Clerk's Frontend API that an application has, for the requests of one instance.
 *
 * @param route how they come to it
 * @param api where they go
 */
record OwnProxy(ProxyRoute route, FrontendApi api) {

  /** Leaves a request what it needs to go on; one whose address is none goes without. */
  void equip(
      HttpServletRequest request,
      IncomingRequest incoming,
      RequestSettings settings,
      PublicAddress seenAt) {
    WebUrl here = incoming.publicUrl(seenAt);
    WebUrl proxy =
        here == null ? null : WebUrl.parse(settings.proxyUrl().orElse(route.path()), here);
    if (proxy != null) {
      String path = proxy.pathname();
      String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      new FrontendApiProxy(api, proxy.origin() + plain, settings.forwardedHeaders())
          .leaveOn(request);
    }
  }

  void close() {
    api.close();
  }
}
