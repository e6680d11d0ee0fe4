package io.github.clerkjakarta.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.testkit.Person;
import io.github.clerkjakarta.testkit.Session;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Pages of other origins on the same site that call the sample: one is an authorized party, and one
 * is let in by CORS alone.
 */
@ExtendWith(StageExtension.class)
class SinglePageIT {

  private static final String API = "/single-page";
  private static final StaticSite PARTY = new StaticSite(resource("page.html"));
  private static final StaticSite STRANGER = new StaticSite(resource("page.html"));
  private static final StaticSite UNKNOWN = new StaticSite(resource("page.html"));

  private final Stage stage;
  private final Page page;

  SinglePageIT(Stage stage, Page page) {
    this.stage = stage;
    this.page = page;
  }

  @BeforeAll
  static void deploy(Stage stage) {
    stage.deploy(
        Stage.copy("single-page.war")
            .withoutMechanism()
            .code(CrossOriginFilter.class)
            .code(NotesEndpoint.class)
            .webXml(new String(resource("filters.xml"), StandardCharsets.UTF_8))
            .contextParam("pages", PARTY.origin() + "," + STRANGER.origin())
            .contextParam("clerk.authorizedParties", stage.address("") + "," + PARTY.origin()));
  }

  @AfterAll
  static void closeSites() {
    PARTY.close();
    STRANGER.close();
    UNKNOWN.close();
  }

  @BeforeEach
  void arriveAsAda() {
    Session session = stage.clerk().session(Person.ADA);
    session.cookies().forEach((name, value) -> page.setCookie(stage.address("/"), name, value));
    String token = session.tokenBuilder().authorizedParty(stage.address("")).token();
    page.setCookie(stage.address("/"), "__session", token);
    page.setCookie(stage.address("/"), "__session_" + stage.clerk().cookieSuffix(), token);
  }

  @Test
  @DisplayName("a bearer token reaches the application from another origin, preflight and all")
  void bearer() {
    open(PARTY);

    assertThat(told("withToken('/api/me')")).startsWith("200").contains(Person.ADA.id());
    assertThat(told("withToken('/api/notes', {method: 'POST'})"))
        .isEqualTo("200 noted for " + Person.ADA.id());
  }

  @Test
  @DisplayName(
      "J18 a token of a page that is no authorized party is refused, and the page reads so")
  void unlistedParty() {
    open(STRANGER);

    assertThat(told("withToken('/api/me')"))
        .startsWith("401")
        .contains("token-invalid-authorized-parties");
  }

  @Test
  @DisplayName("where the application allows no such origin, the page reads nothing")
  void noCors() {
    open(UNKNOWN);

    assertThat(told("withToken('/api/me')")).isEqualTo("unreadable: TypeError");
  }

  @Test
  @DisplayName("cookies come along from the same site, and without a session they say nobody")
  void cookies() {
    open(PARTY);

    assertThat(told("withCookies('/api/me')")).startsWith("200").contains(Person.ADA.id());
    assertThat(told("fetch(api + '/api/me')")).startsWith("401");
  }

  @Test
  @DisplayName("S14 cookies of a page that is no authorized party change nothing")
  void foreignPost() {
    String post = "withCookies('/api/notes', {method: 'POST'})";
    open(STRANGER);
    assertThat(told("withCookies('/api/me')")).startsWith("200");
    assertThat(told(post)).startsWith("401").doesNotContain("noted");

    open(PARTY);
    assertThat(told(post)).isEqualTo("200 noted for " + Person.ADA.id());
  }

  private void open(StaticSite site) {
    page.open(
        site.origin()
            + "/?api="
            + encode(stage.address(API))
            + "&clerk="
            + encode(stage.clerk().proxyUrl()));
  }

  private String told(String call) {
    return ((JsonString) page.evaluate("told(" + call + ")")).getString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) {
    try (InputStream file = SinglePageIT.class.getResourceAsStream("/single-page/" + name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
