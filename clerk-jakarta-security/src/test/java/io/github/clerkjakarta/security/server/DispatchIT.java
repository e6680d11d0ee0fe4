package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.Session;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnServer
@DisplayName("Filter and mechanism together")
class DispatchIT {

  static final ServerRun RUN = ServerRun.current();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.invoices("dispatch")
        .declaring(
            """
            <error-page>
              <error-code>410</error-code>
              <location>/identity</location>
            </error-page>
            """)
        .clerk(RUN.clerk())
        .archive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"forward", "include"})
  @DisplayName("D1 every door has the caller in forwards and includes")
  void dispatches(String kind) {
    Answer known = get("/dispatches/" + kind).bearing(RUN.clerk().sessionToken(ADA)).send();
    Answer unknown = get("/dispatches/" + kind).send();

    assertThat(known.body().lines())
        .contains("filter=user_ada", "request=user_ada", "security=user_ada", "ejb=user_ada");
    assertThat(unknown.body().lines())
        .contains("filter=nobody", "request=nobody", "security=nobody", "ejb=nobody");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"async, 200", "error, 410"})
  @DisplayName("D2 D3 the request has its caller in async and error dispatches")
  void laterDispatches(String kind, int status) {
    Answer known = get("/dispatches/" + kind).bearing(RUN.clerk().sessionToken(ADA)).send();
    Answer unknown = get("/dispatches/" + kind).send();

    assertThat(known.status()).isEqualTo(status);
    assertThat(unknown.status()).isEqualTo(status);
    assertThat(known.body().lines()).contains("filter=user_ada", "request=user_ada");
    assertThat(unknown.body().lines()).contains("filter=nobody", "request=nobody");
  }

  @Test
  @DisplayName("docs/servers.md shows who is calling there for SecurityContext and EJBs")
  void laterDispatchesDocumented() {
    List<String> callers =
        Stream.of("async", "error")
            .map(kind -> get("/dispatches/" + kind).bearing(RUN.clerk().sessionToken(ADA)).send())
            .flatMap(answer -> Stream.of(caller("security", answer), caller("ejb", answer)))
            .toList();

    assertThat(callers).isSubsetOf("the caller", "nobody");
    assertThat(ServersPage.ofProject().writeRow(RUN.server(), callers))
        .as("docs/servers.md differed from what was measured, and was written anew: commit it")
        .isFalse();
  }

  @Test
  @DisplayName("D7 authenticate() sends a browser to sign in, and tells anyone else")
  void authenticate() {
    Answer page = get("/authenticate").asDocument().with("Cookie", unknownBrowser()).send();
    Answer call = get("/authenticate").send();

    assertThat(page.status()).isIn(302, 307);
    assertThat(page.first("Location").orElseThrow()).startsWith(RUN.clerk().proxyUrl());
    assertThat(call.status()).isEqualTo(401);
    assertThat(call.first("WWW-Authenticate")).isPresent();
    assertThat(get("/authenticate").bearing(RUN.clerk().sessionToken(ADA)).send().body())
        .isEqualTo("user_ada");
  }

  @Test
  @DisplayName("D7 login() is refused with a sentence")
  void login() {
    assertThat(get("/login").send().body()).startsWith("refused: ").contains("Clerk");
  }

  @Test
  @DisplayName("D7 after logout() every door says nobody, and Clerk's cookies stay")
  void logout() {
    Answer answer = get("/logout").browserOf(RUN.clerk().session(ADA)).send();

    assertThat(answer.body().lines())
        .contains("filter=nobody", "request=nobody", "security=nobody", "ejb=nobody");
    assertThat(answer.all("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/principal", "/constraint", "/servlet-security", "/rest/roles-allowed", "/bean"})
  @DisplayName("D18 an expired session: 307, no body, nothing of the application runs")
  void expiredSession(String path) {
    String before = get("/runs").send().body();

    Answer answer = get(path).asDocument().with("Cookie", expiredCookies()).send();

    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.first("Location").orElseThrow())
        .startsWith(RUN.clerk().proxyUrl() + "/v1/client/handshake");
    assertThat(answer.body()).isEmpty();
    assertThat(get("/runs").send().body()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/principal", "/constraint", "/rest/roles-allowed"})
  @DisplayName("D18 back from a handshake: 307, no body, every Set-Cookie kept")
  void handshakeReturn(String path) {
    Session ada = RUN.clerk().session(ADA);
    List<String> directives =
        ada.cookies().entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue() + "; Path=/; SameSite=Lax")
            .toList();
    String token = RUN.clerk().handshakeToken(directives);

    Answer answer = get(path + "?__clerk_handshake=" + token).asDocument().send();

    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.all("Set-Cookie").stream().map(it -> it.substring(0, it.indexOf('='))))
        .containsAll(ada.cookies().keySet());
  }

  private static String caller(String door, Answer answer) {
    return answer
        .body()
        .lines()
        .filter(line -> line.startsWith(door + "="))
        .map(line -> line.endsWith("=" + ADA.id()) ? "the caller" : line.replace(door + "=", ""))
        .findFirst()
        .orElseThrow();
  }

  private static Wire get(String path) {
    return RUN.address().get("/dispatch" + path);
  }

  /** A browser that Clerk has met, in which nobody is signed in. */
  private static String unknownBrowser() {
    return "__clerk_db_jwt=dvb_1; __client_uat=0";
  }

  private static String expiredCookies() {
    Session ada = RUN.clerk().session(ADA);
    String expired = ada.tokenBuilder().expired().token();
    return ada.cookies().entrySet().stream()
        .map(
            it ->
                it.getKey() + "=" + (it.getKey().startsWith("__session") ? expired : it.getValue()))
        .collect(Collectors.joining("; "));
  }
}
