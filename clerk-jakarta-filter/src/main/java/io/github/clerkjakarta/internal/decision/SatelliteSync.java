package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A satellite finds out from its primary who is signed in, and a development primary answers it.
 *
 * @see <a href="https://clerk.com/docs/guides/dashboard/dns-domains/satellite-domains">Clerk:
 *     satellite domains</a>
 */
final class SatelliteSync {

  private static final String NEEDED = "false";
  private static final String DONE = "true";

  private SatelliteSync() {}

  /**
   * Decides; null when nothing has to be synced.
   *
   * @throws ClerkConfigurationException when a development satellite has no usable sign-in URL
   */
  static @Nullable RequestState decide(RequestContext context) {
    if (context.instance().isSatellite()) {
      return askPrimary(context);
    }
    return context.instance().isDevelopment() ? answerSatellite(context) : null;
  }

  private static @Nullable RequestState askPrimary(RequestContext context) {
    WebUrl url = context.url();
    String synced = context.parameter(ClerkNames.SYNCED);
    if (url == null
        || !context.isGet()
        || !"document".equals(context.header("sec-fetch-dest"))
        || DONE.equals(synced)) {
      return null;
    }
    boolean asked = NEEDED.equals(synced);
    SessionCookies cookies = context.cookies();
    boolean hasCookies = cookies.session() != null || cookies.clientUat() != 0;
    if (hasCookies && !asked) {
      return null;
    }
    if (!asked && !context.instance().options().satelliteAutoSync()) {
      return States.signedOut(context, Reason.SESSION_TOKEN_AND_UAT_MISSING);
    }
    return context.instance().isDevelopment()
        ? HandshakeRedirect.toOrSignedOut(
            context, Reason.SATELLITE_NEEDS_SYNCING, primarySignIn(context, url))
        : HandshakeRedirect.orSignedOut(context, Reason.SATELLITE_NEEDS_SYNCING, "");
  }

  private static WebUrl primarySignIn(RequestContext context, WebUrl url) {
    WebUrl signIn = WebUrl.parse(context.instance().options().signInUrl().orElse(""));
    if (signIn == null) {
      throw new ClerkConfigurationException(
          "The signInUrl needs to have a absolute url format. Set CLERK_SIGN_IN_URL to the sign-in"
              + " page of the primary application.");
    }
    return signIn.withParameter(ClerkNames.REDIRECT_URL, url.href());
  }

  /** Only web addresses are answered: a browser token must not leave by any other scheme. */
  private static @Nullable RequestState answerSatellite(RequestContext context) {
    String address = context.parameter(ClerkNames.REDIRECT_URL);
    WebUrl satellite = address == null ? null : WebUrl.parse(address);
    if (satellite == null
        || !(satellite.scheme().equals("https") || satellite.scheme().equals("http"))
        || !isAllowed(context, satellite)) {
      return null;
    }
    String devBrowser = context.devBrowser();
    WebUrl answer =
        devBrowser == null
            ? satellite
            : satellite.withParameter(ClerkNames.DEV_BROWSER, devBrowser);
    return HandshakeRedirect.toOrSignedOut(
        context,
        Reason.PRIMARY_RESPONDS_TO_SYNCING,
        answer.withParameterSet(ClerkNames.SYNCED, DONE));
  }

  private static boolean isAllowed(RequestContext context, WebUrl satellite) {
    List<String> allowed = context.instance().options().allowedRedirectOrigins();
    return allowed.isEmpty() || SafeReturnAddress.isAmong(allowed, satellite);
  }
}
