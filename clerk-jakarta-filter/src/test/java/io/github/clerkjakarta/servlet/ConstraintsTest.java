package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import io.github.clerkjakarta.testkit.Session;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The security constraints of an application, with the filter alone")
class ConstraintsTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  private static final Map<TestServer, RunningServer> RUNNING = new ConcurrentHashMap<>();

  @AfterAll
  static void stop() {
    RUNNING.values().forEach(RunningServer::close);
    RUNNING.clear();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "D25 a browser that nobody is signed in at goes to sign in, and a program is told 401")
  void nobody(TestServer server) {
    RunningServer running = running(server);
    Answer page = running.page("/constraint", "__clerk_db_jwt=dvb_1; __client_uat=0").send();
    assertThat(page.status()).isEqualTo(302);
    assertThat(page.first("Location").orElseThrow())
        .contains(
            "/sign-in?redirect_url=http%3A%2F%2Flocalhost%3A" + running.port() + "%2Fconstraint");
    assertThat(page.all("Cache-Control")).contains("no-store");

    Answer call = running.get("/constraint").with("Accept", "application/json").send();
    assertThat(call.status()).isEqualTo(401);
    assertThat(call.all("WWW-Authenticate")).containsExactly("Bearer");
    assertThat(call.all("Content-Type")).containsExactly("application/problem+json");
    assertThat(call.body()).contains("\"reason\":\"dev-browser-missing\"");

    Answer plain = running.send("POST", "/constraint").with("Content-Length", "0").send();
    assertThat(plain.status()).isEqualTo(401);
    assertThat(plain.all("WWW-Authenticate")).containsExactly("Bearer");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D25 who is known and has not the role hears what a rule would say")
  void forbidden(TestServer server) {
    RunningServer running = running(server);
    Answer json =
        bearing(running.get("/constraint"), ben()).with("Accept", "application/json").send();
    assertThat(json.status()).isEqualTo(403);
    assertThat(json.all("Content-Type")).containsExactly("application/problem+json");
    assertThat(json.body()).contains("\"status\":403");
    assertThat(json.all("Cache-Control")).contains("no-store");

    Answer plain = bearing(running.get("/constraint"), ben()).send();
    assertThat(plain.status()).isEqualTo(403);
    assertThat(plain.body()).doesNotContain("let in");

    Answer own =
        bearing(running.get("/forbidden"), ben()).with("Accept", "application/json").send();
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.all("Content-Type")).doesNotContain("application/problem+json");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D25 whoever is hidden by clerk.denyAs is hidden by a constraint")
  void hidden(TestServer server) {
    TestWar war = ServletPoint.application(clerk()).contextParam("clerk.denyAs", "404");
    try (RunningServer running = server.deploy(war.unpacked(), "")) {
      assertThat(bearing(running.get("/constraint"), ben()).send().status()).isEqualTo(404);
      assertThat(bearing(running.get("/forbidden"), ben()).send().status()).isEqualTo(403);
      assertThat(running.get("/constraint").send().status()).isEqualTo(401);
    }
    TestWar withPage = war.errorPage(403, "/principal");
    try (RunningServer running = server.deploy(withPage.unpacked(), "")) {
      assertThat(bearing(running.get("/constraint"), ben()).send().status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "D25 the error pages of web.xml show, and know the caller, where the server can show any")
  void errorPages(TestServer server) {
    // Jetty has no way to run a page before it has called a servlet.
    boolean showsPages = server != TestServer.JETTY_12;
    TestWar war =
        ServletPoint.application(clerk()).errorPage(401, "/principal").errorPage(403, "/principal");
    try (RunningServer running = server.deploy(war.unpacked(), "")) {
      Answer nobody = running.get("/constraint").send();
      assertThat(nobody.status()).isEqualTo(401);
      assertThat(nobody.body().equals("nobody")).isEqualTo(showsPages);
      assertThat(nobody.all("WWW-Authenticate")).containsExactly("Bearer");

      Answer ben = bearing(running.get("/constraint"), ben()).send();
      assertThat(ben.status()).isEqualTo(403);
      assertThat(ben.body().equals("user_ben")).isEqualTo(showsPages);

      Answer json =
          bearing(running.get("/constraint"), ben()).with("Accept", "application/json").send();
      assertThat(json.status()).isEqualTo(403);
      assertThat(json.all("Content-Type")).containsExactly("application/problem+json");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "D26 a browser sees the page that a rule would show, where the server can't show one")
  void refusalPage(TestServer server) {
    assertThat(browser(running(server), clerk().session(BEN)).body())
        .contains("<h1>Forbidden</h1>");
    Answer nobody = running(server).send("POST", "/constraint").with("Accept", "text/html").send();
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.body()).contains("<h1>Unauthorized</h1>");
    TestWar war = ServletPoint.application(clerk()).errorPage(403, "/principal");
    try (RunningServer running = server.deploy(war.unpacked(), "")) {
      Answer ben = browser(running, clerk().session(BEN));
      assertThat(ben.status()).isEqualTo(403);
      assertThat(ben.body())
          .startsWith(server == TestServer.JETTY_12 ? "<!DOCTYPE html>\n<html lang" : "user_ben");
      // What runs behind the constraints shows the page on Jetty, too.
      assertThat(bearing(running.get("/forbidden"), ben()).asDocument().send().body())
          .isEqualTo("user_ben");
    }
  }

  private static Answer browser(RunningServer running, Session session) {
    return running.page("/constraint", session.cookieHeader()).send();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D25 a refusal is whole, and the next request on its connection is answered")
  void keepAlive(TestServer server) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + running(server).port() + "/constraint");
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest.Builder to = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10));
    HttpRequest json = to.copy().header("Accept", "application/json").build();
    HttpRequest page =
        to.copy().header("Accept", "text/html").header("Sec-Fetch-Dest", "document").build();
    for (HttpRequest request : List.of(json, to.build(), page, json, page, json)) {
      int expected = request == page ? 307 : 401;
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D18 an expired session: 307, no body, nothing of the application runs")
  void handshake(TestServer server) {
    RunningServer running = running(server);
    Session ada = clerk().session(ADA);
    String expired = ada.tokenBuilder().expired().token();
    String cookies =
        ada.cookies().entrySet().stream()
            .map(
                it ->
                    it.getKey()
                        + "="
                        + (it.getKey().startsWith("__session") ? expired : it.getValue()))
            .collect(Collectors.joining("; "));
    for (String path : List.of("/constraint", "/servlet-security", "/principal")) {
      Answer answer = running.page(path, cookies).send();
      assertThat(answer.status()).isEqualTo(307);
      assertThat(answer.first("Location").orElseThrow())
          .startsWith(clerk().proxyUrl() + "/v1/client/handshake");
      assertThat(answer.body()).isEmpty();
      assertThat(answer.all("Cache-Control")).containsExactly("no-store");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D25 the caller is the container's, for all names of any caller, and asked once")
  void known(TestServer server) {
    RunningServer running = running(server);
    Answer answer = bearing(running.get("/constraint"), admin()).send();
    assertThat(answer.body()).isEqualTo("let in ClerkPrincipal[name=user_ada]CLERK");
    assertThat(answer.all("Vary")).contains("Cookie, Authorization");
    assertThat(bearing(running.get("/any-caller"), ben()).send().status()).isEqualTo(200);
    assertThat(running.get("/any-caller").send().status()).isEqualTo(401);
    assertThat(bearing(running.get("/closed"), admin()).send().status()).isEqualTo(403);
    assertThat(bearing(running.get("/async-dispatch"), admin()).send().body()).startsWith("let in");
    String page =
        running
            .page("/constraint", clerk().session(ADA).organization(ACME).cookieHeader())
            .send()
            .body();
    assertThat(page).startsWith("let in ");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D7 authenticate() and logout() do what the Servlet API says")
  void authenticateAndLogout(TestServer server) {
    RunningServer running = running(server);
    assertThat(running.get("/authenticate").send().status()).isEqualTo(401);
    assertThat(bearing(running.get("/authenticate"), admin()).send().body()).isEqualTo("user_ada");
    assertThat(bearing(running.get("/logout"), admin()).send().body())
        .isEqualTo("user_ada nobody false");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S1 S2 S4 a session of the container keeps its id, and nobody's identity or roles")
  void session(TestServer server) {
    RunningServer running = running(server);
    Answer begun = bearing(running.get("/session-role"), admin()).send();
    String cookie = begun.first("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    String id = begun.body().replaceFirst(" .*", "");
    assertThat(begun.body()).isEqualTo(id + " true");

    for (int i = 0; i < 2; i++) {
      assertThat(in(cookie, running, admin())).isEqualTo(id + " true");
      assertThat(in(cookie, running, clerk().sessionToken(ADA))).isEqualTo(id + " false");
      assertThat(in(cookie, running, ben())).isEqualTo(id + " false");
      assertThat(in(cookie, running, "")).isEqualTo(id + " false");
    }
    Wire thief = running.get("/constraint").with("Cookie", cookie);
    assertThat(thief.send().status()).isEqualTo(401);
    assertThat(
            bearing(running.get("/constraint").with("Cookie", cookie), clerk().sessionToken(ADA))
                .send()
                .status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D25 of several Clerk instances the one of the host answers")
  void instances(TestServer server) {
    TestWar war =
        ServletPoint.application(clerk())
            .contextParam("clerk.instances", "acme")
            .contextParam("clerk.acme.hosts", "acme.example")
            .contextParam("clerk.acme.publishableKey", clerk().publishableKey())
            .contextParam("clerk.acme.secretKey", clerk().secretKey())
            .contextParam("clerk.acme.proxyUrl", clerk().proxyUrl());
    try (RunningServer running = server.deploy(war.unpacked(), "")) {
      Wire acme = running.get("/constraint").host("acme.example");
      assertThat(acme.send().status()).isEqualTo(401);
      assertThat(bearing(acme, admin()).send().status()).isEqualTo(200);
      assertThat(bearing(running.get("/constraint"), admin()).send().status()).isEqualTo(421);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D25 the settings and the rules of the application's own filter count")
  void ownFilter(TestServer server) {
    TestWar war =
        ServletPoint.application(clerk())
            .filter(
                ClerkFilter.class,
                Map.of("clerk.denyAs", "404", "clerk.rules", "/role = nobody; /** = public"));
    try (RunningServer running = server.deploy(war.unpacked(), "")) {
      assertThat(bearing(running.get("/constraint"), ben()).send().status()).isEqualTo(404);
      assertThat(bearing(running.get("/constraint"), admin()).send().status()).isEqualTo(200);
      assertThat(bearing(running.get("/role"), admin()).send().status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D14 with two filters, or one that doesn't see all, the deployment fails")
  void severalFilters(TestServer server) {
    TestWar war =
        ServletPoint.application(clerk())
            .filter(ClerkFilter.class, Map.of())
            .listener(LateListener.class);
    assertThatThrownBy(() -> server.deploy(war.unpacked(), ""))
        .isInstanceOf(IllegalStateException.class);
    TestWar partial =
        ServletPoint.application(clerk())
            .xml(
                "<filter><filter-name>own</filter-name><filter-class>"
                    + ClerkFilter.class.getName()
                    + "</filter-class></filter><filter-mapping><filter-name>own</filter-name>"
                    + "<url-pattern>/constraint</url-pattern></filter-mapping>");
    assertThatThrownBy(() -> server.deploy(partial.unpacked(), ""))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D25 a login-config of the application's own stays in charge")
  void ownLogin(TestServer server) {
    TestWar war =
        ServletPoint.application(clerk())
            .xml(
                "<login-config><auth-method>BASIC</auth-method><realm-name>test</realm-name></login-config>");
    try (RunningServer running = server.deploy(war.unpacked(), "/own")) {
      Answer answer = running.get("/own/constraint").send();
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.first("WWW-Authenticate").orElseThrow()).startsWith("Basic");
      assertThat(bearing(running.get("/own/constraint"), admin()).send().status()).isEqualTo(401);
      assertThat(bearing(running.get("/own/role"), admin()).send().body()).isEqualTo("true");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D25 without a filter of Clerk's the server judges as if we weren't there")
  void withoutFilter(TestServer server) {
    TestWar war = ServletPoint.application(clerk()).contextParam("clerk.filter.auto", "false");
    try (RunningServer running = server.deploy(war.unpacked(), "/own")) {
      assertThat(bearing(running.get("/own/constraint"), admin()).send().status()).isEqualTo(403);
      assertThat(bearing(running.get("/own/principal"), admin()).send().body()).isEqualTo("nobody");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D12 two versions of an application at one path answer, each for itself")
  void twoVersions(TestServer server) {
    RunningServer first = server.deploy(ServletPoint.application(clerk()).unpacked(), "/shop");
    TestWar hiding = ServletPoint.application(clerk()).contextParam("clerk.denyAs", "404");
    try (RunningServer second = server.deploy(hiding.unpacked(), "/shop")) {
      assertThat(bearing(first.get("/shop/constraint"), ben()).send().status()).isEqualTo(403);
      assertThat(bearing(second.get("/shop/constraint"), ben()).send().status()).isEqualTo(404);
      first.close();
      assertThat(bearing(second.get("/shop/constraint"), ben()).send().status()).isEqualTo(404);
      assertThat(bearing(second.get("/shop/constraint"), admin()).send().status()).isEqualTo(200);
    }
  }

  private static String in(String cookie, RunningServer running, String token) {
    Wire wire = running.get("/session-role").with("Cookie", cookie);
    return (token.isEmpty() ? wire : bearing(wire, token)).send().body();
  }

  private static Wire bearing(Wire wire, String token) {
    return wire.with("Authorization", "Bearer " + token);
  }

  private static String admin() {
    return clerk().session(ADA).organization(ACME).token();
  }

  private static String ben() {
    return clerk().session(BEN).organization(ACME).token();
  }

  private static LocalClerk clerk() {
    return CLERK.clerk();
  }

  private static RunningServer running(TestServer server) {
    return RUNNING.computeIfAbsent(
        server,
        it ->
            it.deploy(
                ServletPoint.application(clerk())
                    .constraint("**", "/any-caller")
                    .xml(
                        "<security-constraint><web-resource-collection><web-resource-name>closed"
                            + "</web-resource-name><url-pattern>/closed</url-pattern>"
                            + "</web-resource-collection><auth-constraint/></security-constraint>")
                    .unpacked(),
                ""));
  }
}
