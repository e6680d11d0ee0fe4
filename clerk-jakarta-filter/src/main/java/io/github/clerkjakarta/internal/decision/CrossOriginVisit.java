package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visitor who comes to the primary application from another origin. It may be a satellite, where
 * the session can have changed: one handshake finds out.
 */
final class CrossOriginVisit {

  private static final List<String> LEGACY_DEVELOPMENT_HOSTS =
      List.of(".lcl.dev", ".lclstage.dev", ".lclclerk.com");
  private static final List<String> DEVELOPMENT_HOSTS =
      List.of(".accounts.dev", ".accountsstage.dev", ".accounts.lclclerk.com");

  private CrossOriginVisit() {}

  static boolean needsSync(RequestContext context) {
    if (context.instance().isSatellite()
        || !context.isGet()
        || !"document".equals(context.header("sec-fetch-dest"))) {
      return false;
    }
    String referrer = context.header("referer");
    if (referrer == null || context.instance().seenAt().isPlainlyOrigin(referrer)) {
      return false;
    }
    WebUrl origin = WebUrl.parse(referrer);
    WebUrl here = context.origin();
    return origin != null
        && here != null
        && !origin.hasOriginOf(here)
        && !isClerk(context, origin)
        && context.cookies().redirectCount() == 0;
  }

  /**
   * Whether the visitor comes from Clerk itself: the Frontend API or the account portal of this
   * instance. Portals of development instances are to be had by anyone, so production knows none.
   */
  private static boolean isClerk(RequestContext context, WebUrl referrer) {
    ClerkInstance instance = context.instance();
    String frontendApi = instance.frontendApi(context.settings());
    return referrer.host().equals(host(frontendApi))
        || (instance.isDevelopment() && isDevelopmentPortal(referrer.host()))
        || isOrigin(referrer, AccountPortal.baseUrl(frontendApi));
  }

  private static @Nullable String host(String frontendApi) {
    if (!frontendApi.startsWith("http")) {
      return frontendApi;
    }
    WebUrl url = WebUrl.parse(frontendApi);
    return url == null ? null : url.host();
  }

  private static boolean isDevelopmentPortal(String host) {
    return (host.startsWith("accounts.")
            && LEGACY_DEVELOPMENT_HOSTS.stream().anyMatch(host::endsWith))
        || DEVELOPMENT_HOSTS.stream()
            .anyMatch(suffix -> host.endsWith(suffix) && !host.endsWith(".clerk" + suffix));
  }

  private static boolean isOrigin(WebUrl referrer, String address) {
    WebUrl url = WebUrl.parse(address);
    return url != null && url.hasOriginOf(referrer);
  }
}
