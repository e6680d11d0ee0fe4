package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.guarded.SecretServlet;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One WAR is guarded by constraints of web.xml, the other by rules of ours. */
@OnServer
@DisplayName("A protected path")
class PathsIT {

  static final ServerRun RUN = ServerRun.current();

  @Deployment(name = "constraints", testable = false)
  static WebArchive constraints() {
    return guarded("constraints")
        .declaring(TestWar.adminsAt("/admin/*", "/rest/admin/*"))
        .archive();
  }

  @Deployment(name = "rules", testable = false)
  static WebArchive rules() {
    return guarded("rules")
        .setting(
            "clerk.rules",
            """
            / = public
            /public/** = public
            /rest/public/** = public
            /admin/** = role org:admin
            /rest/admin/** = role org:admin
            """)
        .page("index.jsp", "welcome, ${1 + 1} of us")
        .page("style.css", "p { color: green }")
        .archive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/",
        "/admin/x;jsessionid=x",
        "/admin;x=/public/x",
        "/;/admin/x",
        "/;x=y/admin/x",
        "/public;/../admin/x",
        "/rest/admin/x;y=z",
        "/rest/;a=b/admin/x"
      })
  @DisplayName("P1 isn't opened by path parameters")
  void parameters(String path) {
    isClosed(path);
  }

  @Test
  @DisplayName("P10 isn't opened by a rule for /, which opens the welcome page and nothing else")
  void welcomePage() {
    assertThat(RUN.address().get("/rules/").send().body()).contains("welcome, 2 of us");
    assertThat(RUN.address().get("/rules/;jsessionid=x").send().body()).contains("2 of us");
    assertThat(RUN.address().get("/rules/index.jsp").send().status()).isEqualTo(401);
    assertThat(RUN.address().get("/rules/style.css").send().status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//admin/x",
        "/./admin/x",
        "/public/../admin/x",
        "/%2e%2e/admin/x",
        "/public/%2e%2e/admin/x",
        "/public/.%2e/admin/x",
        "/public/..;/admin/x",
        "/public/..;x=y/admin/x",
        "/public//../admin/x",
        "/rest//admin/x",
        "/rest/public/../admin/x"
      })
  @DisplayName("P2 isn't opened by dot segments and empty ones")
  void dotSegments(String path) {
    isClosed(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin%2fx",
        "/public%2f..%2fadmin/x",
        "/public/..%2fadmin/x",
        "/public/..%5cadmin/x",
        "/public\\..\\admin\\x",
        "/public/%00/admin/x",
        "/admin/%00",
        "/%61dmin/x",
        "/%2561dmin/x",
        "/public/%252e%252e/admin/x",
        "/admin/%zz",
        "/public/%c0%ae%c0%ae/admin/x",
        "/rest/%61dmin/x",
        "/rest/public%2f..%2fadmin/x"
      })
  @DisplayName("P3 isn't opened by encodings")
  void encodings(String path) {
    isClosed(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ADMIN/x", "/admin", "/admin.", "/admin/.json", "/Admin/"})
  @DisplayName("P4 isn't opened by other spellings")
  void spellings(String path) {
    isClosed(path);
  }

  @Test
  @DisplayName("P5 ends at a segment's end")
  void segments() {
    assertThat(get("/rules/publicity").status()).isEqualTo(401);
    assertThat(get("/rules/public/x").body()).isEqualTo("open");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/constraints", "/rules"})
  @DisplayName("P6 is meant below the context path, in servlets and in REST")
  void below(String context) {
    assertThat(get(context + "/public/x").body()).isEqualTo("open");
    assertThat(get(context + "/rest/public/x").body()).isEqualTo("open");
    assertThat(get(context + "/admin/x").status()).isEqualTo(401);
    assertThat(get(context + "/rest/admin/x").status()).isEqualTo(401);
    assertThat(admin(context + "/admin/x").body()).isEqualTo("secret");
    assertThat(admin(context + "/rest/admin/x").body()).isEqualTo("secret");
  }

  @Test
  @DisplayName("P7 is judged in no time, however long")
  void longPath() {
    String path = "/rules/public" + "/a;b=c".repeat(1000);
    long start = System.nanoTime();

    get(path);

    assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis()).isLessThan(2000);
  }

  @Test
  @DisplayName("P8 is any that no rule names, once there are rules")
  void unknown() {
    assertThat(get("/rules/elsewhere").status()).isEqualTo(401);
    assertThat(admin("/rules/elsewhere").status()).isEqualTo(403);
  }

  private static TestWar guarded(String name) {
    return TestWar.named(name).packageOf(SecretServlet.class).automatic().clerk(RUN.clerk());
  }

  /** Refused, or taken for what it is not: never the secret. */
  private static void isClosed(String path) {
    for (String context : new String[] {"/constraints", "/rules"}) {
      try {
        Answer answer = get(context + path);
        assertThat(answer.body()).as(context + path).doesNotContain("secret");
        if (!answer.body().equals("open") && !answer.body().isEmpty()) {
          assertThat(answer.status()).as(context + path).isIn(302, 400, 401, 404);
        }
      } catch (UncheckedIOException e) {
        // The server has ended the connection instead of answering.
        assertThat(e).hasMessageContaining(path);
      }
    }
  }

  private static Answer get(String path) {
    return RUN.address().get(path).send();
  }

  private static Answer admin(String path) {
    return RUN.address()
        .get(path)
        .bearing(RUN.clerk().session(ADA).organization(ACME).token())
        .send();
  }
}
