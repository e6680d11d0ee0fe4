package io.github.clerkjakarta.sample;

import static io.github.clerkjakarta.testkit.HandshakeFormat.NONCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.sample.browser.Cookie;
import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.sample.browser.Visit;
import io.github.clerkjakarta.testkit.HandshakeFormat;
import io.github.clerkjakarta.testkit.Organization;
import io.github.clerkjakarta.testkit.Person;
import io.github.clerkjakarta.testkit.Session;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person with a browser goes through, on an unmodified server. */
@ExtendWith(StageExtension.class)
class BrowserIT {

  private static final String HANDSHAKE = "/v1/client/handshake";

  private final Stage stage;
  private final Page page;

  BrowserIT(Stage stage, Page page) {
    this.stage = stage;
    this.page = page;
  }

  @AfterEach
  void handshakesAsRequested() {
    stage.clerk().useHandshakeFormat(HandshakeFormat.AS_REQUESTED);
  }

  @Test
  @DisplayName("the public page is open to everybody and says why nobody is signed in")
  void publicPage() {
    Visit visit = page.open(stage.address("/"));
    page.screenshot("public-page");

    assertThat(visit.status()).isEqualTo(200);
    assertThat(page.text("#user")).isEqualTo("nobody");
    assertThat(page.text("#reason")).isEqualTo("session-token-and-uat-missing");
  }

  @Test
  @DisplayName("a protected page leads to sign-in and from there back, query and all")
  void signIn() {
    String account = stage.address("/account?tab=profile&q=a%20b%26c");

    page.open(account);
    page.screenshot("sign-in");
    assertThat(page.address()).asString().startsWith(stage.clerk().signInUrl());

    signInAs(Person.ADA);
    page.screenshot("account");

    assertThat(page.address()).isEqualTo(URI.create(account));
    assertThat(page.text("#user")).isEqualTo(Person.ADA.id());
    assertThat(page.text("#name")).isEqualTo("Ada");
    assertThat(page.text("#state")).isEqualTo("signed-in");
    assertThat(page.cookies(account))
        .extracting(Cookie::name)
        .contains("__session", "__session_" + stage.clerk().cookieSuffix(), "__client_uat");
  }

  @Test
  @DisplayName("a page that needs a permission refuses Ben, who lacks it")
  void refused() {
    arriveAs(stage.clerk().session(Person.BEN).organization(Organization.ACME));

    Visit visit = page.open(stage.address("/invoices"));
    page.screenshot("permission-refused");

    assertThat(visit.status()).isEqualTo(403);
    assertThat(visit.redirects()).isZero();
    assertThat(page.text()).doesNotContain("Analytical engine");
  }

  @Test
  @DisplayName(
      "a permission belongs to an organization: refused without, granted once it is active")
  void granted() {
    page.open(stage.address("/invoices"));
    signInAs(Person.ADA);
    assertThat(page.text()).doesNotContain("Analytical engine");

    page.open(
        stage.clerk().proxyUrl()
            + "/organization?redirect_url="
            + URLEncoder.encode(stage.address("/invoices"), StandardCharsets.UTF_8));
    page.evaluate(
        "document.querySelector('#organization').value = '%s'".formatted(Organization.ACME.id()));
    Visit visit = page.follow("#continue");
    page.screenshot("permission-granted");

    assertThat(visit.status()).isEqualTo(200);
    assertThat(page.address()).isEqualTo(URI.create(stage.address("/invoices")));
    assertThat(page.text()).contains("Analytical engine");
    assertThat(page.text("#organization")).isEqualTo("acme");
  }

  @Test
  @DisplayName("a page whose address names an organization makes that one active")
  void organizationByAddress() {
    arriveAs(stage.clerk().session(Person.ADA).organization(Organization.GLOBEX));
    String acme = stage.address("/orgs/acme/members?page=2");

    Visit visit = page.open(acme);
    page.screenshot("organization-by-address");

    assertThat(visit.requestsTo(HANDSHAKE)).isEqualTo(1);
    assertThat(page.address()).isEqualTo(URI.create(acme));
    assertThat(page.text("#slug")).isEqualTo(Organization.ACME.slug());
    assertThat(page.open(acme).redirects()).isZero();
  }

  @Test
  @DisplayName("S15 Ben of Acme sees no page of Globex, where he is no member")
  void organizationOfOthers() {
    arriveAs(stage.clerk().session(Person.BEN).organization(Organization.ACME));

    Visit visit = page.open(stage.address("/orgs/globex/members"));

    assertThat(visit.status()).isEqualTo(403);
    assertThat(visit.requestsTo(HANDSHAKE)).isLessThanOrEqualTo(3);
    assertThat(page.has("#slug")).isFalse();
  }

  @Test
  @DisplayName("buttons show what annotations on a REST method, an EJB and a CDI bean say to Ada")
  void annotationsForAdmin() {
    arriveAs(stage.clerk().session(Person.ADA).organization(Organization.ACME));
    page.open(stage.address("/annotations"));

    assertThat(Buttons.answer(page, "#create")).startsWith("200").contains(Person.ADA.id());
    assertThat(Buttons.answer(page, "#total")).startsWith("200");
    assertThat(Buttons.answer(page, "#list")).startsWith("200 [").contains(Person.ADA.id());
    page.screenshot("annotations-admin");
  }

