package io.github.clerkjakarta.servlet.access;

import io.github.clerkjakarta.PublishableKey;
import io.github.clerkjakarta.RequestSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The page where people sign in: the configured one, else the account portal of the Clerk instance.
 *
 * @see <a href="https://clerk.com/docs/guides/account-portal/direct-links">Clerk: direct links to
 *     the account portal</a>
 */
final class SignInPage {

  private final String url;

  private SignInPage(String url) {
    this.url = url;
  }

  /** The page; empty when none is configured and no publishable key names the instance. */
  static Optional<SignInPage> of(RequestSettings settings, Origin origin, String contextPath) {
    return settings
        .signInUrl()
        .flatMap(configured -> absolute(configured, origin, contextPath))
        .or(() -> settings.publishableKey().flatMap(PublishableKey::parse).map(SignInPage::portal))
        .map(SignInPage::new);
  }

  /** Where to send the browser, so that it comes back to this address signed in. */
  String returningTo(String address) {
    return with("", address);
  }

  /** Where to send the browser, so that it comes back with its session tasks done. */
  String tasksReturningTo(String address) {
    return with("/tasks", address);
  }

  private String with(String below, String address) {
    int end = endOfPath(url);
    String path = url.substring(0, end);
    String trimmed = below.isEmpty() || !path.endsWith("/") ? path : withoutSlash(path);
    int fragment = url.indexOf('#', end);
    String query = url.substring(end, fragment < 0 ? url.length() : fragment);
    return trimmed
        + below
        + (query.isEmpty() ? "?" : query + "&")
        + "redirect_url="
        + URLEncoder.encode(address, StandardCharsets.UTF_8)
        + (fragment < 0 ? "" : url.substring(fragment));
  }

  private static Optional<String> absolute(String configured, Origin origin, String contextPath) {
    if (configured.startsWith("~/")) {
      return Optional.of(origin + contextPath + configured.substring(1));
    }
    if (configured.startsWith("/") && !configured.startsWith("//")) {
      return Optional.of(origin + configured);
    }
    return Optional.of(configured).filter(url -> Origin.ofUrl(url).isPresent());
  }

  private static String portal(PublishableKey key) {
    String host =
        key.frontendApi()
            .replaceFirst("clerk\\.accountsstage\\.", "accountsstage.")
            .replaceFirst("clerk\\.accounts\\.|clerk\\.", "accounts.");
    return "https://" + host + "/sign-in";
  }

  private static int endOfPath(String url) {
    int at = 0;
    while (at < url.length() && url.charAt(at) != '?' && url.charAt(at) != '#') {
      at++;
    }
    return at;
  }

  private static String withoutSlash(String path) {
    return path.substring(0, path.length() - 1);
  }
}
