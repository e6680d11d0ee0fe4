package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkBackendException;
import io.github.clerkjakarta.PendingSessions;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ends the session at Clerk and takes its cookies out of this browser. By POST only: following a
 * link must never sign anyone out.
 */
@WebServlet("/sign-out")
public final class SignOut extends Page {

  @Override
  String title(HttpServletRequest request) {
    return "Sign out";
  }

  @Override
  String content(HttpServletRequest request) {
    return ClerkFilter.auth(request).isAuthenticated()
        ? """
          <p>Do you want to sign out?</p>
          <form method="post"><button id="confirm">Sign out</button></form>
          """
        : "<p>You are signed out.</p>\n";
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Auth auth = ClerkFilter.state(request).auth(PendingSessions.ALLOWED);
    List<String> cookies = cookiesOfTheSession(request);
    if (auth.sessionId().isEmpty() && !cookies.isEmpty()) {
      // A session token lives for a minute, and only a page can be sent to Clerk for a new one.
      seeOther(request.getContextPath() + "/sign-out", response);
      return;
    }
    try {
      ClerkFilter.backend(request).revokeSession(auth);
    } catch (ClerkBackendException e) {
      log("sign-out", e);
      response.sendError(HttpServletResponse.SC_BAD_GATEWAY, "You are still signed in.");
      return;
    }
    cookies.forEach(name -> response.addHeader("Set-Cookie", name + "=; Path=/; Max-Age=0"));
    seeOther(request.getContextPath() + "/", response);
  }

  /** Clerk's cookies come with and without a suffix that stands for the publishable key. */
  private static List<String> cookiesOfTheSession(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Stream::of)
        .map(Cookie::getName)
        .filter(name -> name.matches("__(session|client_uat)(_.+)?"))
        .distinct()
        .toList();
  }

  private static void seeOther(String location, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", location);
  }
}