  @Test
  @DisplayName("buttons show what annotations on a REST method, an EJB and a CDI bean say to Ben")
  void annotations() {
    arriveAs(stage.clerk().session(Person.BEN).organization(Organization.ACME));
    page.open(stage.address("/annotations"));

    assertThat(Buttons.answer(page, "#create")).isEqualTo("403 refused");
    assertThat(Buttons.answer(page, "#list")).startsWith("200 [");
    assertThat(Buttons.answer(page, "#total")).isEqualTo("403 refused");
    page.screenshot("annotations");
  }

  @ParameterizedTest
  @EnumSource(names = {"NONCE", "TOKEN"})
  @DisplayName("an expired token is healed by one handshake, and the person notices nothing")
  void expired(HandshakeFormat format) {
    stage.clerk().useHandshakeFormat(format);
    Session session = stage.clerk().session(Person.ADA);
    arriveAs(session);
    String expired = letTokenExpire(session);
    String account = stage.address("/account?tab=profile");

    Visit visit = page.open(account);

    assertThat(visit.status()).isEqualTo(200);
    assertThat(visit.requestsTo(HANDSHAKE)).isEqualTo(1);
    assertThat(visit.answers())
        .extracting(answer -> "" + answer.address().getQuery())
        .anyMatch(it -> it.contains(format == NONCE ? "_handshake_nonce=" : "_handshake=ey"));
    assertThat(page.address()).isEqualTo(URI.create(account));
    assertThat(page.text("#user")).isEqualTo(Person.ADA.id());
    assertThat(page.cookie(account, "__session").orElseThrow().value()).isNotEqualTo(expired);
    assertThat(page.open(account).redirects()).isZero();
  }

  @Test
  @DisplayName("S16 wrong secret key, signed in: no trip to sign-in, and the page names the reason")
  void wrongKeySignedIn() {
    arriveAs(stage.clerk().session(Person.ADA));

    Visit visit = page.open(stage.address(Stage.WRONG_KEY + "/account"));
    page.screenshot("wrong-secret-key");

    assertThat(visit.status()).isEqualTo(503);
    assertThat(visit.redirects()).isZero();
    assertThat(page.text()).contains("secret-key-invalid");
  }

  @Test
  @DisplayName("S16 wrong secret key, first visit: redirects end at a page that says why")
  void wrongKeyFirstVisit() {
    Visit visit = page.open(stage.address(Stage.WRONG_KEY + "/account"));
    page.screenshot("wrong-secret-key-first-visit");

    assertThat(visit.requestsTo(HANDSHAKE)).isLessThanOrEqualTo(3);
    assertThat(visit.redirects()).isLessThanOrEqualTo(12);
    assertThat(visit.status()).isEqualTo(401);
    assertThat(page.address().getPath()).isEqualTo(Stage.WRONG_KEY + "/account");
    assertThat(page.text()).contains("CLERK_SECRET_KEY");
    assertThat(page.text("#state")).isEqualTo("signed-out");
  }

  @Test
  @DisplayName("signing out ends the session at Clerk and leaves no cookie of it")
  void signOut() throws Exception {
    page.open(stage.address("/account"));
    signInAs(Person.ADA);
    String session = page.text("#session");

    Visit visit = page.follow("#sign-out");
    page.screenshot("signed-out");

    assertThat(visit.status()).isEqualTo(200);
    assertThat(page.address()).isEqualTo(URI.create(stage.address("/")));
    assertThat(page.text("#user")).isEqualTo("nobody");
    assertThat(page.cookies(stage.address("/")))
        .extracting(Cookie::name)
        .noneMatch(name -> name.startsWith("__session") || name.startsWith("__client_uat"));
    assertThat(statusAtClerk(session)).contains("\"status\":\"revoked\"");
    page.open(stage.address("/account"));
    assertThat(page.address()).asString().startsWith(stage.clerk().signInUrl());
  }

  @Test
  @DisplayName("a link can't sign anyone out: the page behind it asks first")
  void signOutByLink() {
    arriveAs(stage.clerk().session(Person.ADA));

    page.open(stage.address("/sign-out"));
    page.screenshot("sign-out");
    page.open(stage.address("/"));

    assertThat(page.text("#user")).isEqualTo(Person.ADA.id());
  }

  @Test
  @DisplayName(
      "signing out with a token that has expired meanwhile still ends the session at Clerk")
  void signOutLate() throws Exception {
    Session session = stage.clerk().session(Person.ADA);
    arriveAs(session);
    page.open(stage.address("/account"));
    letTokenExpire(session);

    page.follow("#sign-out");
    Visit visit = page.follow("#confirm");

    assertThat(visit.status()).isEqualTo(200);
    assertThat(page.text("#user")).isEqualTo("nobody");
    assertThat(statusAtClerk(session.id())).contains("\"status\":\"revoked\"");
  }

  private void signInAs(Person person) {
    page.type("#identifier", person.emailAddress());
    page.type("#password", person.password());
    page.follow("#continue");
  }

  /** Has a session from before. */
  private void arriveAs(Session session) {
    session.cookies().forEach((name, value) -> page.setCookie(stage.address("/"), name, value));
  }

  /** Puts a token of the session into the browser whose minute is over; returns it. */
  private String letTokenExpire(Session session) {
    long aMinuteAgo = Instant.now().minusSeconds(60).getEpochSecond();
    String expired = session.tokenBuilder().claim("exp", aMinuteAgo).token();
    page.setCookie(stage.address("/"), "__session", expired);
    page.setCookie(stage.address("/"), "__session_" + stage.clerk().cookieSuffix(), expired);
    return expired;
  }

  private String statusAtClerk(String session) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stage.clerk().apiUrl() + "/v1/sessions/" + session))
            .header("Authorization", "Bearer " + stage.clerk().secretKey())
            .timeout(Duration.ofSeconds(30))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
