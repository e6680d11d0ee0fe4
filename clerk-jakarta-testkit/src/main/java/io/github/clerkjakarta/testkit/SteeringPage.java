package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.directory.Membership;
import io.github.clerkjakarta.testkit.internal.http.Html;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page at {@code /}: who is there, which sessions there are, what was asked. */
final class SteeringPage {

  /** The webhooks that a button sends. */
  static final List<String> WEBHOOKS = List.of("user.created", "user.updated", "user.deleted");

  private static final int LATEST = 25;

  private final LocalClerk clerk;
  private final State state;
  private final SessionTokens tokens;
  private final Webhooks webhooks;

  SteeringPage(LocalClerk clerk, State state, SessionTokens tokens, Webhooks webhooks) {
    this.clerk = clerk;
    this.state = state;
    this.tokens = tokens;
    this.webhooks = webhooks;
  }

  String html(String who, Duration slowness) {
    return Html.widePage(
        "LocalClerk",
        "<p id=\"who\">%s</p>\n".formatted(Html.escape(who))
            + "<p><a href=\"/sign-in\">Sign in</a> · <a href=\"/organization\">Organization</a> · "
            + "<a href=\"/sign-out\">Sign out</a></p>\n"
            + instance()
            + section("Sessions", sessions())
            + section("People", people())
            + section("Faults and keys", controls(slowness))
            + section("Webhooks", webhooks())
            + section("Latest requests", requests()));
  }

  private String instance() {
    String clerkJs =
        clerk.servesClerkJs()
            ? "Pages find ClerkJS and its components here."
            : "ClerkJS isn't here, only LocalClerk's own pages; docs/developing-offline.md says how"
                + " to bring it.";
    return "<dl>%s%s%s</dl>\n<p>%s The code of every e-mail is <code>%s</code>.</p>\n"
        .formatted(
            term("Publishable key", clerk.publishableKey()),
            term("Frontend API", clerk.proxyUrl()),
            term("Backend API", clerk.apiUrl()),
            Html.escape(clerkJs),
            Factors.CODE);
  }

  private String sessions() {
    List<Session> sessions = state.sessions();
    if (sessions.isEmpty()) {
      return "<p>Nobody has signed in.</p>\n";
    }
    return table(
        List.of("Person", "Organization", "Status", "Began", ""),
        sessions.stream()
            .map(
                session ->
                    List.of(
                        Html.escape(session.person().firstName())
                            + "<br><code>"
                            + Html.escape(session.id())
                            + "</code>",
                        Html.escape(
                            session.organization().map(Organization::name).orElse("personal")),
                        Html.escape(status(session)),
                        Html.escape(ago(session)),
                        session.status().live() ? buttons(session) : ""))
            .toList());
  }

  private static String buttons(Session session) {
    Map<String, String> hidden = Map.of("session", session.id());
    return Html.form("/steer/expire", hidden, "<button>Expire</button>")
        + Html.form("/steer/revoke", hidden, "<button>Revoke</button>")
        + (session.status() == SessionStatus.ACTIVE
            ? Html.form("/steer/pending", hidden, "<button>Leave a task</button>")
            : "")
        + Html.form("/steer/stale", hidden, "<button>Needs reverification</button>");
  }

  private String people() {
    Directory directory = state.directory();
    return table(
        List.of("Person", "E-mail address", "Password", "Belongs to"),
        directory.accounts().stream()
            .map(
                account ->
                    List.of(
                        Html.escape(account.fullName())
                            + "<br><code>"
                            + Html.escape(account.id())
                            + "</code>",
                        Html.escape(account.person().emailAddress()),
                        "<code>" + Html.escape(account.person().password()) + "</code>",
                        directory.memberships(account.person()).stream()
                            .map(SteeringPage::membership)
                            .collect(Collectors.joining("<br>"))))
            .toList());
  }

  private static String membership(Membership membership) {
    return Html.escape(
        membership.organization().name()
            + ": "
            + membership.role()
            + (membership.permissions().isEmpty()
                ? ""
                : ", " + String.join(", ", membership.permissions())));
  }

