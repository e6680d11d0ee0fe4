package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.token.ReceivedToken;
import io.github.clerkjakarta.internal.token.TokenRules;
import io.github.clerkjakarta.internal.token.TokenText;
import io.github.clerkjakarta.internal.token.TokenVerifier;
import io.github.clerkjakarta.internal.web.SearchParams;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request of one instance: what was read off it, by this instance's names and rules. Belongs to
 * one thread.
 */
final class RequestContext {

  private final IncomingRequest request;
  private final ClerkInstance instance;
  private final TokenVerifier verifier;
  private final TokenRules rules;
  private final @Nullable ReceivedToken bearer;
  private @Nullable SearchParams query;
  private @Nullable RequestSettings settings;
  private @Nullable SessionCookies cookies;

  RequestContext(
      IncomingRequest request, ClerkInstance instance, TokenVerifier verifier, TokenRules rules) {
    this.request = request;
    this.instance = instance;
    this.verifier = verifier;
    this.rules = rules;
    TokenText token = request.bearerToken();
    this.bearer = token == null ? null : verifier.receive(token, rules);
  }

  IncomingRequest request() {
    return request;
  }

  ClerkInstance instance() {
    return instance;
  }

  TokenRules rules() {
    return rules;
  }

  TokenVerifier verifier() {
    return verifier;
  }

  ReceivedToken received(TokenText text) {
    return verifier.receive(text, rules);
  }

  /** The token in the {@code Authorization} header; null when there is none. */
  @Nullable ReceivedToken bearer() {
    return bearer;
  }

  boolean isGet() {
    return request.method().equals("GET");
  }

  /** A header; null when it's absent or empty. */
  @Nullable String header(String name) {
    return request.headerValue(name);
  }

  /**
   * The URL as the browser sees it; null when the request's isn't a URL. Nothing can be sent back
   * to such an address.
   */
  @Nullable WebUrl url() {
    return request.publicUrl(instance.seenAt());
  }

  /** The origin as the browser sees it; null when the request's isn't a URL. */
  @Nullable WebUrl origin() {
    return request.publicOrigin(instance.seenAt());
  }

  /** The host that the browser sees, and the one that the container sees. */
  Set<String> hosts() {
    WebUrl own = WebUrl.parse(request.url());
    WebUrl seen = url();
    return own == null || seen == null ? Set.of() : new HashSet<>(List.of(seen.host(), own.host()));
  }

  /** One of Clerk's query parameters; null when it's absent. */
  @Nullable String parameter(String name) {
    return query().get(name);
  }

  /** Whether one of Clerk's query parameters is there, be it empty. */
  boolean hasParameter(String name) {
    return query().has(name);
  }

  /** The organization that the URL asks to be active; null when it asks for none. */
  @Nullable OrganizationTarget organization() {
    return instance.organizations().isEmpty() ? null : instance.organizations().target(path());
  }

  /** The settings of a request to this origin: a relative proxy URL is made absolute. */
  RequestSettings settings() {
    RequestSettings known = settings;
    if (known == null) {
      WebUrl url = instance.hasRelativeProxy() ? url() : null;
      known = url == null ? instance.settings() : instance.settingsAt(url.origin());
      settings = known;
    }
    return known;
  }

  SessionCookies cookies() {
    SessionCookies known = cookies;
    if (known == null) {
      known = new SessionCookies(request, instance, verifier, rules);
      cookies = known;
    }
    return known;
  }

  /** The browser that a development instance knows, from the query or a cookie. */
  @Nullable String devBrowser() {
    String inQuery = parameter(ClerkNames.DEV_BROWSER);
    return inQuery == null || inQuery.isEmpty() ? cookies().devBrowser() : inQuery;
  }

  /** The token of a handshake that the browser comes back from. */
  @Nullable String handshakeToken() {
    return fromQueryOrCookie(ClerkNames.HANDSHAKE);
  }

  /** The nonce of a handshake that the browser comes back from. */
  @Nullable String handshakeNonce() {
    return fromQueryOrCookie(ClerkNames.HANDSHAKE_NONCE);
  }

  private @Nullable String fromQueryOrCookie(String name) {
    if (instance.acceptsHandshakeInQuery()) {
      String inQuery = parameter(name);
      if (inQuery != null && !inQuery.isEmpty()) {
        return inQuery;
      }
    }
    return cookies().value(name);
  }

  /**
   * The path as the browser sees it, below the context path of the application; empty when the
   * request's address is no URL.
   */
  private String path() {
    WebUrl seen = url();
    String path = seen == null ? "" : seen.pathname();
    String contextPath = request.publicContextPath(instance.seenAt());
    return path.startsWith(contextPath + "/") ? path.substring(contextPath.length()) : path;
  }

  /**
   * A request without any parameter of Clerk's, which is nearly every one, has no query to read.
   */
  private SearchParams query() {
    SearchParams known = query;
    if (known == null) {
      boolean mayHave =
          !request.query().isEmpty()
              && WebUrl.mayHaveParameter(request.query(), ClerkNames.PARAMETER_PREFIX);
      WebUrl seen = mayHave ? url() : null;
      known = seen == null ? SearchParams.empty() : seen.query();
      query = known;
    }
    return known;
  }
}
