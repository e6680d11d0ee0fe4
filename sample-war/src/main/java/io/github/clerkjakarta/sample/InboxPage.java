package io.github.clerkjakarta.sample;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What Clerk's webhooks told, for admins of the active organization; web.xml says so. It is about
 * everybody, so an application with customers would show each of them their own people.
 */
@WebServlet("/inbox")
public final class InboxPage extends Page {

  private static final long serialVersionUID = 1L;

  @Inject private transient Inbox inbox;

  @Override
  String title(HttpServletRequest request) {
    return "Inbox";
  }

  @Override
  String content(HttpServletRequest request) {
    List<Inbox.Message> messages = inbox.latest();
    if (messages.isEmpty()) {
      return """
          <p id="empty">Nothing has come yet. Messages of Clerk's come once
          <code>CLERK_WEBHOOKS_PATH</code> and <code>CLERK_WEBHOOK_SIGNING_SECRET</code> are set.</p>
          """;
    }
    return """
        <p>You see this page because you are an admin. It shows the last %d messages of Clerk's.</p>
        <section>
        <h2>Webhooks</h2>
        <table id="messages">
        <thead><tr><th>What happened</th><th>To</th><th>At (UTC)</th></tr></thead>
        <tbody>
        %s</tbody>
        </table>
        </section>
        """
        .formatted(
            Inbox.MOST_MESSAGES,
            messages.stream().map(InboxPage::row).collect(Collectors.joining()));
  }

  private static String row(Inbox.Message message) {
    return "<tr><td>%s</td><td>%s</td><td>%s</td></tr>\n"
        .formatted(
            EscapedText.escape(message.type()),
            EscapedText.escape(message.about().orElse("")),
            message.at().map(InboxPage::time).orElse(""));
  }

  private static String time(Instant at) {
    return "<time datetime=\"%s\">%s</time>"
        .formatted(at, at.atOffset(ZoneOffset.UTC).toLocalTime().truncatedTo(ChronoUnit.SECONDS));
  }
}
