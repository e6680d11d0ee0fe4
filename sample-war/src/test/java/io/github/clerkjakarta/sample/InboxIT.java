package io.github.clerkjakarta.sample;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.sample.browser.Pause;
import io.github.clerkjakarta.sample.browser.Visit;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Organization;
import io.github.clerkjakarta.testkit.Person;
import io.github.clerkjakarta.testkit.Session;
import jakarta.json.JsonValue;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that shows what Clerk tells by webhooks. */
@ExtendWith(StageExtension.class)
class InboxIT {

  private static final String APPLICATION = "/heard";
  private static final String WEBHOOKS = "/webhooks/clerk";
  private static final Duration SOON = Duration.ofSeconds(30);

  private static LocalClerk clerk;

  private final Stage stage;
  private final Page page;

  InboxIT(Stage stage, Page page) {
    this.stage = stage;
    this.page = page;
  }

  @BeforeAll
  static void deploy(Stage stage) {
    clerk = stage.start(LocalClerk.builder().webhooks(stage.address(APPLICATION + WEBHOOKS)));
    stage.deploy(
        Stage.copy("heard.war")
            .clerk(clerk)
            .contextParam("clerk.webhookSigningSecret", clerk.webhookSigningSecret())
            .contextParam("clerk.webhooks.path", WEBHOOKS));
  }

  @Test
  @DisplayName("shows an admin what has just happened to somebody, a click away from any page")
  void shown() {
    arriveAs(ADA, ACME);
    Session session = clerk.session(BEN);
    clerk.revoke(session);
    page.open(stage.address(APPLICATION + "/"));
    page.follow("nav a[href$='/inbox']");

    Pause.until(
        "the inbox has it",
        SOON,
        () -> {
          page.open(stage.address(APPLICATION + "/inbox"));
          return page.text().contains("session.revoked");
        });
    page.screenshot("inbox");

    assertThat(page.text("#messages")).contains("session.created", session.id());
  }

  @Test
  @DisplayName("is closed to a member who is no admin, and to an admin without organization")
  void refused() {
    tell("user.updated", ADA.id());
    arriveAs(BEN, ACME);
    Visit visit = page.open(stage.address(APPLICATION + "/inbox"));
    assertThat(visit.status()).isEqualTo(403);
    assertThat(page.has("#messages")).isFalse();

    clerk.session(ADA).cookies().forEach(this::setCookie);
    assertThat(page.open(stage.address(APPLICATION + "/inbox")).status()).isEqualTo(403);
    assertThat(page.text()).doesNotContain("user.updated");
  }

  @Test
  @DisplayName("shows as text whatever a message has in it")
  void escaped() {
    String script = "<script>document.title = 'not ours'</script>";
    String image = "\"'><img src=x onerror=\"document.title = 'not ours'\">";
    tell(script, image);
    arriveAs(ADA, ACME);

    page.open(stage.address(APPLICATION + "/inbox"));

    assertThat(page.text("#messages")).contains(script, image);
    assertThat(page.evaluate("!document.querySelector('main script, main img')"))
        .isEqualTo(JsonValue.TRUE);
    assertThat(page.evaluate("document.title === 'Inbox'")).isEqualTo(JsonValue.TRUE);
  }

  @Test
  @DisplayName("keeps the last messages and no more")
  void bounded() {
    for (int i = 0; i < Inbox.MOST_MESSAGES + 5; i++) {
      tell("user.updated", "user_" + i);
    }
    arriveAs(ADA, ACME);

    page.open(stage.address(APPLICATION + "/inbox"));

    assertThat(page.evaluate("document.querySelectorAll('#messages tbody tr').length").toString())
        .isEqualTo("" + Inbox.MOST_MESSAGES);
    assertThat(page.text("#messages"))
        .contains("user_" + (Inbox.MOST_MESSAGES + 4))
        .doesNotContain("user_4");
  }

  /** Sends a webhook, and as Clerk does again where no answer came. */
  private static void tell(String type, String id) {
    Pause.until(
        "the webhook has been received",
        SOON,
        () -> {
          try {
            return clerk.sendWebhook(type, Map.of("id", id)) == 204;
          } catch (UncheckedIOException e) {
            return false;
          }
        });
  }

  private void arriveAs(Person person, Organization organization) {
    clerk.session(person).organization(organization).cookies().forEach(this::setCookie);
  }

  private void setCookie(String name, String value) {
    page.setCookie(stage.address("/"), name, value);
  }
}
