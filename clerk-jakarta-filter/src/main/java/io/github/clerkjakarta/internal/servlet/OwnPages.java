package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.request.PublicAddress;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pages of this application that people need in order to sign in: sign-in, sign-up, the proxy
 * for Clerk's Frontend API, and what clerk-jakarta-pages serves for pages. They are open whatever
 * the rules say, with all that is below them. A whole address is this application's where {@code
 * publicUrl} says so: the host of a request, and the prefix of a proxy, are whatever a client
 * sends, and open nothing.
 */
final class OwnPages {

  /** Where clerk-jakarta-pages answers. */
  private static final String OF_PAGES = "/clerk-jakarta";

  private OwnPages() {}

  static boolean include(String path, RequestState state) {
    RequestSettings settings = state.settings();
    Stream<String> configured =
        Stream.of(settings.signInUrl(), settings.signUpUrl(), settings.proxyUrl())
            .flatMap(Optional::stream)
            .flatMap(url -> pathHere(url, settings, state.request().contextPath()).stream());
    return Stream.concat(Stream.of(OF_PAGES), configured)
        .anyMatch(page -> path.equals(page) || path.startsWith(page + "/"));
  }

  /** The path below the context path; empty when the page is elsewhere, or is everything. */
  private static Optional<String> pathHere(
      String url, RequestSettings settings, String contextPath) {
    if (url.startsWith("~/")) {
      return page(url.substring(1));
    }
    if (url.startsWith("/")) {
      return below(PublicAddress.configuredContextPath(settings, contextPath), url);
    }
    WebUrl page = WebUrl.parse(url);
    WebUrl here = settings.publicUrl().map(WebUrl::parse).orElse(null);
    return page != null && here != null && page.hostAndPort().equals(here.hostAndPort())
        ? below(PublicAddress.configuredContextPath(settings, contextPath), page.pathname())
        : Optional.empty();
  }

  private static Optional<String> below(String contextPath, String path) {
    return path.startsWith(contextPath + "/")
        ? page(path.substring(contextPath.length()))
        : Optional.empty();
  }

  private static Optional<String> page(String pathAndQuery) {
    String path = withoutQuery(pathAndQuery);
    String page = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return Optional.of(page).filter(text -> !text.isEmpty());
  }

  private static String withoutQuery(String url) {
    return url.split("[?#]", 2)[0];
  }
}
