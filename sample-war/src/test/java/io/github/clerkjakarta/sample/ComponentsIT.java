package io.github.clerkjakarta.sample;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Organization.GLOBEX;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.sample.browser.Cookie;
import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Session;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample's own pages with Clerk's components, and the unmodified ClerkJS. */
@ExtendWith(StageExtension.class)
class ComponentsIT {

  private static final String APPLICATION = "/components";

  private static LocalClerk clerk;

  private final Stage stage;
  private final Tab tab;
  private final Page page;

  ComponentsIT(Stage stage, Tab tab) {
    this.stage = stage;
    this.tab = tab;
    this.page = tab.page();
  }

  @BeforeAll
  static void deploy(Stage stage) {
    clerk = stage.start(Stage.clerkWithClerkJs());
    stage.deploy(Stage.copy("components.war").clerk(clerk));
  }

  @Test
  @DisplayName("whoever mistypes the password signs in with the right one, and stays signed in")
  void signIn() {
    String books = stage.address(APPLICATION + "/books");
    page.open(stage.address(APPLICATION + "/sign-in.jsp?redirect_url=" + APPLICATION + "/books"));
    tab.signIn(ADA, "wrong-password");
    tab.waitFor("document.body.innerText.includes('Password is incorrect')");
    page.screenshot("components-wrong-password");
    assertThat(tab.watch().complaints()).singleElement().asString().contains("422");
    tab.watch().forgetComplaints();

    page.type("input[name=password]", ADA.password());
    tab.submit();
    tab.waitFor("location.pathname === '/components/books' && !!Clerk.session");
    page.screenshot("components-signed-in");

    assertThat(page.text("#user")).isEqualTo(ADA.id());
    assertThat(page.cookies(books))
        .extracting(Cookie::name)
        .contains("__session", "__session_" + clerk.cookieSuffix())
        .contains("__client_uat", "__client_uat_" + clerk.cookieSuffix());
    assertThat(page.open(books).redirects()).isZero();
    assertThat(page.text("#user")).isEqualTo(ADA.id());
    tab.waitFor("Clerk.status === 'ready'");
    tab.assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("JSP: another organization brings the form, and the EJB lets it through")
  void books() {
    arrive("/books");
    assertThat(page.text("#who")).isEqualTo("Ada");
    assertThat(page.text("#active")).isEqualTo("no organization");
    assertThat(page.text("#refused")).startsWith("Choose an organization");

    choose();
    tab.waitFor("!!document.querySelector('#create')");
    page.evaluate("document.querySelector('#create').click()");
    tab.waitFor("document.querySelectorAll('#invoices li').length >= 1");
    tab.waitFor("!!document.querySelector('.cl-userButtonTrigger')");
    page.screenshot("components-books");

    assertThat(page.text("#active")).isEqualTo("acme");
    assertThat(page.text("#organization")).isEqualTo("acme");
    tab.assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("Facelets: another organization brings the button, and the CDI bean answers it")
  void team() {
    arrive("/team.xhtml");
    assertThat(page.text("#yours")).isEqualTo("none");
    assertThat(page.text("#refused")).startsWith("For admins");

    choose();
    tab.waitFor("document.querySelector('#yours').innerText === 'org:admin'");
    page.evaluate("document.getElementById('books:ask').click()");
    tab.waitFor("document.getElementById('books:text').innerText.includes('1,284.50')");
    page.screenshot("components-team");

    tab.assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("deleting an invoice opens ClerkJS's dialog, and is done once the password is right")
  void delete() {
    String number = withInvoice(clerk.session(ADA).organization(ACME).verifiedAt(anHourAgo()));

    press(number);
    tab.waitFor("!!document.querySelector('input[name=password]')");
    page.screenshot("components-reverification");
    assertThat(page.text("#invoices")).contains(number);
    page.type("input[name=password]", ADA.password());
    page.evaluate("document.querySelector('.cl-formButtonPrimary').click()");

    tab.waitFor("!document.querySelector('#invoices').innerText.includes('" + number + "')");
    assertThat(tab.watch().requests()).filteredOn(it -> it.getPath().endsWith(number)).hasSize(2);
    assertThatOnlyTheDenialWasRed();
  }

  @Test
  @DisplayName("whoever closes the dialog deletes nothing, and is told so")
  void deleteCancelled() {
    String number = withInvoice(clerk.session(ADA).organization(ACME).verifiedAt(anHourAgo()));

    press(number);
    tab.waitFor("!!document.querySelector('input[name=password]')");
    page.evaluate("document.querySelector('.cl-modalCloseButton').click()");
    tab.waitFor("document.querySelector('#answer').innerText.startsWith('403')");

    page.open(stage.address(APPLICATION + "/books"));
    assertThat(page.text("#invoices")).contains(number);
    assertThatOnlyTheDenialWasRed();
  }

  @Test
  @DisplayName("whoever has just signed in isn't asked again")
  void deleteAtOnce() {
    String number = withInvoice(clerk.session(ADA).organization(ACME));

    press(number);

    tab.waitFor("!document.querySelector('#invoices').innerText.includes('" + number + "')");
    tab.assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("an API key made with Clerk's component calls the application until it is revoked")
  void apiKeys() {
    arrive("/keys.jsp");
    tab.waitFor("!!document.querySelector('.cl-apiKeysAddButton')");
    page.evaluate("document.querySelector('.cl-apiKeysAddButton').click()");
    tab.waitFor("!!document.querySelector('.cl-apiKeys input[name=name]')");
    page.type(".cl-apiKeys input[name=name]", "nightly export");
    tab.waitFor("!document.querySelector('.cl-apiKeysCreateFormSubmitButton').disabled");
    page.evaluate("document.querySelector('.cl-apiKeysCreateFormSubmitButton').click()");
    tab.waitFor("document.querySelector('.cl-apiKeysCopyModal input')?.value.startsWith('ak_')");
    page.screenshot("components-api-key");
    String key = page.value(".cl-apiKeysCopyModal input");
    page.evaluate("document.querySelector('.cl-apiKeysCopyModalSubmitButton').click()");
    tab.waitFor("!document.querySelector('.cl-apiKeysCopyModal')");

    assertThat(reportsFor(key)).isEqualTo("200 {\"subject\":\"user_ada\",\"scopes\":[]}");
    page.screenshot("components-keys");
    tab.assertThatNothingWasWrong();

    page.evaluate("document.querySelector('.cl-apiKeysTable .cl-menuButton').click()");
    tab.waitFor("!!document.querySelector('.cl-menuItem')");
    page.evaluate("document.querySelector('.cl-menuItem').click()");
    tab.waitFor("!!document.querySelector('.cl-apiKeysRevokeModal input')");
    page.type(".cl-apiKeysRevokeModal input", "Revoke");
    tab.waitFor("!document.querySelector('.cl-apiKeysRevokeModalSubmitButton').disabled");
    page.evaluate("document.querySelector('.cl-apiKeysRevokeModalSubmitButton').click()");
    tab.waitFor("!document.querySelector('.cl-apiKeysRevokeModal')");
    assertThat(reportsFor(key)).isEqualTo("401 refused");
  }

  @Test
  @DisplayName("a refusal says which organization is active, and the page is there after a switch")
  void refusedUntilSwitched() {
    tab.arrive(clerk, clerk.session(ADA).organization(GLOBEX), APPLICATION + "/invoices");
    assertThat(page.text("h1")).isEqualTo("Not for you");
    assertThat(page.text("#active")).isEqualTo("globex");
    assertThat(page.text("main")).contains("org:member", "choose another organization");
    tab.waitFor("!!document.querySelector('.cl-organizationSwitcherTrigger')");
    page.screenshot("components-refused");

    page.click(".cl-organizationSwitcherTrigger");
    tab.waitFor("document.querySelectorAll('.cl-organizationSwitcherPreviewButton').length >= 1");
    page.evaluate(
        "[...document.querySelectorAll('.cl-organizationSwitcherPreviewButton')]"
            + ".find(each => each.innerText.includes('Acme')).click()");

    tab.waitFor("document.querySelector('h1').innerText === 'Invoices'");
    assertThat(page.text("#organization")).isEqualTo("acme");
    assertThat(tab.watch().complaints()).allMatch(it -> it.contains("403"));
  }

  @Test
  @DisplayName("an address with nothing behind it isn't called forbidden")
  void notFound() {
    tab.arrive(clerk, clerk.session(ADA), APPLICATION + "/nowhere");

    assertThat(page.text("h1")).isEqualTo("There is no such page");
    assertThat(page.has("#switch")).isFalse();
    assertThat(page.open(stage.address(APPLICATION + "/nowhere")).status()).isEqualTo(404);
    assertThat(page.open(stage.address(APPLICATION + "/invoices")).status()).isEqualTo(403);
    assertThat(page.open(stage.address(APPLICATION + "/WEB-INF/web.xml")).status()).isIn(403, 404);
  }

  @ParameterizedTest
  @DisplayName("every page says who the server believes is calling, and the console stays empty")
  @ValueSource(
      strings = {
        "/",
        "/account",
        "/invoices",
        "/annotations",
        "/books",
        "/team.xhtml",
        "/keys.jsp",
        "/orgs/acme",
        "/inbox",
        "/sign-out"
      })
  void caller(String path) {
    tab.arrive(clerk, clerk.session(ADA).organization(ACME), APPLICATION + path);

    assertThat(page.text("#state")).isEqualTo("signed-in");
    assertThat(page.text("#reason")).isEqualTo("none: signed in");
    assertThat(page.text("#user")).isEqualTo(ADA.id());
    assertThat(page.text("#organization")).isEqualTo("acme");
    assertThat(page.text("#role")).isEqualTo("org:admin");
    tab.waitFor("!!document.querySelector('.cl-userButtonTrigger')");
    tab.assertThatNothingWasWrong();
  }

  /** Creates an invoice and returns its number. */
  private String withInvoice(Session session) {
    tab.arrive(clerk, session, APPLICATION + "/books");
    page.evaluate("window.before = true; document.querySelector('#create').click()");
    tab.waitFor(
        "!window.before && !!document.querySelector('[data-delete]') && Clerk.status === 'ready'");
    return page.evaluate("[...document.querySelectorAll('[data-delete]')].pop().dataset.delete")
        .toString()
        .replace("\"", "");
  }

  private void press(String number) {
    page.evaluate("document.querySelector('[data-delete=\"%s\"]').click()".formatted(number));
  }

  private String reportsFor(String key) {
    page.type("#try input", key);
    page.evaluate("document.querySelector('#try button').click()");
    tab.waitFor("/^\\d/.test(document.querySelector('#answer').innerText)");
    return page.text("#answer");
  }

  private static Instant anHourAgo() {
    return Instant.now().minus(Duration.ofHours(1));
  }

  /** A browser shows every answer of 403 in red. */
  private void assertThatOnlyTheDenialWasRed() {
    assertThat(tab.watch().complaints()).singleElement().asString().contains("403");
    assertThat(tab.watch().requests()).extracting(URI::getHost).containsOnly("localhost");
  }

  private void arrive(String path) {
    tab.arrive(clerk, clerk.session(ADA), APPLICATION + path);
  }

  private void choose() {
    page.evaluate("void Clerk.setActive({organization: '%s'})".formatted(ACME.id()));
  }
}