  private static String controls(Duration slowness) {
    String options =
        List.of(0, 1, 5, 30).stream()
            .map(
                seconds ->
                    "<option value=\"%d\"%s>%s</option>"
                        .formatted(
                            seconds,
                            slowness.toSeconds() == seconds ? " selected" : "",
                            seconds == 0 ? "at once" : seconds + " s late"))
            .collect(Collectors.joining());
    return "<div class=\"row\">"
        + Html.form(
            "/steer/slow",
            Map.of(),
            "<label>Clerk answers <select name=\"seconds\">"
                + options
                + "</select></label><button>Set</button>")
        + Html.form("/steer/rotate", Map.of(), "<button>Sign with a new key</button>")
        + Html.form("/steer/withdraw", Map.of(), "<button>Withdraw earlier keys</button>")
        + Html.form("/steer/no-azp", Map.of(), "<button>Leave azp out of tokens</button>")
        + Html.form("/steer/reset", Map.of(), "<button>Reset everything</button>")
        + "</div>\n";
  }

  private String webhooks() {
    Optional<String> endpoint = webhooks.endpoint();
    if (endpoint.isEmpty()) {
      return "<p>They go nowhere; start LocalClerk with <code>--webhooks URL</code>.</p>\n";
    }
    String people =
        state.directory().accounts().stream()
            .map(account -> option(account.id(), account.fullName()))
            .collect(Collectors.joining());
    String types = WEBHOOKS.stream().map(type -> option(type, type)).collect(Collectors.joining());
    return "<p>They go to <code>"
        + Html.escape(endpoint.get())
        + "</code>.</p>\n<div class=\"row\">"
        + Html.form(
            "/steer/webhook",
            Map.of(),
            "<label>Send <select name=\"type\">"
                + types
                + "</select></label><label>about <select name=\"person\">"
                + people
                + "</select></label><button>Send</button>")
        + "</div>\n"
        + table(
            List.of("Event", "Message", "Answer"),
            webhooks.deliveries().stream()
                .map(
                    each ->
                        List.of(
                            Html.escape(each.type()),
                            "<code>" + Html.escape(each.id()) + "</code>",
                            each.status() == 0 ? "none" : "" + each.status()))
                .toList());
  }

  private static String option(String value, String text) {
    return "<option value=\"%s\">%s</option>".formatted(Html.escape(value), Html.escape(text));
  }

  private String requests() {
    List<RecordedRequest> all = clerk.requests();
    int shown = Math.min(LATEST, all.size());
    return "<ol class=\"plain\">"
        + IntStream.rangeClosed(1, shown)
            .mapToObj(back -> all.get(all.size() - back))
            .map(each -> "<li><code>" + Html.escape(each.toString()) + "</code></li>")
            .collect(Collectors.joining())
        + "</ol>\n";
  }

  private static String status(Session session) {
    return session.status().wireName()
        + session.task().map(task -> ": " + task.wireName()).orElse("");
  }

  private String ago(Session session) {
    Duration age = Duration.between(session.createdAt(), tokens.now());
    return age.toMinutes() < 1 ? "just now" : age.toMinutes() + " min ago";
  }

  private static String section(String title, String content) {
    return "<section><h2>%s</h2>\n%s</section>\n".formatted(Html.escape(title), content);
  }

  private static String term(String name, String value) {
    return "<dt>%s</dt><dd><code>%s</code></dd>".formatted(Html.escape(name), Html.escape(value));
  }

  /** Rows of HTML. */
  private static String table(List<String> heads, List<List<String>> rows) {
    return "<table><thead><tr>"
        + heads.stream()
            .map(head -> "<th>" + Html.escape(head) + "</th>")
            .collect(Collectors.joining())
        + "</tr></thead><tbody>"
        + rows.stream()
            .map(
                cells ->
                    cells.stream()
                        .map(cell -> "<td>" + cell + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>\n")))
            .collect(Collectors.joining())
        + "</tbody></table>\n";
  }
}
