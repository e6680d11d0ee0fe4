package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.PendingSessions;
import io.github.clerkjakarta.PublishableKey;
import io.github.clerkjakarta.RedirectOptions;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.request.ScriptClient;
import io.github.clerkjakarta.internal.web.CookieHeader;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one place that knows how a browser is sent to sign in or up: which page, where it comes back
 * to, and what a page on another host has to be told.
 *
 * @see <a href="https://clerk.com/docs/guides/account-portal/direct-links">Clerk: direct links to
 *     the account portal</a>
 */
public final class SignInRedirect {

  private static final Logger LOGGER = System.getLogger(SignInRedirect.class.getName());

  private static final String RETURN = "redirect_url";
  private static final String TASKS = "/tasks";
  private static final String NEEDS_SYNC = "false";

  private final RequestState state;
  private final RequestSettings settings;
  private final @Nullable PublishableKey key;
  private final @Nullable WebUrl here;

  private SignInRedirect(RequestState state) {
    this.state = state;
    this.settings = state.settings();
    this.key = settings.instanceKey().orElse(null);
    this.here = IncomingRequest.publicUrl(state);
  }

  /**
   * The address of the sign-in page.
   *
   * @throws ClerkConfigurationException when no option says where it is
   */
  public static String toSignIn(RequestState state, RedirectOptions options) {
    SignInRedirect redirect = new SignInRedirect(state);
    WebUrl back =
        redirect.back(
            options,
            redirect.settings.signInForceRedirectUrl(),
            redirect.settings.signInFallbackRedirectUrl().or(redirect.settings::afterSignInUrl));
    return redirect.location(redirect.orTasks(redirect.signInPage(back)), back, options);
  }

  /**
   * The address of the sign-up page.
   *
   * @throws ClerkConfigurationException when no option says where it is
   */
  public static String toSignUp(RequestState state, RedirectOptions options) {
    SignInRedirect redirect = new SignInRedirect(state);
    WebUrl back =
        redirect.back(
            options,
            redirect.settings.signUpForceRedirectUrl(),
            redirect.settings.signUpFallbackRedirectUrl().or(redirect.settings::afterSignUpUrl));
    return redirect.location(redirect.orTasks(redirect.signUpPage(back)), back, options);
  }

  /**
   * The address of another page of the account portal.
   *
   * @param path of the page, beginning with a slash
   * @throws ClerkConfigurationException without a publishable key
   */
  public static String toPortal(RequestState state, String path) {
    SignInRedirect redirect = new SignInRedirect(state);
    RedirectOptions options = RedirectOptions.DEFAULT;
    return redirect.location(redirect.portal(path), redirect.asked(options), options);
  }

  private WebUrl signInPage(@Nullable WebUrl back) {
    return configured(settings.signInUrl())
        .map(page -> resolve(page, back))
        .orElseGet(() -> portal("/sign-in"));
  }

  /** A sign-in page of the application's own makes accounts, too, where there is no other. */
  private WebUrl signUpPage(@Nullable WebUrl back) {
    return configured(settings.signUpUrl())
        .map(page -> resolve(page, back))
        .or(
            () ->
                configured(settings.signInUrl())
                    .map(page -> resolve(page, back).withPathBelow("/create")))
        .orElseGet(() -> portal("/sign-up"));
  }

  private WebUrl portal(String path) {
    WebUrl page =
        key == null ? null : WebUrl.parse(AccountPortal.baseUrl(key.frontendApi()) + path);
    if (page == null) {
      throw new ClerkConfigurationException(
          "Publishable key is missing. Set CLERK_PUBLISHABLE_KEY to the key on the API keys page of"
              + " the Clerk Dashboard, or CLERK_SIGN_IN_URL to a sign-in page of your own.");
    }
    return page;
  }

  /** Where the address of this request is unknown, the one to come back to says where we are. */
  private WebUrl resolve(String page, @Nullable WebUrl back) {
    WebUrl resolved = relativeTo(here == null ? back : here, page);
    if (resolved == null) {
      throw new ClerkConfigurationException(
          "destination url or return back url should be an absolute path url!");
    }
    return resolved;
  }

