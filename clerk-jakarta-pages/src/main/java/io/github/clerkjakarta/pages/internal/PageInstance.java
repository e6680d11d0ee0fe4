package io.github.clerkjakarta.pages.internal;

import io.github.clerkjakarta.PublishableKey;
import io.github.clerkjakarta.Redirects;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The Clerk instance that a request belongs to, as a page in a browser needs to know it.
 *
 * @param state what was decided about the request
 * @param settings what the application sets for its pages
 * @param contextPath the path of the application, as browsers see it
 * @param nonce what scripts on the page have to carry, if anything; a page that asks is stored by
 *     nobody
 */
public record PageInstance(
    RequestState state,
    PageSettings settings,
    String contextPath,
    Supplier<Optional<String>> nonce) {

  /** Where {@link PageServlet} answers; the filter lets everybody through to it. */
  static final String OWN_PATH = "/clerk-jakarta";

  /**
   * The instance of this request.
   *
   * @throws IllegalStateException when no filter has seen the request
   */
  public static PageInstance of(ServletRequest request) {
    RequestState state = ClerkFilter.state(request);
    return new PageInstance(
        state,
        PageSettings.of(request.getServletContext()),
        IncomingRequest.publicContextPath(state),
        () -> ClerkFilter.nonce(request));
  }

  RequestSettings options() {
    return state.settings();
  }

  /** Where browsers load ClerkJS from. */
  public String jsUrl() {
    return settings.jsUrl().orElseGet(() -> script("clerk-js", settings.jsVersion(), "clerk"));
  }

  /** Where browsers load Clerk's components from. */
  public String uiUrl() {
    return settings.uiUrl().orElseGet(() -> script("ui", settings.uiVersion(), "ui"));
  }

  /**
   * A script of Clerk's at the host of this instance.
   *
   * @throws IllegalArgumentException when that is no version
   */
  String script(String packageName, String version, String name) {
    if (!version.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("A version is written like 6 or 6.40.0.");
    }
    return frontendApi()
        + "/npm/@clerk/"
        + packageName
        + "@"
        + version
        + "/dist/"
        + name
        + ".browser.js";
  }

  /** The Frontend API without a slash at the end: the proxy as it is, or the host by https. */
  String frontendApi() {
    String address =
        options()
            .proxyUrl()
            .filter(url -> !url.isEmpty())
            .orElseGet(() -> "https://" + satelliteDomain().map("clerk."::concat).orElse(key()));
    return address.replaceFirst("/+$", "");
  }

  /** The domain, where it makes a difference to browsers. */
  Optional<String> satelliteDomain() {
    return options()
        .domain()
        .filter(domain -> options().satellite() && !domain.isEmpty() && !options().isDevelopment());
  }

  private String key() {
    return options()
        .instanceKey()
        .map(PublishableKey::frontendApi)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Nobody knows where Clerk is. Set CLERK_PUBLISHABLE_KEY to the key on the"
                        + " API keys page of the Clerk Dashboard."));
  }

  /** A page as options write it: {@code ~/x} is below the path of the application. */
  String address(String page) {
    return page.startsWith("~/") ? contextPath + page.substring(1) : page;
  }

  /** Where a POST signs out. */
  public String signOutUrl() {
    return contextPath + OWN_PATH + "/sign-out";
  }

  /** The page of people's profile. */
  public String userProfileUrl() {
    return page("userProfile", Redirects::toUserProfile);
  }

  /** The page of the active organization. */
  public String organizationProfileUrl() {
    return page("organizationProfile", Redirects::toOrganizationProfile);
  }

  /** The page on which people create an organization. */
  public String createOrganizationUrl() {
    return page("createOrganization", Redirects::toCreateOrganization);
  }

  /** The page on which people join the waitlist. */
  public String waitlistUrl() {
    return page("waitlist", Redirects::toWaitlist);
  }

  /** The ready page of a component, else the one that Clerk hosts, which leads back here. */
  private String page(String component, Function<RequestState, String> hosted) {
    return ReadyPages.pathOf(component, settings.readyPages())
        .map(contextPath::concat)
        .orElseGet(() -> hosted.apply(state));
  }
}
