package io.github.clerkjakarta.pages.internal;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkBackendException;
import io.github.clerkjakarta.PendingSessions;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ends a session at Clerk and takes its cookies out of the browser, without a script. By POST only:
 * following a link signs nobody out. The filter doesn't believe the cookies of a POST that comes
 * from another origin.
 */
final class SignOut {

  private static final System.Logger LOG = System.getLogger(SignOut.class.getName());

  private SignOut() {}

  /** Asks whoever comes by a link, or with a token that is too old to say whose it is. */
  static PageServlet.HtmlPage page(HttpServletRequest request) {
    boolean signedIn = caller(request).sessionId().isPresent();
    String content = "<p>You are signed out.</p>";
    if (signedIn) {
      Markup button = PageTag.named("signOutButton").markup(request, Map.of());
      content =
          "<p>Do you want to sign out?</p>" + button.start() + button.content() + button.end();
    }
    return PageServlet.HtmlPage.of(request, "Sign out", content);
  }

  static void end(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Auth caller = caller(request);
    List<String> cookies = cookiesOfTheSession(request);
    if (caller.sessionId().isEmpty() && !cookies.isEmpty()) {
      // A session token lives for a minute, and only a page can be sent to Clerk for a new one.
      seeOther(PageInstance.of(request).signOutUrl(), response);
      return;
    }
    try {
      ClerkFilter.backend(request).revokeSession(caller);
    } catch (ClerkBackendException e) {
      LOG.log(Level.WARNING, "A session can't be ended.", e);
      response.sendError(HttpServletResponse.SC_BAD_GATEWAY, "You are still signed in.");
      return;
    }
    cookies.forEach(name -> response.addHeader("Set-Cookie", name + "=; Path=/; Max-Age=0"));
    seeOther(
        Optional.ofNullable(request.getParameter("redirect_url"))
            .flatMap(asked -> ClerkFilter.returnAddress(request, asked))
            .orElse(PageInstance.of(request).contextPath() + "/"),
        response);
  }

  private static Auth caller(HttpServletRequest request) {
    return ClerkFilter.state(request).auth(PendingSessions.ALLOWED);
  }

  /** Clerk's cookies come with and without a suffix that stands for the publishable key. */
  private static List<String> cookiesOfTheSession(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Stream::of)
        .map(Cookie::getName)
        .filter(name -> name.matches("__(session|client_uat)(_[A-Za-z0-9_-]+)?"))
        .distinct()
        .toList();
  }

  private static void seeOther(String location, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", location);
  }
}