  private @Nullable WebUrl relativeTo(@Nullable WebUrl base, String page) {
    String address =
        page.startsWith("~/") ? IncomingRequest.publicContextPath(state) + page.substring(1) : page;
    return base == null ? WebUrl.parse(address) : WebUrl.parse(address, base);
  }

  private @Nullable WebUrl back(
      RedirectOptions options, Optional<String> force, Optional<String> fallback) {
    return configured(force)
        .map(page -> relativeTo(here, page))
        .or(() -> Optional.ofNullable(asked(options)))
        .or(() -> configured(fallback).map(page -> relativeTo(here, page)))
        .orElse(null);
  }

  /** A script's request is none to come back to: the page is that it was sent from. */
  private @Nullable WebUrl asked(RedirectOptions options) {
    IncomingRequest request = IncomingRequest.of(state);
    ScriptClient script = ScriptClient.of(request);
    if (options.returnBackUrl().isEmpty() && options.comesBack() && script != null) {
      return script.page(request).map(this::ofThisOrigin).orElse(null);
    }
    if (options.returnBackUrl().isPresent()) {
      WebUrl back =
          SafeReturnAddress.within(
              here, settings.allowedRedirectOrigins(), options.returnBackUrl().get());
      if (back == null) {
        LOGGER.log(
            isDevelopment() ? Level.WARNING : Level.DEBUG,
            "A redirect to sign-in goes without its return address, which is of another origin."
                + " If browsers may be sent there, add the origin to clerk.allowedRedirectOrigins"
                + " (CLERK_ALLOWED_REDIRECT_ORIGINS).");
      }
      return back;
    }
    return options.comesBack() && here != null ? withoutTokens(here) : null;
  }

  private @Nullable WebUrl ofThisOrigin(String page) {
    WebUrl url = SafeReturnAddress.within(here, List.of(), page);
    return url == null ? null : withoutTokens(url);
  }

  /** Who comes back to the answer of an old handshake would be who they were then. */
  private static WebUrl withoutTokens(WebUrl url) {
    return url.withoutParametersKeepingBytes(
        ClerkNames.DEV_BROWSER,
        ClerkNames.LEGACY_DEV_BROWSER,
        ClerkNames.HANDSHAKE,
        ClerkNames.HANDSHAKE_NONCE,
        ClerkNames.HANDSHAKE_HELP);
  }

  private String location(WebUrl page, @Nullable WebUrl back, RedirectOptions options) {
    boolean elsewhere = here != null && !page.isAt(here.hostAndPort());
    WebUrl location = page;
    for (Map.Entry<String, String> known : options.prefill().entrySet()) {
      location = location.withParameterSet(known.getKey(), known.getValue());
    }
    if (back != null) {
      WebUrl synced =
          elsewhere && settings.satellite()
              ? back.withParameterSet(ClerkNames.SYNCED, NEEDS_SYNC)
              : back;
      location = location.withParameterSet(RETURN, synced.href());
    }
    String devBrowser = elsewhere && isDevelopment() ? devBrowser() : null;
    return devBrowser == null
        ? location.href()
        : location.withParameterSet(ClerkNames.DEV_BROWSER, devBrowser).href();
  }

  private WebUrl orTasks(WebUrl page) {
    return isPending() ? page.withPathBelow(TASKS) : page;
  }

  /** Somebody is signed in and still has session tasks to do. */
  private boolean isPending() {
    return state
        .auth(PendingSessions.ALLOWED)
        .sessionStatus()
        .filter("pending"::equals)
        .isPresent();
  }

  private boolean isDevelopment() {
    return key != null && key.isDevelopment();
  }

  /** The browser that the instance knows: by its own cookie, else by the one that all share. */
  private @Nullable String devBrowser() {
    String inQuery = here == null ? null : here.query().get(ClerkNames.DEV_BROWSER);
    if (key == null || (inQuery != null && !inQuery.isEmpty())) {
      return inQuery;
    }
    CookieHeader cookies = IncomingRequest.of(state).cookies();
    String own = cookies.get(SuffixedNames.of(key.cookieSuffix()).devBrowser());
    String shared = cookies.get(ClerkNames.DEV_BROWSER);
    String known = own == null || own.isEmpty() ? shared : own;
    return known == null || known.isEmpty() ? null : known;
  }

  private static Optional<String> configured(Optional<String> page) {
    return page.filter(text -> !text.isEmpty());
  }
}
