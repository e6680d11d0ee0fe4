package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.Reverification;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.token.KeyStatus;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Authentication of one servlet context, for a filter and for those who stand before it: a Jakarta
 * Security mechanism, or a server's own hook. A request is decided and judged once, whoever comes
 * first. They share what the first filter of the context has opened.
 */
public final class ContextAuthentication {

  private static final String ATTRIBUTE = ContextAuthentication.class.getName();

  private final InstancesByHost instances;

  private ContextAuthentication(InstancesByHost instances) {
    this.instances = instances;
  }

  /**
   * The authentication of an application.
   *
   * @throws IllegalStateException when nobody has opened one
   */
  public static ContextAuthentication of(ServletContext context) {
    return existing(context)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Clerk's filter isn't there, so nobody knows who is calling: it was not"
                        + " initialised, or the application has ended."));
  }

  /** What somebody has opened; empty before. */
  public static Optional<ContextAuthentication> existing(ServletContext context) {
    return context.getAttribute(ATTRIBUTE) instanceof ContextAuthentication found
        ? Optional.of(found)
        : Optional.empty();
  }

  /**
   * Opens one; whoever opens it closes it.
   *
   * @throws ClerkConfigurationException when a setting is missing or wrong; the message says what
   *     to do
   */
  public static ContextAuthentication open(
      ServletContext context, FilterConfiguration configuration, Settings settings) {
    if (settings.find(Setting.REVOCATION).isPresent() && !WebhookRoute.isIn(context)) {
      throw new ClerkConfigurationException(
          "Set "
              + Setting.WEBHOOKS_PATH.label()
              + " as well: clerk.revocation hears of ended sessions by Clerk's webhooks.");
    }
    ContextAuthentication opened =
        new ContextAuthentication(
            configuration.open(settings, Application.of(context), ProxyRoute.in(context)));
    if (existing(context).isEmpty()) {
      context.setAttribute(ATTRIBUTE, opened);
    }
    return opened;
  }

  /** Closes this, and what is behind it. */
  public void close(ServletContext context) {
    if (existing(context).filter(this::equals).isPresent()) {
      context.removeAttribute(ATTRIBUTE);
    }
    instances.close();
  }

  /**
   * What was decided about a request, not counting as a question of the application.
   *
   * @throws IllegalStateException when nothing was
   */
  public static RequestState state(ServletRequest request) {
    Decision decision = Decision.about(request);
    if (decision == null) {
      throw new IllegalStateException("Nobody has decided yet who is calling.");
    }
    return decision.state();
  }

  /**
   * Decides and judges a request where it comes in, unless that has been done.
   *
   * @return false when the response is written and nothing more may run: a redirect of Clerk's
   *     handshake, or a denial by the rules
   * @throws IOException when the response can't be written
   */
  public boolean admits(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return request.getDispatcherType() != DispatcherType.REQUEST
        || (!instances.refuse(request, response)
            && instances.of(request).admits(request, response));
  }

  /**
   * Does for a request what a filter does: lets it through, with who is calling, or answers it.
   *
   * @throws IOException when the response can't be written, or from the application
   * @throws ServletException from the application
   */
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!instances.refuse(request, response)) {
      instances.of(request).pass(request, response, chain);
    }
  }

  /**
   * Answers a request of nobody that needs somebody: a redirect to sign in for a page, else 401; or
   * 503 when who is calling can't be told now.
   *
   * @throws IOException when the response can't be written
   */
  public void challenge(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    instances.of(request).challenge(request, response);
  }

  /**
   * Answers a request of somebody who may not do this: 403, or 404 where {@code clerk.denyAs} says
   * so.
   *
   * @throws IOException when the response can't be written
   */
  public void forbid(HttpServletRequest request, HttpServletResponse response) throws IOException {
    instances.of(request).forbid(request, response);
  }

  /**
   * Answers a request of somebody who must first prove again who they are: 403 with the body by
   * which ClerkJS opens its dialog.
   *
   * @throws IOException when the response can't be written
   * @see <a href="https://clerk.com/docs/guides/secure/reverification">Clerk: reverification</a>
   */
  public void requireReverification(
      HttpServletRequest request, HttpServletResponse response, Reverification needed)
      throws IOException {
    instances.of(request).requireReverification(request, response, needed);
  }

  /**
   * Whether there are keys to verify tokens with, by the name of the instance; the only one of an
   * application has none, and what an authenticator of the application's own has isn't known. Takes
   * a second at most for each, where Clerk has to be asked.
   */
  public Map<String, KeyStatus> keyStatus() {
    return instances.keyStatus();
  }

  /** From here on nobody is calling in this request. */
  public static void logOut(ServletRequest request) {
    Decision.logOut(request);
  }
}
