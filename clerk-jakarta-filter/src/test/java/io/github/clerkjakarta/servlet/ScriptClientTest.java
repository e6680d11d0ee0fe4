package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A script on a page whose session is over")
class ScriptClientTest {

  private static final String PAGE = "http://app.example/account/list?page=2";
  private static final String SIGN_IN = "https://accounts.app.example/sign-in";

  @ParameterizedTest
  @EnumSource
  @DisplayName("of Faces is told by a partial response to open the sign-in page, and comes back")
  void facesRequest(TestServer server) throws Exception {
    Answer answer = faces(server).with("Referer", PAGE).send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.first("Content-Type").orElseThrow()).startsWith("text/xml");
    assertThat(answer.all("WWW-Authenticate")).containsExactly("Bearer");
    assertThat(answer.all("Cache-Control")).containsExactly("no-store");
    String location = redirectIn(answer.body());
    assertThat(location).startsWith(SIGN_IN + "?");
    assertThat(back(location)).isEqualTo(PAGE);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("of htmx is told by HX-Redirect, with 401")
  void htmxRequest(TestServer server) {
    Answer answer =
        htmx(server)
            .with("HX-Current-URL", PAGE)
            .with("Referer", "http://app.example/other")
            .send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.all("WWW-Authenticate")).containsExactly("Bearer");
    assertThat(back(answer.first("HX-Redirect").orElseThrow())).isEqualTo(PAGE);
    assertThat(back(htmx(server).with("Referer", PAGE).send().first("HX-Redirect").orElseThrow()))
        .isEqualTo(PAGE);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("an address of another origin, or none, is no page to come back to")
  void foreignPage(TestServer server) throws Exception {
    for (String page :
        List.of(
            "https://evil.example/",
            "http://app.example.evil.example/",
            "http://app.example@evil.example/",
            "//evil.example/",
            "javascript:alert(1)",
            "http://app.example:99999/",
            "http://app.example/\\evil")) {
      String htmx = htmx(server).with("HX-Current-URL", page).send().first("HX-Redirect").get();
      assertThat(htmx).as(page).isEqualTo(SIGN_IN);
      String faces = redirectIn(faces(server).with("Referer", page).send().body());
      assertThat(faces).as(page).isEqualTo(SIGN_IN);
    }
    assertThat(htmx(server).send().all("HX-Redirect")).containsExactly(SIGN_IN);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a page that asks again by itself is sent to sign in three times, and then told")
  void loop(TestServer server) {
    String cookie = "";
    for (int i = 0; i < 3; i++) {
      Answer answer =
          htmx(server).with("HX-Current-URL", PAGE).with("Cookie", "a=b" + cookie).send();
      assertThat(answer.all("HX-Redirect")).hasSize(1);
      cookie = "; " + answer.first("Set-Cookie").orElseThrow().split(";")[0];
    }
    Answer answer = htmx(server).with("HX-Current-URL", PAGE).with("Cookie", "a=b" + cookie).send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.all("HX-Redirect")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("where signing in can't help, and of a bearer, it is a refusal like any other")
  void noHelp(TestServer server) {
    for (String reason : List.of("jwk-kid-mismatch", "token-invalid-issuer")) {
      Answer answer = htmx(server).with("Test-State", reason).send();
      assertThat(answer.status()).as(reason).isEqualTo(401);
      assertThat(answer.all("HX-Redirect")).as(reason).isEmpty();
    }
    assertThat(faces(server).with("Test-State", "jwk-remote-failed-to-load").send().status())
        .isEqualTo(503);
    assertThat(faces(server).with("Authorization", "Bearer abc").send().status()).isEqualTo(401);
    Answer signedIn = faces(server).with("Test-State", "signed-in").send();
    assertThat(signedIn.body()).doesNotContain("partial-response");
    Wire admin = EdgeServers.plain(server).send("POST", "/admin/x").with("HX-Request", "true");
    assertThat(admin.with("Test-State", "signed-in").send().status()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a redirect to sign-in of the application's own is one as well")
  void ownRedirect(TestServer server) {
    Answer answer =
        EdgeServers.plain(server)
            .get("/sign-in-here")
            .with("HX-Request", "true")
            .with("HX-Current-URL", PAGE)
            .send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(back(answer.first("HX-Redirect").orElseThrow())).isEqualTo(PAGE);
  }

  private static Wire faces(TestServer server) {
    return EdgeServers.plain(server)
        .send("POST", "/account/list")
        .with("Faces-Request", "partial/ajax")
        .with("Accept", "*/*");
  }

  private static Wire htmx(TestServer server) {
    return EdgeServers.plain(server)
        .get("/account/rows")
        .with("HX-Request", "true")
        .with("Accept", "*/*");
  }

  private static String redirectIn(String body) {
    Matcher redirect =
        Pattern.compile(
                "<\\?xml version=\"1.0\" encoding=\"UTF-8\"\\?>\\s*<partial-response>"
                    + "<redirect url=\"([^\"]*)\"/></partial-response>")
            .matcher(body);
    assertThat(redirect.matches()).as(body).isTrue();
    return redirect.group(1).replace("&amp;", "&");
  }

  private static String back(String location) {
    String query = URI.create(location).getRawQuery();
    return URLDecoder.decode(
        query.replaceAll(".*redirect_url=([^&]*).*", "$1"), StandardCharsets.UTF_8);
  }
}
