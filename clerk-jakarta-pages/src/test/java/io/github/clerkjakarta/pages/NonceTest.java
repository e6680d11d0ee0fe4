package io.github.clerkjakarta.pages;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.LocalClerk;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Under a strict Content Security Policy")
class NonceTest {

  private static final Pattern SCRIPT = Pattern.compile("<script [^>]*>");
  private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

  private static final LocalClerk CLERK = LocalClerk.start();
  private static final TestApplication APPLICATION =
      new TestApplication(CLERK)
          .at("/shop")
          .withoutParam("clerk.signInUrl")
          .param("clerk.contentSecurityPolicy", "strict")
          .param("clerk.pages", "/sign-in,/user")
          .page("scripts.jsp", "<clerk:scripts/>")
          .page(
              "included.jsp",
              "<% request.getRequestDispatcher(\"scripts.jsp\")"
                  + ".include(request, response); %>")
          .page("own.jsp", "<clerk:scripts nonce='mine'/>")
          .page("nonce.jsp", "${clerk.nonce}");

  @BeforeAll
  static void start() {
    APPLICATION.start();
  }

  @AfterAll
  static void close() {
    APPLICATION.close();
    CLERK.close();
  }

  @ParameterizedTest
  @DisplayName("H16 every script of ours carries the nonce of its response, on ready pages too")
  @ValueSource(
      strings = {"scripts.jsp", "included.jsp", "sign-in", "user", "clerk-jakarta/sign-out"})
  void scripts(String page) {
    HttpResponse<String> answer =
        APPLICATION.send(
            APPLICATION
                .request("/shop/" + page)
                .header("Cookie", CLERK.session(ADA).cookieHeader()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(SCRIPT.matcher(answer.body()).results().map(found -> found.group()))
        .hasSize(3)
        .allMatch(script -> script.contains(" nonce=\"" + nonce(answer) + "\""));
    assertThat(answer.body()).doesNotContain("<style", " style=", "data:,");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
  }

  @Test
  @DisplayName("pages read the nonce as ${clerk.nonce}")
  void expression() {
    HttpResponse<String> answer = APPLICATION.send(APPLICATION.request("/shop/nonce.jsp"));

    assertThat(answer.body().strip()).isEqualTo(nonce(answer));
  }

  @Test
  @DisplayName("a nonce that the page gives counts more")
  void own() {
    assertThat(APPLICATION.get("/shop/own.jsp")).contains(" nonce=\"mine\"");
  }

  @Test
  @DisplayName("our own files are no pages, and may be stored")
  void files() {
    String script =
        APPLICATION.get("/shop/scripts.jsp").replaceFirst("(?s).*src=\"(/shop/[^\"]*)\".*", "$1");

    assertThat(APPLICATION.send(APPLICATION.request(script)).headers().allValues("Cache-Control"))
        .containsExactly("public, max-age=31536000, immutable");
  }

  private static String nonce(HttpResponse<String> answer) {
    Matcher found =
        NONCE.matcher(answer.headers().firstValue("Content-Security-Policy").orElseThrow());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
