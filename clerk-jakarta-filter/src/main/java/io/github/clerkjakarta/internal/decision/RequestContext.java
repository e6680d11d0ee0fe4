package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestSettings;
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
 * What is read off one request, each thing when it's first asked for and then kept. Belongs to one
 * thread.
 */
final class RequestContext {

  private final ClerkRequest request;
  private final Instance instance;
  private final TokenVerifier verifier;
  private final TokenRules rules;
  private final @Nullable ReceivedToken bearer;
  private @Nullable WebUrl url;
  private boolean urlIsRead;
  private @Nullable SearchParams query;
  private @Nullable RequestSettings settings;
  private @Nullable SessionCookies cookies;

  RequestContext(
      ClerkRequest request, Instance instance, TokenVerifier verifier, TokenRules rules) {
    this.request = request;
    this.instance = instance;
    this.verifier = verifier;
    this.rules = rules;
    TokenText token = BearerToken.of(Headers.value(request, "authorization"));
    this.bearer = token == null ? null : verifier.receive(token, rules);
  }

  ClerkRequest request() {
    return request;
  }

  Instance instance() {
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
    return Headers.nonEmpty(request, name);
  }

  /**
   * The URL as the browser sees it; null when the request's isn't a URL. Nothing can be sent back
   * to such an address.
   */
  @Nullable WebUrl url() {
    if (!urlIsRead) {
      url = PublicUrl.of(request, instance.publicOrigin(), instance.options().forwardedHeaders());
      urlIsRead = true;
    }
    return url;
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

  /**
   * The path as the browser sees it, below the context path of the application; empty when the
   * request's address is no URL.
   */
  String path() {
    WebUrl seen = url();
    String path = seen == null ? "" : seen.pathname();
    String contextPath = request.contextPath();
    return path.startsWith(contextPath + "/") ? path.substring(contextPath.length()) : path;
  }

  /** The organization that the URL asks to be active; null when it asks for none. */
  @Nullable OrganizationTarget organization() {
    return instance.organizations().target(this);
  }

  RequestSettings settings() {
    RequestSettings known = settings;
    if (known == null) {
      known = instance.settings(this);
      settings = known;
    }
    return known;
  }

  SessionCookies cookies() {
    SessionCookies known = cookies;
    if (known == null) {
      known = new SessionCookies(this, Headers.cookies(request));
      cookies = known;
    }
    return known;
  }

  /**
   * A request without any parameter of Clerk's, which is nearly every one, has no query to read.
   */
  private SearchParams query() {
    SearchParams known = query;
    if (known == null) {
      WebUrl seen =
          WebUrl.mayHaveParameter(request.url(), ClerkNames.PARAMETER_PREFIX) ? url() : null;
      known = seen == null ? SearchParams.empty() : seen.query();
      query = known;
    }
    return known;
  }
}
