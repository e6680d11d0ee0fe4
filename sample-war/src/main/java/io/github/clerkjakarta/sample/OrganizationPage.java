package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/** For members of the organization that the path names; web.xml activates it and asks for it. */
@WebServlet("/orgs/*")
public final class OrganizationPage extends Page {

  @Override
  String title(HttpServletRequest request) {
    return "Your organization";
  }

  @Override
  String content(HttpServletRequest request) {
    String organization = ClerkFilter.auth(request).orgSlug().orElseThrow();
    return "<p>You see this page because you belong to <span id=\"slug\">%s</span>.</p>\n"
        .formatted(EscapedText.escape(organization));
  }
}
