package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.RequestState;
import java.util.Optional;

/** What all pages have in common: the links, and who is calling. */
record Layout(String contextPath, RequestState state) {

  /** A whole page. The title is text, the content HTML. */
  String page(String title, String content) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%2$s</title>
        <link rel="icon" href="%1$s/icon.svg">
        <link rel="stylesheet" href="%1$s/style.css">
        </head>
        <body>
        <header>
        <nav>
        <a href="%1$s/">Home</a>
        <a href="%1$s/account">Account</a>
        <a href="%1$s/invoices">Invoices</a>
        <a href="%1$s/annotations">Annotations</a>
        <a href="%1$s/books">Books</a>
        <a href="%1$s/team.xhtml">Team</a>
        <a href="%1$s/orgs/acme">Acme</a>
        <a href="%1$s/inbox">Inbox</a>
        </nav>
        %3$s</header>
        <main>
        <h1>%2$s</h1>
        %4$s%5$s</main>
        </body>
        </html>
        """
        .formatted(
            EscapedText.escape(contextPath),
            EscapedText.escape(title),
            signOut(),
            content,
            whoIsCalling());
  }

  private String signOut() {
    return state.auth().isAuthenticated()
        ? """
          <form method="post" action="%s/sign-out"><button id="sign-out">Sign out</button></form>
          """
            .formatted(EscapedText.escape(contextPath))
        : "";
  }

  private String whoIsCalling() {
    Auth auth = state.auth();
    return """
        <section>
        <h2>Who is calling</h2>
        <dl>
        %s%s%s%s%s%s%s</dl>
        </section>
        """
        .formatted(
            row("state", "State", Optional.of(state.status())),
            row("reason", "Reason", Optional.of(state.reason().orElse("none: signed in"))),
            row("user", "User", Optional.of(auth.userId().orElse("nobody"))),
            row("session", "Session", auth.sessionId()),
            row("organization", "Organization", auth.orgSlug()),
            row("role", "Role", auth.orgRole()),
            row("permissions", "Permissions", permissions(auth)));
  }

  private static Optional<String> permissions(Auth auth) {
    return Optional.of(String.join(", ", auth.orgPermissions())).filter(list -> !list.isEmpty());
  }

  private static String row(String id, String term, Optional<String> value) {
    return value
        .map(
            text ->
                "<div><dt>%s</dt><dd id=\"%s\">%s</dd></div>\n"
                    .formatted(term, id, EscapedText.escape(text)))
        .orElse("");
  }
}
