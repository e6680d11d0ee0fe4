package io.github.clerkjakarta.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.sample.browser.Pause;
import io.github.clerkjakarta.testkit.Person;
import io.github.clerkjakarta.testkit.Session;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose scripts ask the server: with the server's own Jakarta Faces, and with htmx. */
@ExtendWith(StageExtension.class)
class ScriptClientsIT {

  private static final String PAGES = "/scripts/api";
  private static final String HTMX =
      "/META-INF/resources/webjars/htmx.org/"
          + System.getProperty("htmx.version")
          + "/dist/htmx.min.js";

  private final Stage stage;
  private final Page page;
  private final Session session;

  ScriptClientsIT(Stage stage, Page page) {
    this.stage = stage;
    this.page = page;
    this.session = stage.clerk().session(Person.ADA);
  }

  @BeforeAll
  static void deploy(Stage stage) {
    stage.deploy(
        Stage.copy("scripts.war")
            .withoutApplication()
            .resources("scripts", "WEB-INF/web.xml", "api/list.xhtml", "api/rows.html")
            .resources("scripts", "api/typed.xhtml", "api/typed.jsp", "api/rows.jsp")
            .file("api/rows.txt", "a row".getBytes(StandardCharsets.UTF_8))
            .file("api/htmx.min.js", resource(HTMX)));
  }

  @BeforeEach
  void arriveAsAda() {
    session.cookies().forEach((name, value) -> page.setCookie(stage.address("/"), name, value));
  }

  @Test
  @DisplayName(
      "a click on a Faces page whose session is over leads to sign-in, and back to the page")
  void faces() {
    String list = stage.address(PAGES + "/list.xhtml?tab=1");
    page.open(list);
    page.click("#more");
    await("#user", Person.ADA.id() + " POST");

    letTokenExpire();
    page.follow("#more");
    page.screenshot("faces-sign-in");
    assertThat(page.address()).asString().startsWith(stage.clerk().signInUrl());

    signIn();
    assertThat(page.address()).isEqualTo(URI.create(list));
    assertThat(page.text("#user")).isEqualTo(Person.ADA.id() + " GET");
  }

  @Test
  @DisplayName("a click on a page with htmx whose session is over leads to sign-in, and back to it")
  void htmx() {
    String rows = stage.address(PAGES + "/rows.html?tab=1");
    page.open(rows);
    page.click("#more");
    await("#rows", "a row");

    letTokenExpire();
    page.follow("#more");
    page.screenshot("htmx-sign-in");
    assertThat(page.address()).asString().startsWith(stage.clerk().signInUrl());

    signIn();
    assertThat(page.address()).isEqualTo(URI.create(rows));
    page.click("#more");
    await("#rows", "a row");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/typed.xhtml", "/typed.jsp"})
  @DisplayName("nothing is lost that somebody has typed: the page asks before it goes to sign in")
  void typed(String form) {
    String address = stage.address(PAGES + form);
    page.open(address);
    page.type("#note", "half a thought");
    page.click("#more");
    await("#count", "POST");
    page.type("#note", "another thought");

    letTokenExpire();
    page.stayAfter("#more");
    assertThat(page.address()).isEqualTo(URI.create(address));
    assertThat(page.value("#note")).isEqualTo("another thought");

    page.leaveAfter("#more");
    assertThat(page.address()).asString().startsWith(stage.clerk().signInUrl());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/typed.xhtml", "/typed.jsp"})
  @DisplayName("where nothing is typed, the page asks nobody")
  void nothingTyped(String form) {
    page.open(stage.address(PAGES + form));

    letTokenExpire();
    page.follow("#more");

    assertThat(page.address()).asString().startsWith(stage.clerk().signInUrl());
  }

  private void signIn() {
    page.type("#identifier", Person.ADA.emailAddress());
    page.type("#password", Person.ADA.password());
    page.follow("#continue");
  }

  private void await(String selector, String text) {
    String said = "document.querySelector('%s')?.innerText".formatted(selector);
    Pause.until(
        text,
        Duration.ofSeconds(20),
        () -> page.evaluate("%s === '%s'".formatted(said, text)) == JsonValue.TRUE);
  }

  /** The minute of the token is over, and ClerkJS isn't there to fetch another. */
  private void letTokenExpire() {
    long aMinuteAgo = Instant.now().minusSeconds(60).getEpochSecond();
    String expired = session.tokenBuilder().claim("exp", aMinuteAgo).token();
    page.setCookie(stage.address("/"), "__session", expired);
    page.setCookie(stage.address("/"), "__session_" + stage.clerk().cookieSuffix(), expired);
  }

  private static byte[] resource(String name) {
    try (InputStream file = ScriptClientsIT.class.getResourceAsStream(name)) {
      return Optional.ofNullable(file).orElseThrow().readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
