package io.github.clerkjakarta.sample;

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
    return "<p>You see this page because you are signed in.</p>\n";
  }
}
