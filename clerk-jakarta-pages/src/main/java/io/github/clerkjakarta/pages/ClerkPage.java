package io.github.clerkjakarta.pages;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkBackend;
import io.github.clerkjakarta.ClerkBackendException;
import io.github.clerkjakarta.Redirects;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.pages.internal.AskedFor;
import io.github.clerkjakarta.pages.internal.PageInstance;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.ServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks of Clerk. Every request has one as its attribute {@value #NAME}, so that JSP,
 * Facelets and whatever else reads request attributes say {@code #{clerk.userId}}. Nothing secret
 * is in it. It is for the time in which the request is served.
 *
 * <p>Names are those of {@link Auth}. What isn't known is null. Where no {@code ClerkFilter} has
 * seen the request, every question fails with an {@link IllegalStateException}.
 */
public final class ClerkPage {

  /** The name of the request attribute. */
  public static final String NAME = "clerk";

  private final ServletRequest request;

  private ClerkPage(ServletRequest request) {
    this.request = request;
  }

  /** What a page that answers this request may ask. */
  public static ClerkPage of(ServletRequest request) {
    return new ClerkPage(request);
  }

  /** Whether somebody is calling. */
  public boolean isSignedIn() {
    return auth().isAuthenticated();
  }

  /** The user's id, {@code user_…}. */
  public @Nullable String getUserId() {
    return auth().userId().orElse(null);
  }

  /**
   * The user who is calling. The first question of a request asks Clerk, unless somebody has just
   * done so.
   *
   * @throws ClerkBackendException when Clerk can't be asked or doesn't know the user any more
   * @see ClerkBackend#currentUser
   */
  public @Nullable PageUser getUser() {
    return ClerkFilter.backend(request).currentUser(auth()).map(PageUser::new).orElse(null);
  }

  /** The session's id, {@code sess_…}. */
  public @Nullable String getSessionId() {
    return auth().sessionId().orElse(null);
  }

  /** The id of the active organization, {@code org_…}. */
  public @Nullable String getOrgId() {
    return auth().orgId().orElse(null);
  }

  /** The slug of the active organization. */
  public @Nullable String getOrgSlug() {
    return auth().orgSlug().orElse(null);
  }

  /** The role in the active organization, with its prefix: {@code org:admin}. */
  public @Nullable String getOrgRole() {
    return auth().orgRole().orElse(null);
  }

  /** The permissions in the active organization, for example {@code org:invoices:create}. */
  public List<String> getOrgPermissions() {
    return auth().orgPermissions();
  }

  /**
   * Whether the caller has something: {@code org:admin} is a role, {@code org:invoices:create} a
   * permission; all else says in front what it is: {@code feature:…}, {@code plan:…}, {@code
   * reverification:strict}, {@code organization:acme}, {@code scope:…}.
   *
   * @throws IllegalArgumentException when that is none of these, so that a page with a typo doesn't
   *     hide something from everybody
   */
  public boolean has(String something) {
    return auth().has(AskedFor.byName(something));
  }

  /** The address of the sign-in page, which sends the browser back to this page. */
  public String getSignInUrl() {
    return Redirects.toSignIn(state());
  }

  /** The address of the sign-up page, which sends the browser back to this page. */
  public String getSignUpUrl() {
    return Redirects.toSignUp(state());
  }

  /** Where a POST signs out; see the tag {@code signOutButton}. */
  public String getSignOutUrl() {
    return instance().signOutUrl();
  }

  /** The address of the page on which people change what is known about them. */
  public String getUserProfileUrl() {
    return instance().userProfileUrl();
  }

  /** The address of the page of the active organization. */
  public String getOrganizationProfileUrl() {
    return instance().organizationProfileUrl();
  }

  /** The address of the page on which people create an organization. */
  public String getCreateOrganizationUrl() {
    return instance().createOrganizationUrl();
  }

  /** The address of the page on which people join the waitlist. */
  public String getWaitlistUrl() {
    return instance().waitlistUrl();
  }

  /**
   * The address of the account portal's page that says that somebody has signed in who hadn't meant
   * to, or wasn't known.
   *
   * @see Redirects#toUnauthorizedSignIn
   */
  public String getUnauthorizedSignInUrl() {
    return Redirects.toUnauthorizedSignIn(state());
  }

  /** The publishable key of the instance that this request belongs to. */
  public @Nullable String getPublishableKey() {
    return state().settings().publishableKey().orElse(null);
  }

  /** The proxy of the Frontend API, where there is one. */
  public @Nullable String getProxyUrl() {
    return state().settings().proxyUrl().orElse(null);
  }

  /** The domain of a satellite. */
  public @Nullable String getDomain() {
    return state().settings().domain().orElse(null);
  }

  /**
   * The nonce of the response, for scripts of the page's own; {@code <clerk:scripts/>} carries it
   * by itself. Null where {@code clerk.contentSecurityPolicy} isn't {@code strict}.
   *
   * @see ClerkFilter#nonce
   */
  public @Nullable String getNonce() {
    return ClerkFilter.nonce(request).orElse(null);
  }

  /** Where browsers load ClerkJS from. */
  public String getJsUrl() {
    return instance().jsUrl();
  }

  /** Where browsers load Clerk's components from. */
  public String getUiUrl() {
    return instance().uiUrl();
  }

  private Auth auth() {
    return state().auth();
  }

  private PageInstance instance() {
    return PageInstance.of(request);
  }

  private RequestState state() {
    return ClerkFilter.state(request);
  }

  /** Says nothing about the caller. */
  @Override
  public String toString() {
    return "ClerkPage";
  }
}
