package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Open to everybody; it still knows who is calling. */
@WebServlet("")
public final class HomePage extends Page {

  /** The address of the satellite that is this same application, where there is one. */
  static final String SATELLITE = "sample.satellite";

  @Override
  String title(HttpServletRequest request) {
    return "Welcome";
  }

  @Override
  String content(HttpServletRequest request) {
    String account = EscapedText.escape(request.getContextPath() + "/account");
    String caller =
        ClerkFilter.auth(request).isAuthenticated()
            ? "<p>This page is open to everybody, and it knows that you are signed in.</p>\n"
            : "<p>This page is open to everybody. <a id=\"sign-in\" href=\"%s\">Sign in</a></p>\n"
                .formatted(account);
    return caller + otherDomain(request);
  }

  /** The same application on another domain, where whoever is signed in here is so as well. */
  private static String otherDomain(HttpServletRequest request) {
    RequestSettings settings = ClerkFilter.state(request).settings();
    if (settings.satellite()) {
      return "<p id=\"satellite\">This is a satellite: people sign in on another domain.</p>\n";
    }
    return Optional.ofNullable(request.getServletContext().getInitParameter(SATELLITE))
        .map(
            address ->
                """
                <p>The same application, on another domain:
                <a id="satellite" href="%s?__clerk_synced=false">its satellite</a></p>
                """
                    .formatted(EscapedText.escape(address)))
        .orElse("");
  }
}
