package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkBackend;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkInstances;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.RedirectOptions;
import io.github.clerkjakarta.Redirects;
import io.github.clerkjakarta.RequestAuthenticator;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.csp.ResponsePolicy;
import io.github.clerkjakarta.internal.jetty.JettyWebSockets;
import io.github.clerkjakarta.internal.servlet.ContextAuthentication;
import io.github.clerkjakarta.internal.servlet.Decision;
import io.github.clerkjakarta.internal.servlet.FilterConfiguration;
import io.github.clerkjakarta.internal.servlet.OtherTokens;
import io.github.clerkjakarta.internal.servlet.Settings;
import io.github.clerkjakarta.internal.servlet.StartupFailure;
import io.github.clerkjakarta.servlet.access.AccessRules;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who is calling, and tells the application: by {@link #auth}, and by {@code
 * getUserPrincipal}, {@code getRemoteUser}, {@code getAuthType} and {@code isUserInRole} of the
 * request, unless the container has decided that already. Role names are those of Clerk: {@code
 * org:admin}, {@code org:invoices:create}, {@code feature:…}, {@code plan:…}.
 *
 * <p>Four ways into an application:
 *
 * <ul>
 *   <li>By itself: with the jar in the application, the filter is there, before those of web.xml.
 *       {@code clerk.filter.auto=false} (context-param, system property, or {@code
 *       CLERK_FILTER_AUTO}) turns that off; another registered {@code ClerkFilter} does too.
 *   <li>web.xml: this class as a {@code <filter>}, with {@code <async-supported>}, its settings as
 *       init-params, mapped to {@code /*} for all five dispatchers.
 *   <li>A subclass with {@link jakarta.servlet.annotation.WebFilter}.
 *   <li>{@code servletContext.addFilter("clerk", ClerkFilter.with(options))}.
 * </ul>
 *
 * <p>Settings are those of {@link ClerkOptions}, as init-param, context-param, system property or
 * environment variable, among them {@code clerk.rules} ({@link AccessRules#parse}). {@code
 * clerk.protectedResourceMetadata} serves {@link ProtectedResourceMetadata}. With {@code
 * clerk.instances}, an application has several Clerk instances, by host ({@link ClerkInstances}). A
 * name that begins with {@code clerk.} and is no setting fails the deployment.
 *
 * <p>A request is decided and judged once, where it comes in; forwards, includes, async dispatches
 * and error pages find the same {@link Auth}. One that a filter ahead has forwarded, included or
 * suspended before is decided and judged when it arrives here, by the path that it was sent to. Of
 * several filters each decides for itself, and what the innermost has decided counts. Neither body
 * nor parameters are read, and no session is created. A request that must go to Clerk first is
 * answered with a 307 redirect, and nothing of the application runs.
 *
 * <p>Headers: {@code Set-Cookie} and {@code Vary} come on top of the application's, and stay after
 * {@code response.reset()}. {@code Cache-Control: no-store} is sent with every answer of the
 * filter's own and with cookies of Clerk's; on a path that rules protect, the application may set
 * its own. A page that has asked who is calling gets {@code Vary: Cookie, Authorization} and,
 * unless the application says otherwise, {@code Cache-Control: private}; one that hasn't stays as
 * it is. {@code Content-Security-Policy}, where {@code clerk.contentSecurityPolicy} wants one, is
 * merged with the application's own. Of all others the application's value counts. A response that
 * is sent before the filter runs can't carry any of them; that is logged.
 *
 * <p>A request that carries a session cookie, may change something or opens a WebSocket, and comes
 * from a page of an origin that is neither this application's nor an authorized party, counts as
 * signed out: {@code Sec-Fetch-Site} says so, or {@code Origin} where a browser doesn't send that.
 *
 * <p>A CORS preflight is nobody's. For the origins in {@code clerk.corsOrigins} it is answered
 * here; of a path that rules close, any other is answered with 204 and nothing else. {@code
 * clerk.preflight=pass} hands all of them to an application that answers them itself.
 */
public class ClerkFilter implements Filter {

  private static final System.Logger LOG = System.getLogger(ClerkFilter.class.getName());

  private final FilterConfiguration configuration;
  private volatile @Nullable ContextAuthentication authentication;
  private volatile Runnable closing = () -> {};

  /** A filter that is configured by init-params, context-params, properties, environment. */
  public ClerkFilter() {
    this(FilterConfiguration.SETTINGS);
  }

  /** A filter with these options and rules, for subclasses. */
  protected ClerkFilter(ClerkOptions options, AccessRules rules) {
    this(FilterConfiguration.SETTINGS.with(options).with(rules));
  }

  private ClerkFilter(FilterConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * A filter with these options; what they leave open, and the rules ({@code clerk.rules}), come
   * from the settings.
   */
  public static ClerkFilter with(ClerkOptions options) {
    return new ClerkFilter(FilterConfiguration.SETTINGS.with(options));
  }

  /** A filter with these options and rules; what the options leave open comes from the settings. */
  public static ClerkFilter with(ClerkOptions options, AccessRules rules) {
    return new ClerkFilter(options, rules);
  }

  /**
   * A filter with this authenticator, which is closed with the filter. Rules and the options that
   * the filter itself needs, such as the authorized parties, come from the settings.
   */
  public static ClerkFilter with(RequestAuthenticator authenticator) {
    return new ClerkFilter(FilterConfiguration.SETTINGS.with(authenticator));
  }

  /**
   * A filter for several Clerk instances, each with its hosts; what their options leave open, and
   * the rules, come from the settings. A request for any other host is answered with 421.
   */
  public static ClerkFilter with(ClerkInstances instances) {
    return new ClerkFilter(FilterConfiguration.SETTINGS.with(instances));
  }

  /**
   * A filter for several Clerk instances that share these rules; see {@link #with(ClerkInstances)}.
   */
  public static ClerkFilter with(ClerkInstances instances, AccessRules rules) {
    return new ClerkFilter(FilterConfiguration.SETTINGS.with(instances).with(rules));
  }

  /**
   * Who is calling; never null.
   *
   * @throws IllegalStateException when no filter has seen the request
   */
  public static Auth auth(ServletRequest request) {
    return state(request).auth();
  }

  /**
   * What was decided about a request.
   *
   * @throws IllegalStateException when no filter has seen the request
   */
  public static RequestState state(ServletRequest request) {
    return Decision.required(request).asked();
  }

  /**
   * Clerk's Backend API, for what the token doesn't say: of the instance by whose options the
   * request was decided, and for all requests the same. It is closed with the filter, and by nobody
   * else.
   *
   * @throws IllegalStateException when no filter has seen the request
   */
  public static ClerkBackend backend(ServletRequest request) {
    return Decision.required(request).by().backend();
  }

  /**
   * The nonce of this response's Content Security Policy, for the {@code nonce} of each script on
   * the page: 144 random bits in base64, the same for all of a request, forwards and error pages
   * included. Empty where {@code clerk.contentSecurityPolicy} isn't {@code strict}. A page that has
   * asked gets {@code Cache-Control: no-store} unless it says otherwise, for a nonce that somebody
   * knows protects nothing.
   *
   * @throws IllegalStateException when no filter has seen the request
   */
  public static Optional<String> nonce(ServletRequest request) {
    Decision decision = Decision.required(request);
    Optional<String> nonce = ResponsePolicy.nonce(request);
    if (nonce.isPresent()) {
      decision.forThisResponse();
    }
    return nonce;
  }

  /**
   * Who is calling, where this call accepts other kinds of token than the rules and the options do;
   * never null. A machine token that nobody has looked at before is verified now, which for opaque
   * ones is a call of the Backend API; asking again for the same kinds is not. What {@link
   * #auth(ServletRequest)} and {@code getUserPrincipal} say doesn't change.
   *
   * @throws IllegalStateException when no filter has seen the request
   */
  public static Auth auth(HttpServletRequest request, AcceptsToken accepts) {
    return state(request, accepts).auth();
  }

  /**
   * What is decided about a request where these kinds of token are accepted; see {@link
   * #auth(HttpServletRequest, AcceptsToken)}.
   *
   * @throws IllegalStateException when no filter has seen the request
   */
  public static RequestState state(HttpServletRequest request, AcceptsToken accepts) {
    return OtherTokens.stateOf(request, Decision.required(request), accepts);
  }

  /**
   * Whether somebody is calling with a token of one of these kinds. If not, the request is
   * answered, with 401 and {@code WWW-Authenticate}, or as {@link HttpServletRequest#authenticate}
   * would where sessions are accepted and a browser asks for a page.
   *
   * @throws IllegalStateException when no filter has seen the request
   * @throws IOException when the response can't be written
   */
  public static boolean authenticate(
      HttpServletRequest request, HttpServletResponse response, AcceptsToken accepts)
      throws IOException {
    return Decision.required(request).by().authenticate(request, response, accepts);
  }

  /**
   * The absolute URL to send a browser back to, as a parameter asked for it; empty unless it is of
   * this application's own origin or an allowed one.
   *
   * @throws IllegalStateException when no filter has seen the request
   * @see Redirects#returnAddress
   */
  public static Optional<String> returnAddress(ServletRequest request, String asked) {
    return Redirects.returnAddress(state(request), asked);
  }

  /**
   * Sends the browser to the sign-in page, and from there back to this address. Nothing should be
   * written afterwards.
   *
   * @throws IllegalStateException when no filter has seen the request
   * @throws ClerkConfigurationException when no option says where the page is
   * @throws IOException when the response can't be written
   */
  public static void redirectToSignIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    redirectToSignIn(request, response, RedirectOptions.DEFAULT);
  }

  /**
   * Sends the browser to the sign-in page with a 302; a person with session tasks to do, to those.
   * Where it comes back to the same address still signed out, three times within half a minute of
   * each other, the answer is a 401 that ends it.
   *
   * @throws IllegalStateException when no filter has seen the request
   * @throws ClerkConfigurationException when no option says where the page is
   * @throws IOException when the response can't be written
   * @see Redirects#toSignIn
   */
  public static void redirectToSignIn(
      HttpServletRequest request, HttpServletResponse response, RedirectOptions options)
      throws IOException {
    Decision decision = Decision.required(request);
    String location = Redirects.toSignIn(decision.asked(), options);
    decision.by().sendTo(location, request, response);
  }

  /**
   * Sends the browser to the sign-up page, and from there back to this address.
   *
   * @throws IllegalStateException when no filter has seen the request
   * @throws ClerkConfigurationException when no option says where the page is
   * @throws IOException when the response can't be written
   */
  public static void redirectToSignUp(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    redirectToSignUp(request, response, RedirectOptions.DEFAULT);
  }

  /**
   * Sends the browser to the sign-up page, as {@link #redirectToSignIn(HttpServletRequest,
   * HttpServletResponse, RedirectOptions)} to the sign-in page.
   *
   * @throws IllegalStateException when no filter has seen the request
   * @throws ClerkConfigurationException when no option says where the page is
   * @throws IOException when the response can't be written
   * @see Redirects#toSignUp
   */
  public static void redirectToSignUp(
      HttpServletRequest request, HttpServletResponse response, RedirectOptions options)
      throws IOException {
    Decision decision = Decision.required(request);
    String location = Redirects.toSignUp(decision.asked(), options);
    decision.by().sendTo(location, request, response);
  }

  /**
   * Reads the settings.
   *
   * @throws ServletException when one is missing or wrong, with a sentence that says what to do;
   *     the deployment fails
   */
  @Override
  public void init(FilterConfig config) throws ServletException {
    ServletContext context = config.getServletContext();
    try {
      JettyWebSockets.placeBehind(config.getFilterName(), context);
      ContextAuthentication opened =
          ContextAuthentication.open(context, configuration, Settings.of(config));
      closing = () -> opened.close(context);
      authentication = opened;
    } catch (RuntimeException | LinkageError e) {
      fail(context, e);
    }
  }

  /**
   * Fails the start. Where a server would only leave the filter out, and an {@code
   * <absolute-ordering>} of web.xml has left out who fails the deployment there, the filter stays
   * instead and refuses every request.
   */
  private static void fail(ServletContext context, Throwable reason) throws ServletException {
    ServletException failure = StartupFailure.of(context, reason);
    if (StartupFailure.isOverlookedIn(context)) {
      LOG.log(
          System.Logger.Level.ERROR, "Every request is refused. " + failure.getMessage(), reason);
    } else {
      throw failure;
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ContextAuthentication open = authentication;
    if (open == null) {
      throw new ServletException("This ClerkFilter couldn't start; the log says why.");
    }
    if (request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse answer) {
      open.pass(http, answer, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Closes the authenticator, and what {@link #backend} gives. */
  @Override
  public void destroy() {
    authentication = null;
    closing.run();
    closing = () -> {};
  }
}
