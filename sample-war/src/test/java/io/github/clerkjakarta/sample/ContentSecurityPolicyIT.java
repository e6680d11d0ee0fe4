package io.github.clerkjakarta.sample;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.sample.browser.Visit;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Session;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample's strict policy in a browser that heeds it; each tab is closed without violations. */
@ExtendWith(StageExtension.class)
class ContentSecurityPolicyIT {

  private static final String APPLICATION = "/policy";

  private static LocalClerk clerk;

  private final Stage stage;
  private final Tab tab;
  private final Page page;

  ContentSecurityPolicyIT(Stage stage, Tab tab) {
    this.stage = stage;
    this.tab = tab;
    this.page = tab.page();
  }

  @BeforeAll
  static void deploy(Stage stage) {
    clerk = stage.start(Stage.clerkWithClerkJs());
    stage.deploy(
        Stage.copy("policy.war").clerk(clerk).contextParam("clerk.pages", "/ready/sign-in"));
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200",
    "/account, 200",
    "/invoices, 200",
    "/annotations, 200",
    "/orgs/acme, 200",
    "/books, 200",
    "/team.xhtml, 200",
    "/sign-out, 200",
    "/clerk-jakarta/sign-out, 200",
    "/keys.jsp, 200",
    "/sign-in.jsp, 200",
    "/nowhere, 404"
  })
  @DisplayName("H18 each page of the sample works under the strict policy, error pages too")
  void pages(String path, int status) {
    session(clerk.session(ADA).organization(ACME));

    Visit visit = page.open(stage.address(APPLICATION + path));

    assertThat(visit.status()).isEqualTo(status);
    assertThat(heeded()).contains("'strict-dynamic'", "'nonce-", "base-uri 'self'");
    if (page.has("script[data-clerk-publishable-key]")) {
      tab.waitFor("Clerk.status === 'ready'");
    }
  }

  @Test
  @DisplayName("H18 so does a ready page, with Clerk's component on it")
  void readyPage() {
    page.open(stage.address(APPLICATION + "/account"));

    tab.waitFor("!!document.querySelector('input[name=identifier]')");
    page.screenshot("policy-sign-in");

    assertThat(page.address().getPath()).isEqualTo(APPLICATION + "/ready/sign-in");
    assertThat(heeded()).contains("'strict-dynamic'");
  }

  @Test
  @DisplayName("H18 what an attacker gets into a page doesn't run, whatever it is")
  void attacks() {
    session(clerk.session(ADA).organization(ACME));
    page.open(stage.address(APPLICATION + "/books"));
    tab.waitFor("Clerk.status === 'ready'");

    page.evaluate(
        """
        (() => {
          const reflected = document.createElement('iframe');
          reflected.srcdoc = '<script>parent.attacked = "inline"</' + 'script>'
            + '<script src="%s"></' + 'script><svg onload="parent.attacked = 1"></svg>'
            + '<img src="nowhere.png" onerror="parent.attacked = 2">';
          reflected.onload = () => setTimeout(() => window.reflected = true, 500);
          document.body.append(reflected);
          const base = document.createElement('base');
          base.href = 'https://evil.example/';
          document.head.append(base);
          const link = document.createElement('a');
          link.href = 'javascript:window.attacked = "link"';
          document.body.append(link);
          link.click();
        })()
        """
            .formatted(stage.address("/annotations.js")));
    tab.waitFor("window.reflected");

    assertThat(page.evaluate("window.attacked ?? 'nothing'").toString()).contains("nothing");
    assertThat(page.evaluate("document.baseURI").toString()).contains("http://localhost");
    assertThat(String.join("\n", page.violations()))
        .contains("/annotations.js", "base-uri", "JavaScript URL", "Executing inline script")
        .contains("Executing inline event handler");
    page.forgetViolations();
  }

  @Test
  @DisplayName("a form whose token has expired goes to Clerk and back, and isn't held up")
  void form() {
    Session session = clerk.session(ADA).organization(ACME);
    session(session);
    page.open(stage.address(APPLICATION + "/account"));
    tab.waitFor("Clerk.status === 'ready'");
    // else ClerkJS brings a new token before the form is sent
    page.evaluate("void Object.defineProperty(document, 'cookie', {get: () => '', set: () => {}})");
    long aMinuteAgo = Instant.now().minusSeconds(60).getEpochSecond();
    String expired = session.tokenBuilder().claim("exp", aMinuteAgo).token();
    page.setCookie(stage.address("/"), "__session", expired);
    page.setCookie(stage.address("/"), "__session_" + clerk.cookieSuffix(), expired);
    page.evaluate(
        """
        (() => {
          const form = document.createElement('form');
          form.action = 'account';
          form.innerHTML = '<input name="q" value="1"><button id="search">Search</button>';
          document.querySelector('main').prepend(form);
        })()
        """);

    Visit visit = page.follow("#search");

    assertThat(visit.status()).isEqualTo(200);
    assertThat(visit.redirects()).isPositive();
    assertThat(page.address().getQuery()).isEqualTo("q=1");
  }

  /** The policy of the page that is shown, as another request for it gets it. */
  private String heeded() {
    return page.evaluate(
            "fetch(location).then(answer => answer.headers.get('Content-Security-Policy'))")
        .toString();
  }

  private void session(Session session) {
    session.cookies().forEach((name, value) -> page.setCookie(stage.address("/"), name, value));
    String token = session.tokenBuilder().authorizedParty(stage.address("")).token();
    page.setCookie(stage.address("/"), "__session", token);
    page.setCookie(stage.address("/"), "__session_" + clerk.cookieSuffix(), token);
  }
}
