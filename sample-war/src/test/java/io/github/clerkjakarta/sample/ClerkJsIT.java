package io.github.clerkjakarta.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.sample.browser.Chromium;
import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.sample.browser.Pause;
import io.github.clerkjakarta.sample.browser.Watch;
import io.github.clerkjakarta.testkit.InstanceType;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkBuilder;
import io.github.clerkjakarta.testkit.Organization;
import io.github.clerkjakarta.testkit.Person;
import io.github.clerkjakarta.testkit.Session;
import io.github.clerkjakarta.testkit.SessionStatus;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The unmodified ClerkJS and its components in Chromium, with LocalClerk as their Clerk. */
class ClerkJsIT {

  private static final Path TARGET = Path.of(System.getProperty("sample.target"));
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final String PEOPLE =
      """
      {
        "organizationRequired": true,
        "organizations": [{"slug": "north", "name": "North"}],
        "people": [
          {
            "emailAddress": "cleo@example.com",
            "password": "correct-horse-cleo",
            "memberships": [{"organization": "north", "role": "org:admin"}]
          }
        ]
      }
      """;

  private static Chromium browser;

  private LocalClerk clerk;
  private StaticSite site;
  private Page page;
  private Watch watch;

  @BeforeAll
  static void startBrowser() {
    Stage.needsClerkJs();
    browser = Chromium.start(Chromium.installed().orElseGet(Stage::withoutBrowser));
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void close() {
    // a tab can't be closed on its way from one page to the next
    page.open(site.origin() + "/");
    page.close();
    site.close();
    clerk.close();
  }

  @ParameterizedTest
  @EnumSource(InstanceType.class)
  @DisplayName("somebody signs in with Clerk's own form, changes the organization and signs out")
  void signIn(InstanceType type) {
    open(Stage.clerkWithClerkJs().instance(type), "/sign-in");
    fillIn(Person.ADA.emailAddress(), "wrong-password");
    waitFor("document.body.innerText.includes('Password is incorrect')");
    page.screenshot("clerk-js-wrong-password-" + type);
    assertThat(watch.complaints()).singleElement().asString().contains("422");
    watch.forgetComplaints();

    page.type("input[name=password]", Person.ADA.password());
    submit();
    arriveAt("/");
    waitFor("!!Clerk.user && !!document.querySelector('.cl-userButtonTrigger')");
    page.screenshot("clerk-js-signed-in-" + type);

    assertThat(claims()).contains("\"sub\":\"user_ada\"").doesNotContain("org_acme");
    String suffix = clerk.cookieSuffix();
    assertThat(page.cookie(site.origin(), "__session_" + suffix)).isPresent();
    assertThat(page.cookie(site.origin(), "__client_uat")).isPresent();
    assertThat(page.cookie(site.origin(), "__client_uat_" + suffix)).isPresent();

    page.click(".cl-organizationSwitcherTrigger");
    waitFor("document.querySelectorAll('.cl-organizationSwitcherPreviewButton').length >= 2");
    page.screenshot("clerk-js-organizations-" + type);
    page.evaluate(
        "[...document.querySelectorAll('.cl-organizationSwitcherPreviewButton')]"
            + ".find(each => each.innerText.includes('Acme')).click()");
    waitFor("Clerk.organization?.slug === 'acme'");
    waitFor("Clerk.session.checkAuthorization({permission: 'org:invoices:create'})");
    assertThat(claims()).contains(Organization.ACME.id());

    page.evaluate("void Clerk.signOut({redirectUrl: '/goodbye'})");
    arriveAt("/goodbye");
    waitFor("!Clerk.user && !document.cookie.includes('__session')");
    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("somebody signs up with the code of an e-mail")
  void signUp() {
    open(Stage.clerkWithClerkJs(), "/sign-up");
    waitFor("!!document.querySelector('input[name=emailAddress]')");
    page.type("input[name=emailAddress]", "cleo@example.com");
    page.type("input[name=password]", "correct-horse-cleo");
    submit();
    waitFor("!!document.querySelector('input[autocomplete=one-time-code]')");
    page.screenshot("clerk-js-sign-up");
    page.type("input[autocomplete=one-time-code]", "424242");
    arriveAt("/");
    waitFor("Clerk.user?.primaryEmailAddress.emailAddress === 'cleo@example.com'");

    assertThat(clerk.person("cleo@example.com")).isPresent();
    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("the profile of a person and of an organization open and list what is there")
  void profiles() {
    open(Stage.clerkWithClerkJs(), "/");
    signInByScript();
    page.evaluate("Clerk.setActive({organization: 'org_acme'})");
    waitFor("Clerk.organization?.slug === 'acme'");

    page.evaluate("Clerk.openUserProfile()");
    waitFor("document.body.innerText.includes('ada@example.com')");
    page.screenshot("clerk-js-user-profile");
    page.evaluate("Clerk.closeUserProfile(); Clerk.openOrganizationProfile()");
    String members =
        "[...document.querySelectorAll('.cl-navbarButton')]"
            + ".find(each => each.innerText.includes('Members'))";
    waitFor("!!" + members);
    page.evaluate("void " + members + ".click()");
    waitFor("document.body.innerText.includes('ben@example.com')");
    page.screenshot("clerk-js-organization-profile");

    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("whoever has to choose an organization is shown the task, and is signed in after it")
  void task(@TempDir Path folder) throws IOException {
    Path people = Files.writeString(folder.resolve("people.json"), PEOPLE);
    open(Stage.clerkWithClerkJs().people(people), "/sign-in");
    fillIn("cleo@example.com", "correct-horse-cleo");
    String north =
        "[...document.querySelectorAll('button')].find(each => each.innerText.trim() === 'North')";
    waitFor("!!" + north);
    page.screenshot("clerk-js-task");
    assertThat(claims()).contains("\"sts\":\"pending\"");
    page.evaluate("void " + north + ".click()");
    waitFor("Clerk.session?.status === 'active' && Clerk.organization?.slug === 'north'");
    arriveAt("/");

    assertThat(claims()).contains("\"sts\":\"active\"");
    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("Clerk's own dialog proves anew who is there")
  void reverification() {
    open(Stage.clerkWithClerkJs(), "/");
    signInByScript();
    page.evaluate(
        """
        void Clerk.__internal_openReverification(
          {level: 'first_factor', afterVerification: () => window.verified = true})
        """);
    waitFor("!!document.querySelector('input[name=password]')");
    page.type("input[name=password]", Person.ADA.password());
    page.screenshot("clerk-js-reverification");
    submit();
    waitFor("window.verified");

    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("LocalClerk's own page shows sessions and revokes one by a click")
  void steering() {
    open(Stage.clerkWithClerkJs(), "/");
    Session session = clerk.session(Person.ADA).organization(Organization.ACME);
    page.open(clerk.proxyUrl() + "/");
    assertThat(page.text()).contains(session.id(), "Acme");
    page.screenshot("local-clerk");

    page.follow("form[action='/steer/revoke'] button");

    assertThat(session.status()).isEqualTo(SessionStatus.REVOKED);
    assertThat(page.text()).contains("revoked");
    assertThatNothingWasWrong();
  }

  /** Writes into the two steps of Clerk's form. */
  private void fillIn(String identifier, String password) {
    waitFor("!!document.querySelector('input[name=identifier]')");
    page.type("input[name=identifier]", identifier);
    submit();
    waitFor("!!document.querySelector('.cl-signIn-password input[name=password]')");
    page.type("input[name=password]", password);
    submit();
  }

  /** The button moves while the form checks what was written, so that a mouse would miss it. */
  private void submit() {
    page.evaluate("document.querySelector('.cl-formButtonPrimary').click()");
  }

  private void open(LocalClerkBuilder builder, String path) {
    clerk = builder.start();
    site = new StaticSite(html().getBytes(StandardCharsets.UTF_8));
    page = browser.newPage(TARGET.resolve("screenshots").resolve("clerk-js"));
    watch = page.watch();
    page.open(site.origin() + path);
    waitFor("Clerk.status === 'ready'");
  }

  private void signInByScript() {
    page.evaluate(
        """
        Clerk.client.signIn.create({
          strategy: 'password', identifier: 'ada@example.com', password: '%s'
        }).then(attempt => Clerk.setActive({session: attempt.createdSessionId}))
        """
            .formatted(Person.ADA.password()));
    waitFor("!!Clerk.user");
  }

  private String html() {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <title>An application</title>
        <link rel="icon" href="data:,">
        </head>
        <body>
        <div id="form"></div>
        <div id="userButton"></div>
        <div id="organizationSwitcher"></div>
        <script crossorigin="anonymous" src="%1$s/npm/@clerk/ui@1/dist/ui.browser.js"></script>
        <script crossorigin="anonymous" data-clerk-publishable-key="%2$s"
          data-clerk-proxy-url="%1$s" src="%1$s/npm/@clerk/clerk-js@6/dist/clerk.browser.js"></script>
        <script>
        window.addEventListener('load', async () => {
          await Clerk.load({ui: {ClerkUI: window.__internal_ClerkUICtor}, telemetry: false});
          if (location.pathname === '/sign-in') Clerk.mountSignIn(form);
          if (location.pathname === '/sign-up') Clerk.mountSignUp(form);
          Clerk.mountUserButton(userButton);
          Clerk.mountOrganizationSwitcher(organizationSwitcher);
        });
        </script>
        </body>
        </html>
        """
        .formatted(clerk.proxyUrl(), clerk.publishableKey());
  }

  /** Waits until ClerkJS has led to another page and is ready there. */
  private void arriveAt(String path) {
    waitFor("location.pathname === '%s' && Clerk.status === 'ready'".formatted(path));
  }

  private void waitFor(String condition) {
    try {
      Pause.until(condition, SOON, () -> holds(condition));
    } catch (IllegalStateException e) {
      page.screenshot("clerk-js-failed");
      throw new AssertionError(e.getMessage() + "\n" + page.text() + "\n" + watch.complaints(), e);
    }
  }

  private boolean holds(String condition) {
    try {
      return page.evaluate("!!window.Clerk && !!(" + condition + ")") == JsonValue.TRUE;
    } catch (IllegalStateException e) {
      // the tab is between two pages
      return false;
    }
  }

  /** The claims of the session cookie. */
  private String claims() {
    String token = page.cookie(site.origin(), "__session").orElseThrow().value();
    return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
  }

  private void assertThatNothingWasWrong() {
    assertThat(watch.complaints()).isEmpty();
    assertThat(watch.requests()).extracting(URI::getHost).containsOnly("localhost");
  }
}
