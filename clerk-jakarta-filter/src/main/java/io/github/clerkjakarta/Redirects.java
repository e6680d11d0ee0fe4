package io.github.clerkjakarta;

import io.github.clerkjakarta.internal.decision.SafeReturnAddress;
import io.github.clerkjakarta.internal.decision.SignInRedirect;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.Optional;

/**
 * Where to send a browser so that its person signs in or up, as Clerk's {@code redirectToSignIn()}
 * and {@code redirectToSignUp()} say it: the page of the application's own or of the account
 * portal; for a pending session, the page of its tasks. And where the portal's other pages are.
 *
 * <p>The address that the browser comes back to is {@link ClerkOptions#signInForceRedirectUrl()}
 * (or the sign-up's) where that is set, else the one of the {@link RedirectOptions}, else {@link
 * ClerkOptions#signInFallbackRedirectUrl()}, else none. A page on another host gets what it needs
 * besides: of a development instance the browser's token, from a satellite the request to tell it
 * who has signed in.
 *
 * <p>These functions read the request of the state, so they are for the time in which it is served.
 *
 * @see <a href="https://clerk.com/docs/guides/account-portal/direct-links">Clerk: direct links to
 *     the account portal</a>
 */
public final class Redirects {

  private Redirects() {}

  /**
   * The URL of the request as the browser sees it: at {@link ClerkOptions#publicUrl()}, else at
   * what a reverse proxy forwards, if that is believed. Empty when it is no URL.
   */
  public static Optional<String> currentUrl(RequestState state) {
    return Optional.ofNullable(IncomingRequest.publicUrl(state)).map(WebUrl::href);
  }

  /**
   * The address of the sign-in page, which sends the browser back to where it is now.
   *
   * @throws ClerkConfigurationException when no option says where the page is
   */
  public static String toSignIn(RequestState state) {
    return toSignIn(state, RedirectOptions.DEFAULT);
  }

  /**
   * The address of the sign-in page.
   *
   * @throws ClerkConfigurationException when no option says where the page is
   */
  public static String toSignIn(RequestState state, RedirectOptions options) {
    return SignInRedirect.toSignIn(state, options);
  }

  /**
   * The address of the sign-up page, which sends the browser back to where it is now.
   *
   * @throws ClerkConfigurationException when no option says where the page is
   */
  public static String toSignUp(RequestState state) {
    return toSignUp(state, RedirectOptions.DEFAULT);
  }

  /**
   * The address of the sign-up page: the configured one, else {@code create} below the configured
   * sign-in page, else that of the account portal.
   *
   * @throws ClerkConfigurationException when no option says where the page is
   */
  public static String toSignUp(RequestState state, RedirectOptions options) {
    return SignInRedirect.toSignUp(state, options);
  }

  /**
   * The address of the account portal's page on which people change what Clerk knows of them. Like
   * those below, it leads back to where the browser is now, and is Clerk's whatever pages of its
   * own the application has.
   *
   * @throws ClerkConfigurationException without a publishable key
   */
  public static String toUserProfile(RequestState state) {
    return SignInRedirect.toPortal(state, "/user");
  }

  /**
   * The address of the account portal's page about the active organization.
   *
   * @throws ClerkConfigurationException without a publishable key
   */
  public static String toOrganizationProfile(RequestState state) {
    return SignInRedirect.toPortal(state, "/organization");
  }

  /**
   * The address of the account portal's page on which people create an organization.
   *
   * @throws ClerkConfigurationException without a publishable key
   */
  public static String toCreateOrganization(RequestState state) {
    return SignInRedirect.toPortal(state, "/create-organization");
  }

  /**
   * The address of the account portal's page on which people join the waitlist.
   *
   * @throws ClerkConfigurationException without a publishable key
   */
  public static String toWaitlist(RequestState state) {
    return SignInRedirect.toPortal(state, "/waitlist");
  }

  /**
   * The address of the account portal's page that says that somebody has signed in who hadn't meant
   * to, or wasn't known, and how to undo it.
   *
   * @throws ClerkConfigurationException without a publishable key
   */
  public static String toUnauthorizedSignIn(RequestState state) {
    return SignInRedirect.toPortal(state, "/unauthorized-sign-in");
  }

  /**
   * The absolute URL to send a browser back to, as somebody asked for it: a path that starts with
   * one slash, or an absolute URL of this application's own origin or of {@link
   * ClerkOptions#allowedRedirectOrigins()}. Anything else is empty; so is what servers and browsers
   * might read differently, such as backslashes, control characters and user names.
   */
  public static Optional<String> returnAddress(RequestState state, String asked) {
    return SafeReturnAddress.of(state, asked);
  }
}
