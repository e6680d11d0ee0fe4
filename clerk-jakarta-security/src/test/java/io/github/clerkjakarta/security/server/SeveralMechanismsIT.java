package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.example.mechanisms.Api;
import io.github.clerkjakarta.security.example.mechanisms.MechanismByPath;
import io.github.clerkjakarta.security.server.mechanisms.CallerServlet;
import io.github.clerkjakarta.security.server.mechanisms.LoginPage;
import io.github.clerkjakarta.security.server.mechanisms.StaffStore;
import io.github.clerkjakarta.security.server.mechanisms.UndecidedHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** On servers of Jakarta EE 11: with one of Jakarta EE 10 an application has one mechanism. */
@OnServer
@DisplayName("A WAR whose handler chooses among FORM, BASIC and Clerk's mechanism by path")
class SeveralMechanismsIT {

  static final ServerRun RUN = ServerRun.current();
  static final String NOBODY = "null staff=false/false admin=false/false";

  /** By the request: Payara 7 doesn't tell its SecurityContext the groups of FORM's callers. */
  static final Pattern CAROL = Pattern.compile("carol staff=true/(true|false) admin=false/false");

  static final String ADMIN = "user_ada staff=false/false admin=true/true";

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "several", testable = false)
  static WebArchive several() {
    return withHandler("several", MechanismByPath.class);
  }

  @Deployment(name = "undecided", managed = false, testable = false)
  static WebArchive undecided() {
    return withHandler("undecided", UndecidedHandler.class);
  }

  private static WebArchive withHandler(String name, Class<?> handler) {
    return TestWar.named(name)
        .classes(Api.class, handler)
        .classes(CallerServlet.class, LoginPage.class, StaffStore.class)
        .clerk(RUN.clerk())
        .declaring(
            constraint("staff", "/staff/home", "/reports/*") + constraint("org:admin", "/invoices"))
        .archive();
  }

  @Test
  @DisplayName("asks for a password by BASIC where the handler says so")
  void basic() {
    Answer nobody = get("/reports/all").send();

    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.first("WWW-Authenticate").orElseThrow())
        .startsWith("Basic realm=\"reports\"");
    assertThat(withPassword("/reports/all", "guess").status()).isEqualTo(401);
    assertThat(withPassword("/reports/all", "secret").body()).matches(CAROL);
  }

  @Test
  @DisplayName("shows the page of FORM where the handler says so, and keeps who has logged in")
  void form() {
    Answer page = get("/staff/home").send();
    String wrong = session(page);

    assertThat(page.body()).isEqualTo("Log in");
    assertThat(logIn(wrong, "guess").first("Location").orElseThrow()).endsWith("/staff/login");
    assertThat(get("/staff/home").with("Cookie", wrong).send().body()).isEqualTo("Log in");

    String carol = carolsSession();

    assertThat(get("/staff/home").with("Cookie", carol).send().body()).matches(CAROL);
    assertThat(get("/staff/open").with("Cookie", carol).send().body()).matches(CAROL);
  }

  @Test
  @DisplayName("S4 forgets at a logout who has logged in by FORM")
  void formLogout() {
    String carol = carolsSession();

    assertThat(get("/staff/home?logout").with("Cookie", carol).send().body()).isEqualTo(NOBODY);
    assertThat(get("/staff/home").with("Cookie", carol).send().body()).isEqualTo("Log in");
  }

  @Test
  @DisplayName("asks Clerk everywhere else")
  void clerk() {
    Answer nobody = get("/invoices").send();

    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.first("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
    assertThat(get("/invoices").bearing(admin()).send().body()).isEqualTo(ADMIN);
    assertThat(get("/invoices").bearing(RUN.clerk().sessionToken(BEN)).send().status())
        .isEqualTo(403);
    assertThat(get("/open").bearing(admin()).send().body()).isEqualTo(ADMIN);
    assertThat(get("/open").send().body()).isEqualTo(NOBODY);
  }

  @Test
  @DisplayName("S4 knows by Clerk's token nobody where FORM or BASIC decides")
  void tokenElsewhere() {
    assertThat(get("/staff/home").bearing(admin()).send().body()).isEqualTo("Log in");
    assertThat(get("/staff/open").bearing(admin()).send().body()).isEqualTo(NOBODY);
    assertThat(get("/reports/all").bearing(admin()).send().status()).isEqualTo(401);
  }

  @Test
  @DisplayName("S4 knows by a password nobody where Clerk decides")
  void passwordElsewhere() {
    assertThat(withPassword("/invoices", "secret").status()).isEqualTo(401);
    assertThat(withPassword("/open", "secret").body()).isEqualTo(NOBODY);

    String carol = carolsSession();

    assertThat(get("/invoices").with("Cookie", carol).send().status()).isEqualTo(401);
    assertThat(get("/open").with("Cookie", carol).send().body()).isEqualTo(NOBODY);
    assertThat(get("/open").with("Cookie", carol).bearing(admin()).send().body()).isEqualTo(ADMIN);
    assertThat(get("/reports/all").with("Cookie", carol).send().status()).isEqualTo(401);
  }

  @Test
  @DisplayName("D14 doesn't start where the server can't tell its own handler from the WAR's")
  void undecidedHandler() throws IOException {
    int before = Files.readString(RUN.server().log()).length();

    assertThat(RUN.server().starts("undecided", deployer)).isFalse();
    assertThat(Files.readString(RUN.server().log()).substring(before))
        .contains("UndecidedHandler an @Alternative with a @Priority");
  }

  private static String constraint(String role, String... patterns) {
    return """
    <security-constraint>
      <web-resource-collection>
        <web-resource-name>for %1$s</web-resource-name>
        <url-pattern>%2$s</url-pattern>
      </web-resource-collection>
      <auth-constraint><role-name>%1$s</role-name></auth-constraint>
    </security-constraint>
    <security-role><role-name>%1$s</role-name></security-role>
    """
        .formatted(role, String.join("</url-pattern><url-pattern>", patterns));
  }

  private static String admin() {
    return RUN.clerk().session(ADA).organization(ACME).token();
  }

  private static Answer withPassword(String path, String password) {
    String pair = "carol:" + password;
    return get(path)
        .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
        .send();
  }

  /** The session of Carol, who has logged in and been sent back to where she came from. */
  private static String carolsSession() {
    String session = session(get("/staff/home").send());
    Answer login = logIn(session, "secret");
    assertThat(login.first("Location").orElseThrow()).endsWith("/staff/home");
    session = sessionAfter(login, session);
    Answer home = get("/staff/home").with("Cookie", session).send();
    assertThat(home.body()).matches(CAROL);
    return sessionAfter(home, session);
  }

  private static Answer logIn(String session, String password) {
    return RUN.address()
        .request("POST", "/several/staff/j_security_check?j_username=carol&j_password=" + password)
        .with("Content-Length", "0")
        .with("Cookie", session)
        .send();
  }

  private static String session(Answer answer) {
    return sessionAfter(answer, "");
  }

  /** Servers change the id of a session when its caller logs in. */
  private static String sessionAfter(Answer answer, String before) {
    return answer.all("Set-Cookie").stream()
        .filter(it -> it.startsWith("JSESSIONID="))
        .map(it -> it.substring(0, it.indexOf(';')))
        .findFirst()
        .orElse(before);
  }

  private static Wire get(String path) {
    return RUN.address().get("/several" + path);
  }
}
