package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/** Open to everybody; it still knows who is calling. */
@WebServlet("")
public final class HomePage extends Page {

  @Override
  String title(HttpServletRequest request) {
    return "Welcome";
  }

  @Override
  String content(HttpServletRequest request) {
    Auth auth = ClerkFilter.auth(request);
    String account = EscapedText.escape(request.getContextPath() + "/account");
    return auth.isAuthenticated()
        ? "<p>This page is open to everybody, and it knows that you are signed in.</p>\n"
        : "<p>This page is open to everybody. <a id=\"sign-in\" href=\"%s\">Sign in</a></p>\n"
            .formatted(account);
  }
}
