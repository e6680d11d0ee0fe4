package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.security.server.RealmUser.NAME;
import static io.github.clerkjakarta.security.server.RealmUser.PASSWORD;
import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.login.ClerksServlet;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With both jars, and with neither the definition nor {@code clerk.security.auto}. */
@OnServer
@DisplayName("A WAR that logs its callers in by the server's realm")
class RealmLoginIT {

  static final ServerRun RUN = ServerRun.current();

  @Deployment(name = "basic", testable = false)
  static WebArchive basic() {
    return TestWar.named("basic")
        .packageOf(ClerksServlet.class)
        .clerk(RUN.clerk())
        .declaring("<login-config><auth-method>BASIC</auth-method></login-config>")
        .archive();
  }

  @Deployment(name = "form", testable = false)
  static WebArchive form() {
    return TestWar.named("form")
        .packageOf(ClerksServlet.class)
        .clerk(RUN.clerk())
        .declaring(
            """
            <login-config>
              <auth-method>FORM</auth-method>
              <form-login-config>
                <form-login-page>/login-page</form-login-page>
                <form-error-page>/login-page</form-error-page>
              </form-login-config>
            </login-config>
            """)
        .archive();
  }

  @Test
  @DisplayName("BASIC: the right password opens, a wrong one is asked for again")
  void basicAuthentication() {
    Answer nobody = RUN.address().get("/basic/clerks").send();

    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.first("WWW-Authenticate").orElseThrow()).startsWith("Basic");
    assertThat(withPassword(PASSWORD).body()).isEqualTo(NAME + " by BASIC");
    assertThat(withPassword("guess").status()).isEqualTo(401);
  }

  @Test
  @DisplayName("FORM: the page is shown, and the right password opens")
  void formAuthentication() {
    Answer page = RUN.address().get("/form/clerks").send();
    String session = session(page);

    Answer answer = logIn(session, PASSWORD);
    Answer opened =
        RUN.address().get("/form/clerks").with("Cookie", sessionAfter(answer, session)).send();

    assertThat(page.body()).isEqualTo("Log in");
    assertThat(answer.status()).isIn(302, 303);
    assertThat(opened.body()).isEqualTo(NAME + " by FORM");
  }

  @Test
  @DisplayName("an admin by Clerk is nobody to the realm")
  void noClerkCaller() {
    String admin = RUN.clerk().session(ADA).organization(ACME).token();

    assertThat(RUN.address().get("/basic/clerks").bearing(admin).send().status()).isEqualTo(401);
    assertThat(RUN.address().get("/form/clerks").bearing(admin).send().body()).isEqualTo("Log in");
  }

  private static Answer withPassword(String password) {
    String pair = NAME + ":" + password;
    return RUN.address()
        .get("/basic/clerks")
        .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
        .send();
  }

  private static Answer logIn(String session, String password) {
    return RUN.address()
        .request("POST", "/form/j_security_check?j_username=" + NAME + "&j_password=" + password)
        .with("Content-Length", "0")
        .with("Cookie", session)
        .send();
  }

  private static String session(Answer answer) {
    return answer.all("Set-Cookie").stream()
        .filter(it -> it.startsWith("JSESSIONID="))
        .map(it -> it.substring(0, it.indexOf(';')))
        .findFirst()
        .orElse("");
  }

  /** Servers change the id of a session when its caller logs in. */
  private static String sessionAfter(Answer login, String before) {
    String changed = session(login);
    return changed.isEmpty() ? before : changed;
  }
}
