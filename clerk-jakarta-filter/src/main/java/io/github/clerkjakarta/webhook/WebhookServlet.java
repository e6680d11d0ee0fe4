package io.github.clerkjakarta.webhook;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.log.RateLimitedLog;
import io.github.clerkjakarta.internal.servlet.ApplicationCache;
import io.github.clerkjakarta.internal.servlet.Revocation;
import io.github.clerkjakarta.internal.servlet.Settings;
import io.github.clerkjakarta.internal.token.TimeSource;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Receives Clerk's webhooks. A subclass says what is done with an event:
 *
 * <pre>{@code
 * @WebServlet("/webhooks/clerk")
 * public class ClerkWebhooks extends WebhookServlet {
 *   protected void onEvent(WebhookEvent event) { … }
 * }
 * }</pre>
 *
 * <p>Map it to one path without {@code *}: a POST to that path gets here whatever the rules say,
 * for the signature takes the place of a session. Each message is handled once, and answered as
 * Clerk's retries expect it:
 *
 * <ul>
 *   <li>204 once it was handled, also when it is delivered again
 *   <li>400 when it isn't Clerk's, or was signed more than five minutes ago; 405 for other methods
 *       than POST, 413 for a body of more than a megabyte
 *   <li>500 when {@link #onEvent} throws, 503 while another thread is handling the same message, or
 *       while it can't be told whether somebody is: Clerk delivers it again
 * </ul>
 *
 * <p>No filter before it may read the body or the parameters.
 *
 * @see <a href="https://clerk.com/docs/guides/development/webhooks/overview">Clerk: webhooks</a>
 */
public abstract class WebhookServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(WebhookServlet.class.getName());
  private static final int LONGEST_BODY = 1024 * 1024;

  private final transient RateLimitedLog refused =
      new RateLimitedLog(LOG, WARNING, TimeSource.SYSTEM::nanoTime);
  private final transient RateLimitedLog failed =
      new RateLimitedLog(LOG, ERROR, TimeSource.SYSTEM::nanoTime);
  private transient @Nullable WebhookVerifier verifier;
  private transient @Nullable HandledMessages messages;

  /** For the container, by a subclass. */
  protected WebhookServlet() {}

  /**
   * Handles an event that Clerk has signed, and that nobody has handled yet.
   *
   * @throws Exception when it couldn't be handled: Clerk delivers it again later
   */
  protected abstract void onEvent(WebhookEvent event) throws Exception;

  /**
   * What tells Clerk's webhooks from others; asked for once, when the servlet starts. Unless
   * overridden, by the signing secrets in {@code clerk.webhookSigningSecret}: an init-param of this
   * servlet, or wherever settings stand.
   *
   * @throws ClerkConfigurationException when no secret is set, or one can't be right
   */
  protected WebhookVerifier verifier() {
    return WebhookVerifier.from(Settings.of(getServletConfig()).sources());
  }

  /**
   * Which messages were handled already; asked for once, when the servlet starts. Unless
   * overridden, the last 10,000 are remembered for two days, longer than Clerk tries to deliver
   * one, in the memory of this process: several nodes remember each their own, unless {@code
   * clerk.webhooks.cache} names a cache that all of them have.
   *
   * @throws ClerkConfigurationException when that cache isn't the application's
   */
  protected HandledMessages handledMessages() {
    RecentMessages here = new RecentMessages(TimeSource.SYSTEM);
    return ApplicationCache.of(getServletConfig())
        .<HandledMessages>map(
            cache ->
                new ClusterMessages(
                    here, cache, ClusterMessages.endpoint(getServletConfig()), TimeSource.SYSTEM))
        .orElse(here);
  }

  /**
   * Starts the servlet.
   *
   * @throws ServletException when a setting is missing or wrong, with a sentence that says what to
   *     do
   */
  @Override
  public final void init(ServletConfig config) throws ServletException {
    super.init(config);
    try {
      verifier = verifier();
      messages = handledMessages();
    } catch (ClerkConfigurationException e) {
      throw new ServletException(e.getMessage(), e);
    }
  }

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!"POST".equals(request.getMethod())) {
      response.setHeader("Allow", "POST");
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    if (verifier == null || messages == null) {
      throw new IllegalStateException("This servlet has not been started.");
    }
    WebhookEvent event;
    try {
      event = read(request, verifier);
    } catch (WebhookVerificationException e) {
      refused.log("A webhook was refused. " + e.getMessage());
      answer(response, HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
      return;
    }
    if (event == null) {
      answer(
          response,
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          "The body is longer than a megabyte.");
    } else {
      handleOnce(event, messages, response);
    }
  }

  /** The event; null when the body is too long to be one. */
  private static @Nullable WebhookEvent read(HttpServletRequest request, WebhookVerifier verifier)
      throws IOException, WebhookVerificationException {
    SignedHeaders headers = verifier.readHeaders(request::getHeader);
    if (request.getContentLengthLong() > LONGEST_BODY) {
      return null;
    }
    byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
    return body.length > LONGEST_BODY ? null : verifier.verify(body, headers);
  }

  private void handleOnce(
      WebhookEvent event, HandledMessages messages, HttpServletResponse response)
      throws IOException {
    switch (claim(event, messages)) {
      case GRANTED -> response.setStatus(handle(event, messages));
      case HANDLED -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      case BEING_HANDLED -> {
        response.setHeader("Retry-After", "5");
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      }
    }
  }

  /** Claims a message; one that can't be claimed for now is as if somebody else handled it. */
  private HandledMessages.Claim claim(WebhookEvent event, HandledMessages messages) {
    try {
      Revocation.hear(event, getServletContext());
      return messages.claim(event.id());
    } catch (RuntimeException e) {
      failed.log("A webhook can't be taken now; Clerk will deliver it again. " + event, e);
      return HandledMessages.Claim.BEING_HANDLED;
    }
  }

  /** Handles a message that was claimed, and says with which status to answer. */
  private int handle(WebhookEvent event, HandledMessages messages) {
    boolean handled = false;
    try {
      onEvent(event);
      handled = true;
      return HttpServletResponse.SC_NO_CONTENT;
    } catch (Exception e) {
      failed.log("A webhook couldn't be handled; Clerk will deliver it again. " + event, e);
      return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    } finally {
      settle(event, handled, messages);
    }
  }

  /** Says how it went with a message; where that can't be said, it went as it did. */
  private void settle(WebhookEvent event, boolean handled, HandledMessages messages) {
    try {
      if (handled) {
        messages.handled(event.id());
      } else {
        messages.release(event.id());
      }
    } catch (RuntimeException e) {
      failed.log("It can't be remembered what became of a webhook. " + event, e);
    }
  }

  private static void answer(HttpServletResponse response, int status, @Nullable String text)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain");
    response.getOutputStream().write(String.valueOf(text).getBytes(StandardCharsets.US_ASCII));
  }
}
