package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkBackendException;
import io.github.clerkjakarta.User;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/** For anyone who is signed in; web.xml says so. */
@WebServlet("/account")
public final class AccountPage extends Page {

  @Override
  String title(HttpServletRequest request) {
    return "Your account";
  }

  @Override
  String content(HttpServletRequest request) {
    return "<p>You see this page because you are signed in, <span id=\"name\">%s</span>.</p>\n"
        .formatted(EscapedText.escape(name(request)));
  }

  /** The page is there even while Clerk can't say what its reader is called. */
  private String name(HttpServletRequest request) {
    Auth auth = ClerkFilter.auth(request);
    try {
      return ClerkFilter.backend(request)
          .currentUser(auth)
          .flatMap(User::fullName)
          .orElse("stranger");
    } catch (ClerkBackendException e) {
      log("account", e);
      return "stranger";
    }
  }
}
