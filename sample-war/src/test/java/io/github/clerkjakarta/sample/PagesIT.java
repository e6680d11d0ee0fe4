package io.github.clerkjakarta.sample;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.sample.browser.Pause;
import io.github.clerkjakarta.sample.browser.Watch;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Session;
import io.github.clerkjakarta.testkit.SessionStatus;
import io.github.clerkjakarta.testkit.SessionTask;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages with the tags of clerk-jakarta-pages, the unmodified ClerkJS, and a person who uses them.
 */
@ExtendWith(StageExtension.class)
class PagesIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String APPLICATION = "/pages";

  private static LocalClerk clerk;

  private final Stage stage;
  private final Tab tab;
  private final Page page;
  private final Watch watch;

  PagesIT(Stage stage, Tab tab) {
    this.stage = stage;
    this.tab = tab;
    this.page = tab.page();
    this.watch = tab.watch();
  }

  @BeforeAll
  static void deploy(Stage stage) {
    clerk = stage.start(Stage.clerkWithClerkJs());
    stage.deploy(
        Stage.copy("pages.war")
            .withoutApplication()
            .resources("pages", "WEB-INF/web.xml", "csp.jspf", "home.jsp", "deep.jsp", "posted.jsp")
            .resources(
                "pages",
                "strict.jsp",
                "own-sign-in.jsp",
                "expression.jsp",
                "each.jsp",
                "one-tap.jsp",
                "choose-organization.jsp",
                "reset-password.jsp",
                "setup-mfa.jsp",
                "form.xhtml",
                "part-outside.xhtml",
                "once.jsp")
            .contextParam("jakarta.faces.PROJECT_STAGE", "Development")
            .clerk(clerk));
  }

  @Test
  @DisplayName(
      "whoever has to sign in does so on the ready page, and comes back to where they were")
  void readyPage() {
    page.open(address("/deep.jsp?x=1"));
    assertThat(page.address().getPath()).isEqualTo(APPLICATION + "/sign-in");

    tab.signIn(ADA);

    waitFor("location.pathname + location.search === '/pages/deep.jsp?x=1'");
    assertThat(page.text("#who")).isEqualTo(ADA.id());
    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("a sign-in form that routes by hash leads back as well")
  void hashRouting() {
    page.open(address("/own-sign-in.jsp?redirect_url=%2Fpages%2Fdeep.jsp%3Fx%3D2"));

    tab.signIn(ADA);

    waitFor("location.pathname + location.search === '/pages/deep.jsp?x=2'");
    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName(
      "components are mounted under a strict policy, and what isn't for the caller isn't there")
  void components() {
    arrive(clerk.session(ADA));
    waitFor("!!document.querySelector('.cl-userButtonTrigger')");
    waitFor("!!document.querySelector('.cl-organizationSwitcherTrigger')");
    assertThat(page.text("#invoices")).isEqualTo("none");

    page.click(".cl-userButtonTrigger");
    waitFor("document.body.innerText.includes('Deep')");
    page.screenshot("pages-user-button");
    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("every component draws something, under a strict policy")
  void everyComponent() {
    page.open(address("/each.jsp"));
    waitForComponents(4);
    waitFor("document.querySelectorAll('.cl-pricingTableCard').length === 2");
    page.screenshot("pages-components-signed-out");

    arrive(clerk.session(ADA).organization(ACME), "/each.jsp");
    waitForComponents(9);
    waitFor("!!document.querySelector('.cl-apiKeysAddButton')");
    waitFor("document.querySelectorAll('.cl-pricingTableCard').length === 2");
    page.screenshot("pages-components");
    assertThatNothingWasWrong();
  }

  private void waitForComponents(int count) {
    waitFor(
        """
        (() => {
          const all = [...document.querySelectorAll('[data-clerk-component]')];
          return all.length === %d && all.every(it => it.querySelector('[class*="cl-"]'));
        })()
        """
            .formatted(count));
  }

  @Test
  @DisplayName("whoever joins the waitlist is told so")
  void waitlist() {
    page.open(address("/each.jsp"));
    waitFor("!!document.querySelector('.cl-waitlist-root input[name=emailAddress]')");

    page.type(".cl-waitlist-root input[name=emailAddress]", "cleo@example.com");
    page.evaluate("document.querySelector('.cl-waitlist-root .cl-formButtonPrimary').click()");

    waitFor("document.body.innerText.includes('Thanks for joining')");
    page.screenshot("pages-waitlist");
    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("a task: an organization is chosen, and the session counts")
  void chooseOrganization() {
    arrive(clerk.session(ADA).pending(SessionTask.CHOOSE_ORGANIZATION), "/choose-organization.jsp");
    String acme =
        "[...document.querySelectorAll('button')].find(it => it.innerText.trim() === 'Acme')";
    waitFor("!!" + acme);
    page.screenshot("pages-task-choose-organization");

    page.evaluate("void " + acme + ".click()");

    assertThatTheTaskIsDone();
  }

  @Test
  @DisplayName("a task: another password is set, and the session counts")
  void resetPassword() {
    Session session = clerk.session(clerk.person("ben@example.com").orElseThrow());
    arrive(session.pending(SessionTask.RESET_PASSWORD), "/reset-password.jsp");
    waitFor("!!document.querySelector('input[name=newPassword]')");
    page.type("input[name=newPassword]", "correct-horse-ben");
    page.type("input[name=confirmPassword]", "correct-horse-ben");
    page.screenshot("pages-task-reset-password");

    waitFor("!document.querySelector('.cl-formButtonPrimary').disabled");
    page.evaluate("document.querySelector('.cl-formButtonPrimary').click()");

    assertThatTheTaskIsDone();
  }

  @Test
  @DisplayName("a task: an authenticator app is set up, and the session counts")
  void setUpMfa() {
    arrive(clerk.session(ADA).pending(SessionTask.SETUP_MFA), "/setup-mfa.jsp");
    waitFor("!!document.querySelector('.cl-taskSetupMfa-root .cl-qrCodeContainer svg')");
    page.screenshot("pages-task-setup-mfa");

    page.evaluate("document.querySelector('.cl-formButtonPrimary').click()");
    waitFor("!!document.querySelector('input[autocomplete=one-time-code]')");
    page.type("input[autocomplete=one-time-code]", "424242");
    waitFor(
        "Clerk.session?.status === 'active' && !!document.querySelector('.cl-formButtonPrimary')");
    stays();
    page.screenshot("pages-task-setup-mfa-last");
    page.evaluate("document.querySelector('.cl-formButtonPrimary').click()");

    assertThatTheTaskIsDone();
  }

  /** The task leads to a page that is for those alone who are signed in. */
  private void assertThatTheTaskIsDone() {
    waitFor("location.pathname === '/pages/deep.jsp' && Clerk.session?.status === 'active'");
    assertThat(page.text("#who")).startsWith("user_");
    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("Google One Tap is opened and asks nobody: without Google's script it draws nothing")
  void googleOneTap() {
    page.open(address("/one-tap.jsp"));
    waitFor("!!document.querySelector('input[name=identifier]')");
    page.evaluate(
        """
        (() => {
          const open = Clerk.openGoogleOneTap;
          window.opened = 0;
          Clerk.openGoogleOneTap = props => { window.opened++; return open(props); };
          const again = document.querySelector('[data-clerk-component=googleOneTap]');
          document.body.append(again.cloneNode(true));
        })()
        """);

    waitFor("window.opened === 1");
    stays();
    assertThat(page.text()).doesNotContain("Google");
    assertThatNothingWasWrong();
  }

  @ParameterizedTest
  @DisplayName("own entries of the menu, and a page of the profile, under a strict policy")
  @ValueSource(strings = {"/home.jsp", "/form.xhtml"})
  void parts(String path) {
    arrive(clerk.session(ADA), path);
    waitFor("!!document.querySelector('.cl-userButtonTrigger')");
    page.evaluate("void document.addEventListener('help', () => { window.helped = true })");

    page.click(".cl-userButtonTrigger");
    waitFor("document.body.innerText.includes('Read the terms')");
    page.screenshot("pages-menu-items" + path.replace('/', '-'));
    choose("Help");
    waitFor("window.helped === true");

    page.click(".cl-userButtonTrigger");
    waitFor("document.body.innerText.includes('Read the terms')");
    choose("Read the terms");
    waitFor("document.querySelector('#terms')?.innerText === 'Terms for user_ada'");
    page.screenshot("pages-profile-page" + path.replace('/', '-'));
    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("Clerk's own entry stands where the page puts it, and an icon is HTML of the page")
  void order() {
    arrive(clerk.session(ADA));
    waitFor("!!document.querySelector('.cl-userButtonTrigger')");

    page.click(".cl-userButtonTrigger");
    waitFor("!!document.querySelector('.cl-userButtonPopoverCard b.help')");

    waitFor("/Manage account[^]*Deep[^]*Sign out[^]*Help/.test(document.body.innerText)");
    assertThatNothingWasWrong();
  }

  private void choose(String label) {
    page.evaluate(
        """
        [...document.querySelectorAll('.cl-userButtonPopoverCard button')]
          .find(it => it.innerText.includes('%s')).click()
        """
            .formatted(label));
  }

  @Test
  @DisplayName("another organization loads the page anew, once")
  void organization() {
    arrive(clerk.session(ADA));
    long before = loads("/home.jsp");

    page.evaluate("void Clerk.setActive({organization: '%s'})".formatted(ACME.id()));

    waitFor("document.querySelector('#who').innerText === 'user_ada acme'");
    assertThat(page.text("#invoices")).isEqualTo("create");
    stays();
    assertThat(loads("/home.jsp")).isEqualTo(before + 1);
    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("a sign-out in another tab loads the page anew")
  void otherTab() {
    arrive(clerk.session(ADA));
    signOutElsewhere();

    waitFor("document.querySelector('#who').innerText.trim() === 'nobody'");
    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("nothing is lost that somebody types: the page asks")
  void typing() {
    arrive(clerk.session(ADA));
    page.type("#note input", "half a thought");
    long before = loads("/home.jsp");

    signOutElsewhere();

    waitFor("!!document.querySelector('[data-clerk-outdated]')");
    stays();
    assertThat(loads("/home.jsp")).isEqualTo(before);
    page.screenshot("pages-outdated");
    page.evaluate("document.querySelector('[data-clerk-outdated] button').click()");
    waitFor("document.querySelector('#who').innerText.trim() === 'nobody'");
    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("a page that a form made is loaded by GET, and the form isn't sent again")
  void posted() {
    arrive(clerk.session(ADA));
    page.evaluate("document.querySelector('#post-here').click()");
    waitFor("document.querySelector('#method').innerText === 'POST' && !!Clerk.session");

    page.evaluate("void Clerk.setActive({organization: '%s'})".formatted(ACME.id()));

    waitFor("document.querySelector('#who').innerText === 'user_ada acme'");
    assertThat(page.text("#method")).isEqualTo("GET");
    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("where the server goes on to see it otherwise, the page is loaded once and no more")
  void once() {
    arrive(clerk.session(ADA), "/once.jsp");
    stays();

    assertThat(loads("/once.jsp")).isEqualTo(2);
    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("a form waits for a token that is in time, and all that is in it is sent")
  void form() {
    arrive(clerk.session(ADA));
    page.type("#note input", "späte Notiz & mehr");
    expire();

    page.evaluate("document.querySelector('#send').click()");

    waitFor("location.pathname === '/pages/posted.jsp'");
    assertThat(page.text("#who")).isEqualTo(ADA.id());
    assertThat(page.text("#text")).isEqualTo("späte Notiz & mehr");
    assertThat(page.text("#button")).isEqualTo("sent home");
    assertThatNothingWasWrong();
  }

  @ParameterizedTest
  @DisplayName("so do a form that a script sends, XMLHttpRequest and fetch")
  @ValueSource(
      strings = {
        "document.querySelector('#note').submit()",
        """
        (() => {
          const request = new XMLHttpRequest();
          request.open('POST', 'posted.jsp');
          request.onload = () => show(request.responseText);
          request.send();
        })()
        """,
        """
        void fetch('posted.jsp', {method: 'POST'})
          .then(answer => answer.text()).then(show)
        """
      })
  void scripts(String sent) {
    arrive(clerk.session(ADA));
    page.evaluate(
        "void (window.show = text => { document.open(); document.write(text); document.close() })");
    expire();

    page.evaluate(sent);

    waitFor("!!document.querySelector('#button')");
    assertThat(page.text("#who")).isEqualTo(ADA.id());
    assertThat(watch.complaints()).isEmpty();
  }

  @Test
  @DisplayName("fetch: one that is signed out though the browser isn't is repeated once")
  void signedOutFetch() {
    arrive(clerk.session(ADA));
    expire();
    assertThat(fetched("deep.jsp")).startsWith("200").contains(ADA.id());

    assertThat(loads("/deep.jsp")).isEqualTo(2);
  }

  @Test
  @DisplayName("fetch: a denial for want of reverification opens ClerkJS's dialog and is repeated")
  void reverification() {
    arrive(clerk.session(ADA).verifiedAt(Instant.now().minus(Duration.ofHours(1))));

    page.evaluate(
        "void fetch('strict.jsp').then(answer => answer.text()).then(text => window.answer = text)");
    waitFor("!!document.querySelector('input[name=password]')");
    page.type("input[name=password]", ADA.password());
    page.screenshot("pages-reverification");
    page.evaluate("document.querySelector('.cl-formButtonPrimary').click()");

    waitFor("window.answer?.trim() === 'proved by user_ada'");
  }

  @Test
  @DisplayName("fetch: whoever closes the dialog gets the denial")
  void reverificationCancelled() {
    arrive(clerk.session(ADA).verifiedAt(Instant.now().minus(Duration.ofHours(1))));

    page.evaluate("void fetch('strict.jsp').then(answer => window.answer = answer.status)");
    waitFor("!!document.querySelector('input[name=password]')");
    page.evaluate("Clerk.__internal_closeReverification()");
    page.evaluate("document.querySelector('.cl-modalCloseButton')?.click()");

    waitFor("window.answer === 403");
  }

  @Test
  @DisplayName("the sign-out button ends the session")
  void signOut() {
    Session session = clerk.session(ADA);
    arrive(session);

    page.evaluate("document.querySelector('.out').click()");

    waitFor("location.search.startsWith('?out') && Clerk.status === 'ready'");
    assertThat(page.text("#who").strip()).isEqualTo("nobody");
    assertThat(session.status()).isNotEqualTo(SessionStatus.ACTIVE);
  }

  @Test
  @DisplayName(
      "Facelets: who is calling, what they may see, components, and ajax with an old token")
  void faces() {
    arrive(clerk.session(ADA).organization(ACME), "/form.xhtml");
    assertThat(page.text("#rendered")).isEqualTo("user_ada acme");
    assertThat(page.text("#invoices")).isEqualTo("create");
    assertThat(page.text("#has")).isEqualTo("true");
    waitFor("!!document.querySelector('.cl-userButtonTrigger')");
    page.screenshot("pages-faces");

    expire();
    page.evaluate("document.getElementById('form:ajax').click()");
    waitFor("document.getElementById('form:who').innerText === 'user_ada again'");

    expire();
    page.evaluate("void (document.getElementById('form:who').innerText = '')");
    page.evaluate("document.getElementById('form:link').click()");
    waitFor("document.getElementById('form:who')?.innerText === 'user_ada again'");
    assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("Facelets: what isn't for the caller isn't in the page")
  void facesFallback() {
    page.open(address("/form.xhtml"));

    assertThat(page.text("#rendered").strip()).isEqualTo("nobody");
    assertThat(page.text("#invoices")).isEqualTo("none");
  }

  @Test
  @DisplayName("an expression with a class that it doesn't know fails, or works")
  void expression() {
    arrive(clerk.session(ADA).organization(ACME));
    int status = page.open(address("/expression.jsp")).status();

    assertThat(status == 500 || page.text().strip().equals("true")).isTrue();
  }

  @Test
  @DisplayName("Facelets: a part of a component that stands outside of it fails")
  void partOutside() {
    assertThat(page.open(address("/part-outside.xhtml")).status()).isEqualTo(500);
  }

  private void arrive(Session session) {
    arrive(session, "/home.jsp");
  }

  private void arrive(Session session, String path) {
    tab.arrive(clerk, session, APPLICATION + path);
  }

  /** As after a night in which the machine slept: neither the cookie nor ClerkJS has a token. */
  private void expire() {
    Session session = clerk.session(ADA);
    String old = session.tokenBuilder().authorizedParty(stage.address("")).expired().token();
    page.evaluate("void Clerk.session.clearCache()");
    page.setCookie(stage.address("/"), "__session", old);
    page.setCookie(stage.address("/"), "__session_" + clerk.cookieSuffix(), old);
  }

  /** Another tab of the same browser, in a frame. */
  private void signOutElsewhere() {
    page.evaluate(
        """
        (() => {
          const frame = document.createElement('iframe');
          frame.src = 'deep.jsp';
          frame.id = 'other';
          document.body.append(frame);
        })()
        """);
    waitFor("!!document.querySelector('#other')?.contentWindow.Clerk?.session");
    page.evaluate("void document.querySelector('#other').contentWindow.Clerk.signOut(() => {})");
  }

  private String fetched(String path) {
    page.evaluate(
        """
        void fetch('%s').then(async answer => window.answer = answer.status + await answer.text())
        """
            .formatted(path));
    waitFor("!!window.answer");
    return page.evaluate("(() => { const it = window.answer; delete window.answer; return it })()")
        .toString()
        .replaceFirst("^\"", "");
  }

  private long loads(String path) {
    return watch.requests().stream().map(URI::getPath).filter((APPLICATION + path)::equals).count();
  }

  /** Long enough for the page to do what it mustn't. */
  private void stays() {
    long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    Pause.until("two seconds", SOON, () -> System.nanoTime() > until);
  }

  private String address(String path) {
    return stage.address(APPLICATION + path);
  }

  private void waitFor(String condition) {
    tab.waitFor(condition);
  }

  private void assertThatNothingWasWrong() {
    tab.assertThatNothingWasWrong();
  }
}
