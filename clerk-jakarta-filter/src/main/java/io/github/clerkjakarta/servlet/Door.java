package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.Reverification;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * An application's way in, for those who stand before the filter: a Jakarta Security mechanism, or
 * a server's own hook. A request is decided and judged once, whoever comes first; {@link
 * ClerkFilter#auth} says who is calling. An application that has a {@link ClerkFilter} shares its
 * door with it.
 */
public final class Door {

  private static final String ATTRIBUTE = Door.class.getName();

  private final Edges edges;

  Door(Edges edges) {
    this.edges = edges;
  }

  /**
   * The door of an application.
   *
   * @throws IllegalStateException when nobody has opened one
   */
  public static Door of(ServletContext context) {
    return existing(context)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Clerk's filter isn't there, so nobody knows who is calling: it was not"
                        + " initialised, or the application has ended."));
  }

  /**
   * Opens the door of an application that has no {@link ClerkFilter}, by its settings; whoever
   * opened it closes it. Empty when there is a filter, for that opens the door.
   *
   * @throws ClerkConfigurationException when a setting is missing or wrong; the message says what
   *     to do
   */
  public static Optional<Door> open(ServletContext context) {
    if (AutomaticFilter.isRegisteredIn(context) || existing(context).isPresent()) {
      return Optional.empty();
    }
    Door door = new Door(EdgeSource.SETTINGS.open(Settings.of(context)));
    door.install(context);
    return Optional.of(door);
  }

  /**
   * What a filter throws from {@code init} for the deployment to fail. Where the server would go on
   * without that filter, as Payara does, the deployment fails all the same.
   *
   * @param reason says in its message what to do
   */
  public static ServletException failure(ServletContext context, RuntimeException reason) {
    return StartupCheck.failure(context, reason);
  }

  /** Closes the door of this application, and what is behind it. */
  public void close(ServletContext context) {
    if (existing(context).filter(this::equals).isPresent()) {
      context.removeAttribute(ATTRIBUTE);
    }
    edges.close();
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
        || edges.of(request).admits(request, response);
  }

  /**
   * Does for a request what a {@link ClerkFilter} does: lets it through, with who is calling, or
   * answers it. For a filter in an application that has no other.
   *
   * @throws IOException when the response can't be written, or from the application
   * @throws ServletException from the application
   */
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    edges.of(request).pass(request, response, chain);
  }

  /**
   * Answers a request of nobody that needs somebody: a redirect to sign in for a page, else 401; or
   * 503 when who is calling can't be told now.
   *
   * @throws IOException when the response can't be written
   */
  public void challenge(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    edges.of(request).challenge(request, response);
  }

  /**
   * Answers a request of somebody who may not do this: 403, or 404 where {@code clerk.denyAs} says
   * so.
   *
   * @throws IOException when the response can't be written
   */
  public void forbid(HttpServletRequest request, HttpServletResponse response) throws IOException {
    edges.of(request).forbid(request, response);
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
    edges.of(request).requireReverification(request, response, needed);
  }

  /** From here on nobody is calling in this request. */
  public static void logOut(ServletRequest request) {
    Decision.about(request).ifPresent(Decision::logOut);
  }

  void install(ServletContext context) {
    if (existing(context).isEmpty()) {
      context.setAttribute(ATTRIBUTE, this);
    }
  }

  private static Optional<Door> existing(ServletContext context) {
    return context.getAttribute(ATTRIBUTE) instanceof Door door
        ? Optional.of(door)
        : Optional.empty();
  }
}
