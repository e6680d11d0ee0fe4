package io.github.clerkjakarta.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.sample.browser.Visit;
import io.github.clerkjakarta.testkit.Person;
import io.github.clerkjakarta.testkit.Session;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One sign-in for two domains: the sample as primary application, and twice as its satellite. */
@ExtendWith(StageExtension.class)
class SatelliteIT {

  private static final String PRIMARY = "/primary";
  private static final String SATELLITE = "/satellite";
  private static final String SYNCING = "/syncing-satellite";

  private final Stage stage;
  private final Page page;

  SatelliteIT(Stage stage, Page page) {
    this.stage = stage;
    this.page = page;
  }

  @BeforeAll
  static void deploy(Stage stage) {
    String primary = stage.address(PRIMARY);
    stage.deploy(SatelliteWar.primary(Stage.copy("primary.war"), stage.port(), SATELLITE + "/"));
    stage.deploy(SatelliteWar.satellite(Stage.copy("satellite.war"), stage.port(), primary));
    stage.deploy(
        SatelliteWar.satellite(Stage.copy("syncing-satellite.war"), stage.port(), primary)
            .contextParam("clerk.satelliteAutoSync", "true"));
  }

  @Test
  @DisplayName("with automatic syncing the first visit finds out who is signed in elsewhere")
  void automatic() {
    arriveAs(stage.clerk().session(Person.ADA));

    Visit visit = page.open(satellite(SYNCING + "/account?tab=1"));
    page.screenshot("satellite");

    assertThat(visit.status()).isEqualTo(200);
    assertThat(visit.requestsTo(PRIMARY + "/sign-in")).isEqualTo(1);
    assertThat(page.address()).asString().startsWith(satellite(SYNCING + "/account?tab=1"));
    assertThat(page.address()).asString().doesNotContain("__clerk_db_jwt");
    assertThat(page.text("#user")).isEqualTo(Person.ADA.id());
    assertThat(page.open(satellite(SYNCING + "/account")).redirects()).isZero();
  }

  @Test
  @DisplayName("with automatic syncing a visitor who is signed in nowhere sees the public page")
  void automaticNobody() {
    Visit visit = page.open(satellite(SYNCING + "/"));

    assertThat(visit.status()).isEqualTo(200);
    assertThat(visit.requestsTo(PRIMARY + "/sign-in")).isEqualTo(1);
    assertThat(page.text("#user")).isEqualTo("nobody");
  }

  @Test
  @DisplayName("R13 without automatic syncing nothing is asked until a link says so")
  void byLink() {
    arriveAs(stage.clerk().session(Person.ADA));

    Visit plain = page.open(satellite(SATELLITE + "/"));
    assertThat(plain.redirects()).isZero();
    assertThat(page.text("#user")).isEqualTo("nobody");

    Visit asked = page.open(satellite(SATELLITE + "/?__clerk_synced=false"));
    assertThat(asked.requestsTo(PRIMARY + "/sign-in")).isEqualTo(1);
    assertThat(page.text("#user")).isEqualTo(Person.ADA.id());
  }

  @Test
  @DisplayName("a protected page of a satellite leads to sign-in and back, signed in on both")
  void signIn() {
    page.open(satellite(SATELLITE + "/account?tab=1"));
    assertThat(page.address()).asString().startsWith(stage.clerk().signInUrl());

    page.type("#identifier", Person.ADA.emailAddress());
    page.type("#password", Person.ADA.password());
    takeYourTime();
    page.follow("#continue");

    assertThat(page.address()).asString().startsWith(satellite(SATELLITE + "/account?tab=1"));
    assertThat(page.text("#user")).isEqualTo(Person.ADA.id());
    page.open(stage.address(PRIMARY + "/account"));
    assertThat(page.text("#user")).isEqualTo(Person.ADA.id());
  }

  @Test
  @DisplayName("R15 who signs out on a satellite is signed out behind its link to the primary")
  void signOutOnSatellite() {
    arriveAs(stage.clerk().session(Person.ADA));
    page.open(satellite(SATELLITE + "/account?__clerk_synced=false"));
    assertThat(page.text("#user")).isEqualTo(Person.ADA.id());

    page.follow("#sign-out");
    assertThat(page.text("#user")).isEqualTo("nobody");
    takeYourTime();
    page.evaluate(
        "document.body.insertAdjacentHTML('afterbegin', '<a id=\"primary\" href=\"%s\">there</a>')"
            .formatted(stage.address(PRIMARY + "/")));
    Visit visit = page.follow("#primary");

    assertThat(visit.requestsTo("/v1/client/handshake")).isEqualTo(1);
    assertThat(page.address()).isEqualTo(URI.create(stage.address(PRIMARY + "/")));
    assertThat(page.text("#user")).isEqualTo("nobody");
  }

  @Test
  @DisplayName("who signs out on the primary is signed out on the satellite a minute later")
  void signOutOnPrimary() {
    Session session = stage.clerk().session(Person.ADA);
    arriveAs(session);
    page.open(satellite(SATELLITE + "/account?__clerk_synced=false"));
    assertThat(page.text("#user")).isEqualTo(Person.ADA.id());

    page.open(stage.address(PRIMARY + "/"));
    page.follow("#sign-out");
    assertThat(page.text("#user")).isEqualTo("nobody");
    letTokenExpire(session);
    takeYourTime();
    page.open(satellite(SATELLITE + "/"));

    assertThat(page.text("#user")).isEqualTo("nobody");
    takeYourTime();
    page.open(satellite(SATELLITE + "/account"));
    assertThat(page.address()).asString().startsWith(stage.clerk().signInUrl());
  }

  /**
   * A person takes their time. Redirects are counted for two seconds, which a test is faster than.
   */
  private void takeYourTime() {
    for (String address : List.of(stage.address("/"), satellite("/"))) {
      page.setCookie(address, "__clerk_redirect_count", "0");
    }
  }

  /** Has a session on the primary application from before. */
  private void arriveAs(Session session) {
    session.cookies().forEach((name, value) -> page.setCookie(stage.address("/"), name, value));
  }

  /** The minute of the satellite's token is over. */
  private void letTokenExpire(Session session) {
    long aMinuteAgo = Instant.now().minusSeconds(60).getEpochSecond();
    String expired = session.tokenBuilder().claim("exp", aMinuteAgo).token();
    page.setCookie(satellite("/"), "__session", expired);
    page.setCookie(satellite("/"), "__session_" + stage.clerk().cookieSuffix(), expired);
  }

  private String satellite(String path) {
    return origin(stage) + path;
  }

  private static String origin(Stage stage) {
    return "http://" + SatelliteWar.HOST + ":" + stage.port();
  }
}
