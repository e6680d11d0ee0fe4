package io.github.clerkjakarta.internal.request;

import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.token.TokenText;
import io.github.clerkjakarta.internal.web.CookieHeader;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request, read once: each thing when it is first asked for and then kept, for the engine and for
 * whoever stands before and behind it. Two threads at worst read the same twice.
 */
public final class IncomingRequest implements ClerkRequest {

  /** What the names of Clerk's cookies, and of those of this library, begin with. */
  private static final String COOKIE_PREFIX = "__";

  private final ClerkRequest request;
  private final @Nullable PublicAddress countedAt;
  private @Nullable String address;
  private @Nullable Authorization authorization;
  private @Nullable CookieHeader cookies;
  private @Nullable PublicUrl publicUrl;

  private IncomingRequest(ClerkRequest request, @Nullable PublicAddress countedAt) {
    this.request = request;
    this.countedAt = countedAt;
  }

  /** This request, with what has been read of it so far. */
  public static IncomingRequest of(ClerkRequest request) {
    return request instanceof IncomingRequest known ? known : new IncomingRequest(request, null);
  }

  /**
   * This request, of a browser that keeps the count of its handshakes as {@link
   * RedirectCountCookie} says.
   *
   * @param seenAt where browsers see the application
   */
  public static IncomingRequest ofBrowser(ClerkRequest request, PublicAddress seenAt) {
    return new IncomingRequest(request, seenAt);
  }

  /** The request that was judged. */
  public static IncomingRequest of(RequestState state) {
    return of(state.request());
  }

  /** The URL at which the browser sees the request that was judged; null when it is none. */
  public static @Nullable WebUrl publicUrl(RequestState state) {
    return of(state).publicUrl(PublicAddress.of(state.settings()));
  }

  /** The context path as browsers see it, behind what a proxy strips. */
  public static String publicContextPath(RequestState state) {
    return PublicAddress.of(state.settings()).contextPath(state.request());
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public String url() {
    String known = address;
    if (known == null) {
      known = request.url();
      address = known;
    }
    return known;
  }

  @Override
  public String rootUrl() {
    return request.rootUrl();
  }

  @Override
  public String query() {
    return request.query();
  }

  @Override
  public List<String> header(String name) {
    return request.header(name);
  }

  @Override
  public Set<String> headerNames() {
    return request.headerNames();
  }

  @Override
  public String contextPath() {
    return request.contextPath();
  }

  /** The value of a header as the Fetch standard reads it; null when it is absent or empty. */
  public @Nullable String headerValue(String name) {
    return HeaderValues.nonEmpty(request, name);
  }

  /** The bearer token, not verified; null when there is none. */
  public @Nullable TokenText bearerToken() {
    Authorization known = authorization;
    if (known == null) {
      TokenText token = BearerToken.of(HeaderValues.value(request, "authorization"));
      known = token == null ? Authorization.NONE : new Authorization(token);
      authorization = known;
    }
    return known.token();
  }

  /** Clerk's cookies, and those of this library. */
  public CookieHeader cookies() {
    CookieHeader known = cookies;
    if (known == null) {
      known = CookieHeader.of(HeaderValues.cookies(request), COOKIE_PREFIX);
      cookies = known;
    }
    return known;
  }

  /** The cookie that counts handshakes; null when it is absent. */
  public @Nullable String redirectCount() {
    WebUrl seen = countedAt == null ? null : publicUrl(countedAt);
    boolean secure = seen != null && seen.scheme().equals("https");
    return cookies().get(RedirectCountCookie.name(secure));
  }

  /**
   * The URL as the browser sees it; null when the request's own isn't a URL. Nothing can be sent
   * back to such an address.
   */
  public @Nullable WebUrl publicUrl(PublicAddress seenAt) {
    PublicUrl known = publicUrl;
    if (known == null || !known.at().isSameAs(seenAt)) {
      known = new PublicUrl(seenAt, seenAt.of(this));
      publicUrl = known;
    }
    return known.url();
  }

  /** The context path as browsers see it, behind what a proxy strips. */
  public String publicContextPath(PublicAddress seenAt) {
    return seenAt.contextPath(request);
  }

  /** The origin as the browser sees it; null when the request's own URL isn't one. */
  public @Nullable WebUrl publicOrigin(PublicAddress seenAt) {
    PublicUrl known = publicUrl;
    return known == null ? seenAt.originOf(this) : known.url();
  }

  /**
   * Whether a browser asks for a page to show, so that it can be sent elsewhere and come back: by
   * {@code Sec-Fetch-Dest}, and by {@code Accept} where that isn't sent. Of a request that isn't
   * GET or HEAD it says nothing.
   */
  public boolean asksForPage() {
    String destination = headerValue("sec-fetch-dest");
    if (destination != null) {
      return destination.equals("document") || destination.equals("iframe");
    }
    String accept = headerValue("accept");
    return accept != null && accept.startsWith("text/html");
  }

  private record Authorization(@Nullable TokenText token) {
    private static final Authorization NONE = new Authorization(null);
  }

  private record PublicUrl(PublicAddress at, @Nullable WebUrl url) {}
}
