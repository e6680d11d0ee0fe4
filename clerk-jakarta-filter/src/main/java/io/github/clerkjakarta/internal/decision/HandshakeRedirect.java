package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.backend.BackendApiClient;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.token.ReceivedToken;
import io.github.clerkjakarta.internal.web.SearchParams;
import io.github.clerkjakarta.internal.web.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * Sends the browser to Clerk to find out what only Clerk knows, if the request is one that can be
 * sent there, and not more than three times in two seconds.
 *
 * @see <a href="https://clerk.com/docs/guides/how-clerk-works/overview#the-handshake">Clerk: the
 *     handshake</a>
 */
final class HandshakeRedirect {

  private static final int MOST_REDIRECTS = 3;

  private HandshakeRedirect() {}

  /** A handshake, or signed out with the same reason where there can be none. */
  static RequestState orSignedOut(RequestContext context, Reason reason, String message) {
    WebUrl url = context.url();
    return url != null && isEligible(context)
        ? redirect(context, reason, message, frontendApiHandshake(context, url, reason))
        : States.signedOut(context, reason, message, new ResponseHeaders());
  }

  /** A redirect to another place than the Frontend API, with the same guards. */
  static RequestState toOrSignedOut(RequestContext context, Reason reason, WebUrl location) {
    return isEligible(context)
        ? redirect(context, reason, "", location.href())
        : States.signedOut(context, reason);
  }

  /**
   * Whether this is probably a request for a document: Clerk answers nothing but GET, and a
   * redirect to another origin would only break a request made by a script.
   */
  private static boolean isEligible(RequestContext context) {
    return context.isGet() && context.request().asksForPage();
  }

  private static RequestState redirect(
      RequestContext context, Reason reason, String message, String location) {
    int count = context.cookies().redirectCount();
    if (count == MOST_REDIRECTS) {
      context.instance().log().handshakeLoop(reason);
      return States.signedOut(context, reason, message, new ResponseHeaders());
    }
    ResponseHeaders headers =
        new ResponseHeaders()
            .set(ResponseHeaders.LOCATION, location)
            .set(ResponseHeaders.CACHE_CONTROL, "no-store")
            .add(
                ResponseHeaders.SET_COOKIE,
                ClerkNames.REDIRECT_COUNT
                    + "="
                    + (count + 1)
                    + "; SameSite=Lax; HttpOnly; Max-Age=2");
    return States.handshake(context, reason, message, headers);
  }

  private static String frontendApiHandshake(RequestContext context, WebUrl url, Reason reason) {
    SearchParams query =
        SearchParams.empty()
            .append("redirect_url", withoutDevBrowser(url).href())
            .append("__clerk_api_version", BackendApiClient.API_VERSION_HEADER)
            .append("suffixed_cookies", String.valueOf(context.cookies().usesSuffixed()))
            .append("__clerk_hs_reason", reason.code());
    if (context.instance().canExchangeNonce()) {
      query = query.append("format", "nonce");
    }
    String token = sessionToken(context);
    if (token != null) {
      query = query.append(ClerkNames.SESSION, token);
    }
    String devBrowser = context.devBrowser();
    if (context.instance().isDevelopment() && devBrowser != null) {
      query = query.append(ClerkNames.DEV_BROWSER, devBrowser);
    }
    OrganizationTarget organization = context.organization();
    if (organization != null) {
      query = query.append("organization_id", organization.parameter());
    }
    return endpoint(context).withQuery(query).href();
  }

  private static WebUrl endpoint(RequestContext context) {
    String frontendApi = context.instance().frontendApi(context.settings());
    String address = frontendApi.startsWith("http") ? frontendApi : "https://" + frontendApi;
    WebUrl base = WebUrl.parse(withoutTrailingSlashes(address) + "/");
    WebUrl endpoint = base == null ? null : WebUrl.parse("v1/client/handshake", base);
    if (endpoint == null) {
      throw new ClerkConfigurationException(
          "The Frontend API can't be reached at this proxyUrl or domain. Set proxyUrl"
              + " (CLERK_PROXY_URL) to an absolute URL or a path that starts with a slash.");
    }
    return endpoint;
  }

  private static String withoutTrailingSlashes(String address) {
    int end = address.length();
    while (end > 0 && address.charAt(end - 1) == '/') {
      end--;
    }
    return address.substring(0, end);
  }

  private static WebUrl withoutDevBrowser(WebUrl url) {
    return url.withoutParametersKeepingBytes(ClerkNames.DEV_BROWSER, ClerkNames.LEGACY_DEV_BROWSER);
  }

  private static @Nullable String sessionToken(RequestContext context) {
    ReceivedToken session = context.cookies().session();
    ReceivedToken token = session == null ? context.bearer() : session;
    return token == null ? null : token.text();
  }
}
