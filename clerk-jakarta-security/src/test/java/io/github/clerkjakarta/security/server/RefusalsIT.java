package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.mapping.ClosedBean;
import io.github.clerkjakarta.security.server.mapping.ClosedResource;
import io.github.clerkjakarta.security.server.mapping.Rest;
import io.github.clerkjakarta.security.server.refusals.ErrorPage;
import io.github.clerkjakarta.testkit.LocalClerk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnServer
@DisplayName("Whoever is refused, by the server itself or by an annotation,")
class RefusalsIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk CLERK = RUN.clerk();

  private static final String PAGES =
      """
      <error-page><error-code>401</error-code><location>/refused</location></error-page>
      <error-page><error-code>403</error-code><location>/refused</location></error-page>
      """;

  /** How ours begins. */
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="UTF-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      </head>
      <body>
      <h1>%1$s</h1>
      """;

  /** What Open Liberty writes to a known caller whom a constraint keeps out. */
  private static final String DENIED = "Error 403: AuthorizationFailed";

  @Deployment(name = "refusing", testable = false)
  static WebArchive refusing() {
    return application("refusing").archive();
  }

  @Deployment(name = "refusing-by-page", testable = false)
  static WebArchive refusingByPage() {
    return application("refusing-by-page").declaring(PAGES).archive();
  }

  @Deployment(name = "refusing-by-one-page", testable = false)
  static WebArchive refusingByOnePage() {
    return application("refusing-by-one-page")
        .declaring("<error-page><location>/refused</location></error-page>")
        .archive();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/refusing/constraint",
        "/refusing/servlet-security",
        "/refusing/rest/closed",
        "/refusing/rest/closed/bean",
        "/refusing-by-page/constraint",
        "/refusing-by-page/servlet-security",
        "/refusing-by-page/rest/closed",
        "/refusing-by-page/rest/closed/bean"
      })
  @DisplayName("reads the same problem document everywhere, if JSON is asked for")
  void problem(String path) {
    Answer nobody = get(path).with("Accept", "application/json").send();
    Answer member = get(path).with("Accept", "application/problem+json").bearing(member()).send();

    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.first("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(nobody.first("WWW-Authenticate")).contains("Bearer");
    assertThat(nobody.body())
        .startsWith("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,")
        .endsWith("\"reason\":\"dev-browser-missing\",\"resolution\":\"sign-in\"}");
    assertThat(member.status()).isEqualTo(403);
    if (isOfLiberty(path)) {
      assertThat(member.body()).contains(path.contains("by-page") ? "our page for 403" : DENIED);
      return;
    }
    assertThat(member.first("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(member.first("Cache-Control"))
        .hasValueSatisfying(it -> assertThat(it).contains("no-store"));
    assertThat(member.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,"
                + "\"resolution\":\"configure\"}");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/constraint", "/servlet-security", "/rest/closed", "/rest/closed/bean"})
  @DisplayName("sees the application's error page in a browser")
  void page(String path) {
    Answer nobody = get("/refusing-by-page" + path).bearing("x").with("Accept", "text/html").send();
    Answer member =
        get("/refusing-by-page" + path).asDocument().browserOf(CLERK.session(BEN)).send();

    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.body()).isEqualTo("our page for 401");
    assertThat(nobody.first("Content-Type").orElse("")).startsWith("text/html");
    assertThat(nobody.first("WWW-Authenticate"))
        .hasValueSatisfying(it -> assertThat(it).startsWith("Bearer"));
    assertThat(member.status()).isEqualTo(403);
    assertThat(member.body()).isEqualTo("our page for 403");
    assertThat(member.first("Content-Type").orElse("")).startsWith("text/html");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/constraint", "/servlet-security", "/rest/closed", "/rest/closed/bean"})
  @DisplayName("D26 sees the same page everywhere in a browser, where the application has none")
  void ourPage(String path) {
    Answer nobody = get("/refusing" + path).bearing("x").with("Accept", "text/html").send();
    Answer member = get("/refusing" + path).asDocument().browserOf(CLERK.session(BEN)).send();

    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.first("WWW-Authenticate"))
        .hasValueSatisfying(it -> assertThat(it).startsWith("Bearer"));
    assertThat(nobody.body()).startsWith(PAGE.formatted("Unauthorized")).endsWith("</html>\n");
    assertThat(member.status()).isEqualTo(403);
    assertThat(member.first("Content-Type").orElse("")).startsWith("text/html");
    if (isOfLiberty(path)) {
      assertThat(member.body()).contains(DENIED);
      return;
    }
    assertThat(member.first("Cache-Control"))
        .hasValueSatisfying(it -> assertThat(it).contains("no-store"));
    assertThat(member.body()).isEqualTo(PAGE.formatted("Forbidden") + "</body>\n</html>\n");
  }

  @Test
  @DisplayName("sees in a browser the page that the application has for all errors")
  void pageForAllErrors() {
    String path = "/refusing-by-one-page/rest/closed";
    Answer nobody = get(path).bearing("x").with("Accept", "text/html").send();
    Answer member = get(path).asDocument().browserOf(CLERK.session(BEN)).send();

    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.body()).isEqualTo("our page for 401");
    assertThat(member.status()).isEqualTo(403);
    assertThat(member.body())
        .isEqualTo(
            RUN.server() == Server.LIBERTY
                ? PAGE.formatted("Forbidden") + "</body>\n</html>\n"
                : "our page for 403");
  }

  /** Whether the answer to a known caller is that of Open Liberty's constraints. */
  private static boolean isOfLiberty(String path) {
    return RUN.server() == Server.LIBERTY
        && (path.endsWith("/constraint") || path.endsWith("/servlet-security"));
  }

  private static TestWar application(String name) {
    return TestWar.named(name)
        .automatic()
        .packageOf(ErrorPage.class)
        .classes(Rest.class, ClosedResource.class, ClosedBean.class)
        .declaring(TestWar.adminsAt("/constraint"))
        .clerk(CLERK);
  }

  private static String member() {
    return CLERK.session(BEN).organization(ACME).token();
  }

  private static Wire get(String path) {
    return RUN.address().get(path);
  }
}
