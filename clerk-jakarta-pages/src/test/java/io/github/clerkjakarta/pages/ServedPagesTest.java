package io.github.clerkjakarta.pages;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Session;
import io.github.clerkjakarta.testkit.SessionStatus;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What the module serves")
class ServedPagesTest {

  private static final LocalClerk CLERK = LocalClerk.start();
  private static final TestApplication APPLICATION =
      new TestApplication(CLERK)
          .at("/shop")
          .withoutParam("clerk.signInUrl")
          .param("clerk.pages", "/sign-in, /in/sign-up,/user,/create-organization,/join/waitlist")
          .param("clerk.rules", "/user/** = signed-in; /index.jsp = public")
          .page("closed.jsp", "closed")
          .page(
              "index.jsp",
              "<clerk:scripts/>|${clerk.userProfileUrl} ${clerk.createOrganizationUrl}"
                  + " ${clerk.waitlistUrl}");

  @BeforeAll
  static void start() {
    APPLICATION.start();
  }

  @AfterAll
  static void close() {
    APPLICATION.close();
    CLERK.close();
  }

  @Test
  @DisplayName("its script is open whatever the rules say, and is kept for ever by its version")
  void script() {
    HttpResponse<String> page = get("/shop/sign-in");
    var address =
        Pattern.compile("/shop/clerk-jakarta/pages\\.js\\?v=[0-9a-f]+").matcher(page.body());
    assertThat(address.find()).isTrue();

    HttpResponse<String> script = get(address.group());

    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(script.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
    assertThat(script.headers().allValues("Cache-Control"))
        .containsExactly("public, max-age=31536000, immutable");
    assertThat(get("/shop/clerk-jakarta/pages.js?v=0").headers().allValues("Cache-Control"))
        .containsExactly("no-cache");
  }

  @ParameterizedTest
  @DisplayName("nothing else is there")
  @ValueSource(strings = {"", "/", "/other.js", "/package-info.class", "/../closed.jsp"})
  void nothingElse(String path) {
    assertThat(get("/shop/clerk-jakarta" + path).statusCode()).isIn(400, 401, 404);
  }

  @Test
  @DisplayName("the ready pages of sign-in and sign-up are open, with all that is below them")
  void readyPages() {
    assertThat(get("/shop/sign-in").body())
        .contains("data-clerk-component=\"signIn\"")
        .contains("&#34;routing&#34;:&#34;path&#34;", "&#34;path&#34;:&#34;/shop/sign-in&#34;")
        .contains("&#34;signInUrl&#34;:&#34;/shop/sign-in&#34;")
        .contains("<title>Sign in</title>");
    assertThat(get("/shop/sign-in/factor-one").statusCode()).isEqualTo(200);
    assertThat(get("/shop/in/sign-up").body()).contains("data-clerk-component=\"signUp\"");
    assertThat(get("/shop/user").statusCode()).isEqualTo(401);
    assertThat(APPLICATION.get("/shop/user", CLERK.session(ADA)))
        .contains("data-clerk-component=\"userProfile\"");
  }

  @Test
  @DisplayName("whoever has to sign in is sent to the ready page, and back from there")
  void redirect() {
    HttpResponse<String> answer =
        APPLICATION.send(
            APPLICATION
                .request("/shop/user/security?x=1")
                .header("Sec-Fetch-Dest", "document")
                .header("Cookie", devBrowser()));

    assertThat(answer.statusCode()).isEqualTo(302);
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(APPLICATION.origin() + "/shop/sign-in?redirect_url=");
    assertThat(get(location.substring(APPLICATION.origin().length())).body())
        .contains(
            "&#34;fallbackRedirectUrl&#34;:&#34;"
                + APPLICATION.origin()
                + "/shop/user/security?x=1&#34;");
  }

  @Test
  @DisplayName("pages are found where they are served")
  void found() {
    assertThat(APPLICATION.get("/shop/index.jsp"))
        .endsWith("|/shop/user /shop/create-organization /shop/join/waitlist");
  }

  @Test
  @DisplayName("a POST ends the session at Clerk and takes the cookies out of the browser")
  void signOut() {
    Session session = CLERK.session(ADA);
    HttpResponse<String> answer = APPLICATION.send(post("redirect_url=%2Fshop%2Fbye", session));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue(APPLICATION.origin() + "/shop/bye");
    assertThat(session.status()).isNotEqualTo(SessionStatus.ACTIVE);
    List<String> cookies = answer.headers().allValues("Set-Cookie");
    assertThat(cookies)
        .contains("__session=; Path=/; Max-Age=0", "__client_uat=; Path=/; Max-Age=0")
        .contains("__session_" + CLERK.cookieSuffix() + "=; Path=/; Max-Age=0");
  }

  @Test
  @DisplayName("a GET signs nobody out, it asks")
  void link() {
    assertThat(APPLICATION.get("/shop/clerk-jakarta/sign-out")).contains("You are signed out.");

    Session session = CLERK.session(ADA);

    String page = APPLICATION.get("/shop/clerk-jakarta/sign-out", session);

    assertThat(page).contains("Do you want to sign out?").contains("<form method=\"post\"");
    assertThat(session.status()).isEqualTo(SessionStatus.ACTIVE);
  }

  @Test
  @DisplayName("S14 a POST of another origin signs nobody out")
  void foreign() {
    Session session = CLERK.session(ADA);
    HttpResponse<String> answer =
        APPLICATION.send(post("", session).header("Sec-Fetch-Site", "cross-site"));

    assertThat(answer.headers().firstValue("Location")).hasValue("/shop/clerk-jakarta/sign-out");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(session.status()).isEqualTo(SessionStatus.ACTIVE);
  }

  @Test
  @DisplayName("the way back after sign-out leads to no other origin")
  void foreignReturn() {
    assertThat(
            APPLICATION
                .send(post("redirect_url=https%3A%2F%2Fevil.example", CLERK.session(ADA)))
                .headers()
                .firstValue("Location"))
        .hasValue("/shop/");
  }

  @ParameterizedTest
  @DisplayName("a path that is no page's fails the deployment")
  @ValueSource(strings = {"/login", "sign-in", "/sign-in/*", "/a/../sign-in", "/sign-in,,/user"})
  void wrongPages(String pages) {
    try (TestApplication wrong = new TestApplication(CLERK).param("clerk.pages", pages)) {
      assertThatThrownBy(wrong::start).isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @DisplayName("a path at which the application has a servlet fails the deployment")
  @ValueSource(strings = {"/sign-in", "/sign-in/*", "/clerk-jakarta/*"})
  void takenPath(String pattern) {
    try (TestApplication taken =
        new TestApplication(CLERK)
            .param("clerk.pages", "/sign-in")
            .page("own.jsp", "mine")
            .servlet("own.jsp", pattern)) {
      assertThatThrownBy(taken::start).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  @DisplayName(
      "a servlet of the application's own below a ready page is the application's business")
  void servletBelow() {
    try (TestApplication application =
        new TestApplication(CLERK)
            .param("clerk.pages", "/sign-in")
            .page("own.jsp", "mine")
            .servlet("own.jsp", "/sign-in/help")) {
      application.start();

      assertThat(application.get("/sign-in/help")).isEqualTo("mine");
      assertThat(application.get("/sign-in")).contains("data-clerk-component=\"signIn\"");
    }
  }

  private static HttpRequest.Builder post(String body, Session session) {
    return APPLICATION
        .request("/shop/clerk-jakarta/sign-out")
        .header("Cookie", session.cookieHeader())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> get(String path) {
    return APPLICATION.send(APPLICATION.request(path));
  }

  private static String devBrowser() {
    return CLERK.session(ADA).cookies().entrySet().stream()
        .filter(it -> it.getKey().startsWith("__clerk_db_jwt"))
        .map(it -> it.getKey() + "=" + it.getValue())
        .findFirst()
        .orElseThrow();
  }
}
