package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.claims;
import static io.github.clerkjakarta.testkit.Http.location;
import static io.github.clerkjakarta.testkit.Http.locationParameter;
import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

  private static final String APPLICATION = "http://localhost:8080/invoices?page=2";

  @Nested
  @ExtendWith(LocalClerkExtension.class)
  class InDevelopment {

    private final LocalClerk clerk;

    InDevelopment(LocalClerk clerk) {
      this.clerk = clerk;
    }

    @Test
    @DisplayName("one click signs a person in, and the next handshake brings the session")
    void oneClick() {
      HttpResponse<String> page = Http.get(signIn(APPLICATION));

      HttpResponse<String> back = submit(page, "ada-acme", Map.of());

      assertThat(back.statusCode()).isEqualTo(303);
      assertThat(location(back)).startsWith(APPLICATION + "&__clerk_db_jwt=dvb_");
      assertThat(claims(sessionAfterHandshake(locationParameter(back, "__clerk_db_jwt"))))
          .containsEntry("sub", "user_ada")
          .hasEntrySatisfying("o", o -> assertThat(o).asString().contains("org_acme"));
    }

    @Test
    @DisplayName("the browser that the application names is the one that is signed in")
    void namedBrowser() {
      Session earlier = clerk.session(Person.BEN);
      String devBrowser = earlier.cookies().get("__clerk_db_jwt");
      HttpResponse<String> page = Http.get(signIn(APPLICATION) + "&__clerk_db_jwt=" + devBrowser);

      HttpResponse<String> back = submit(page, "ada", Map.of());

      assertThat(locationParameter(back, "__clerk_db_jwt")).isEqualTo(devBrowser);
      assertThat(claims(sessionAfterHandshake(devBrowser)))
          .containsEntry("sub", "user_ada")
          .doesNotContainKey("o");
      assertThat(earlier.status()).isEqualTo(SessionStatus.REPLACED);
    }

    @Test
    @DisplayName("an e-mail address and its password do it too")
    void password() {
      HttpResponse<String> page = Http.get(signIn(APPLICATION));

      HttpResponse<String> back =
          submit(
              page,
              "continue",
              Map.of(
                  "identifier", "Ada@example.com",
                  "password", ADA.password(),
                  "organization", "org_globex"));

      assertThat(claims(sessionAfterHandshake(locationParameter(back, "__clerk_db_jwt"))))
          .hasEntrySatisfying("o", o -> assertThat(o).asString().contains("org_globex"));
    }

    @ParameterizedTest
    @CsvSource({
      "ada@example.com, wrong, '', Password is incorrect",
      "ada@example.com, '', '', Password is incorrect",
      "eve@example.com, wrong, '', find your account",
      "ben@example.com, correct-horse-ben, org_globex, Ben is no member of Globex"
    })
    @DisplayName("what does not fit is said on the page, and nobody is signed in")
    void refused(String identifier, String password, String organization, String sentence) {
      HttpResponse<String> page = Http.get(signIn(APPLICATION));

      HttpResponse<String> again =
          submit(
              page,
              "continue",
              Map.of("identifier", identifier, "password", password, "organization", organization));

      assertThat(again.statusCode()).isEqualTo(422);
      assertThat(again.body()).contains(sentence);
      String devBrowser = form(again, "ada").fields().get("__clerk_db_jwt");
      assertThat(sessionAfterHandshake(devBrowser)).isEmpty();
      assertThat(submit(again, "ada", Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    @DisplayName("the active organization can be changed")
    void organization() {
      Session session = clerk.session(ADA);
      String devBrowser = session.cookies().get("__clerk_db_jwt");
      HttpResponse<String> page =
          Http.get(
              clerk.proxyUrl()
                  + "/organization?redirect_url="
                  + Http.encode(APPLICATION)
                  + "&__clerk_db_jwt="
                  + devBrowser);
      assertThat(page.body()).contains("Ada is signed in, personal account.");

      HttpResponse<String> back = submit(page, "continue", Map.of("organization", "org_acme"));

      assertThat(location(back)).isEqualTo(APPLICATION + "&__clerk_db_jwt=" + devBrowser);
      assertThat(session.organization()).contains(ACME);

      submit(page, "continue", Map.of("organization", ""));
      assertThat(session.organization()).isEmpty();
    }

    @Test
    @DisplayName("signing out ends the session")
    void signOut() {
      Session session = clerk.session(ADA);
      String devBrowser = session.cookies().get("__clerk_db_jwt");
      HttpResponse<String> page =
          Http.get(clerk.proxyUrl() + "/sign-out?__clerk_db_jwt=" + devBrowser);

      HttpResponse<String> back = submit(page, "sign-out", Map.of());

      assertThat(location(back)).isEqualTo("/");
      assertThat(session.status()).isEqualTo(SessionStatus.REMOVED);
      assertThat(sessionAfterHandshake(devBrowser)).isEmpty();
    }

    @Test
    @DisplayName("a page only shows what the POST would do: looking changes nothing")
    void getChangesNothing() {
      Session session = clerk.session(ADA);
      String query = "?person=user_ben&__clerk_db_jwt=" + session.client().devBrowser();

      for (String path : List.of("/", "/sign-in", "/organization", "/sign-out")) {
        assertThat(Http.get(clerk.proxyUrl() + path + query).statusCode()).isEqualTo(200);
      }

      assertThat(session.status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    @DisplayName("without an address to return to, the start page says who is signed in")
    void home() {
      HttpResponse<String> back = submit(Http.get(clerk.proxyUrl() + "/sign-in"), "ben", Map.of());
      String cookie = back.headers().firstValue("Set-Cookie").orElseThrow();

      HttpResponse<String> home =
          Http.get(
              clerk.proxyUrl() + location(back),
              "Cookie",
              cookie.substring(0, cookie.indexOf(';')));

      assertThat(home.body()).contains("Ben is signed in, personal account.");
      assertThat(Http.get(clerk.proxyUrl() + "/").body()).contains("Nobody is signed in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/organization", "/sign-out"})
    @DisplayName("no page leads to another machine")
    void openRedirect(String path) {
      Map<String, String> form =
          Map.of("redirect_url", "https://evil.example/", "person", "user_ada");

      assertThat(Http.get(clerk.proxyUrl() + path + "?" + Http.encode(form)).statusCode())
          .isEqualTo(400);
      HttpResponse<String> posted = Http.post(clerk.proxyUrl() + path, form);
      assertThat(posted.statusCode()).isEqualTo(400);
      assertThat(posted.headers().firstValue("Location")).isEmpty();
    }

    @Test
    @DisplayName("what the address says is text, never markup")
    void escaped() {
      HttpResponse<String> page =
          Http.get(signIn("http://localhost/\"'><script>alert(1)</script>"));

      assertThat(page.body())
          .doesNotContain("<script")
          .contains(
              "value=\"http://localhost/&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"");
      assertThat(page.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    }

    private String signIn(String redirectUrl) {
      return clerk.signInUrl() + "?redirect_url=" + Http.encode(redirectUrl);
    }

    private HttpResponse<String> submit(
        HttpResponse<String> page, String button, Map<String, String> typed) {
      return form(page, button).submit(clerk, typed);
    }

    /** The session token that a handshake gives a browser; empty when signed out. */
    private String sessionAfterHandshake(String devBrowser) {
      HttpResponse<String> response =
          Http.get(
              clerk.proxyUrl()
                  + "/v1/client/handshake?redirect_url="
                  + Http.encode(APPLICATION)
                  + "&__clerk_db_jwt="
                  + devBrowser);
      List<?> directives =
          (List<?>) claims(locationParameter(response, "__clerk_handshake")).get("handshake");
      String session = (String) directives.get(0);
      assertThat(session).startsWith("__session=");
      return session.substring("__session=".length(), session.indexOf(';'));
    }
  }

  @Nested
  class InProduction {

    @RegisterExtension
    static final LocalClerkExtension CLERK =
        LocalClerkExtension.of(LocalClerk.builder().instance(InstanceType.PRODUCTION).start());

    @Test
    @DisplayName("cookies tell the application that someone signed in, its address stays clean")
    void signIn() {
      LocalClerk clerk = CLERK.clerk();
      HttpResponse<String> page =
          Http.get(clerk.signInUrl() + "?redirect_url=" + Http.encode(APPLICATION));

      HttpResponse<String> back = form(page, "ada-acme").submit(clerk, Map.of());

      assertThat(location(back)).isEqualTo(APPLICATION);
      String suffix = clerk.cookieSuffix();
      List<String> cookies = back.headers().allValues("Set-Cookie");
      assertThat(cookies)
          .anyMatch(cookie -> cookie.matches("__client=client_\\w+; .*; HttpOnly"))
          .anyMatch(cookie -> cookie.matches("__client_uat=[1-9]\\d+; .*"))
          .anyMatch(cookie -> cookie.matches("__client_uat_" + suffix + "=[1-9]\\d+; .*"))
          .anyMatch(cookie -> cookie.startsWith("__session=; Path=/; Max-Age=0"));

      HttpResponse<String> out =
          form(Http.get(clerk.proxyUrl() + "/sign-out"), "sign-out")
              .submit(clerk, Map.of(), "Cookie", cookies.get(0).replaceFirst(";.*", ""));
      assertThat(out.headers().allValues("Set-Cookie"))
          .anyMatch(cookie -> cookie.startsWith("__client_uat=0;"));
    }
  }

  /** A form of a page, as a browser would send it: to its action, with its hidden fields. */
  private record Form(String action, Map<String, String> fields) {

    HttpResponse<String> submit(LocalClerk clerk, Map<String, String> typed, String... headers) {
      Map<String, String> all = new LinkedHashMap<>(fields);
      all.putAll(typed);
      return Http.post(clerk.proxyUrl() + action, all, headers);
    }
  }

  private static Form form(HttpResponse<String> page, String button) {
    for (String candidate : page.body().split("(?=<form )", -1)) {
      if (candidate.contains("<button id=\"" + button + "\"")) {
        Matcher action = Pattern.compile("action=\"([^\"]*)\"").matcher(candidate);
        assertThat(action.find()).isTrue();
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden =
            Pattern.compile("type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")
                .matcher(candidate);
        while (hidden.find()) {
          fields.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        return new Form(action.group(1), fields);
      }
    }
    throw new AssertionError("no button " + button + " in " + page.body());
  }
}
