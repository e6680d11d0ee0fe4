package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import io.github.clerkjakarta.testkit.Session;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The whole way, from a browser through server and filter to Clerk")
class WholeWayTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  @ParameterizedTest
  @EnumSource
  @DisplayName("a bearer token and cookies name the caller and what it may do")
  void caller(TestServer server) {
    Session ada = clerk().session(ADA).organization(ACME);
    try (RunningServer running = server.deploy(war(), "")) {
      for (Wire wire :
          List.of(
              running.get("/who").with("Authorization", "Bearer " + ada.token()),
              running.get("/who").with("Cookie", ada.cookieHeader()))) {
        Answer answer = wire.with("Test-Ask", "org:invoices:create").send();
        assertThat(answer.body())
            .startsWith("user=user_ada principal=user_ada remote=user_ada type=CLERK role=true");
      }
      String ben = clerk().session(BEN).organization(ACME).token();
      Answer member = running.get("/who").with("Authorization", "Bearer " + ben).send();
      assertThat(member.status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D18 an expired token is healed by one handshake, back at the same address")
  void handshake(TestServer server) throws Exception {
    Session ada = clerk().session(ADA).organization(ACME);
    String expired = ada.tokenBuilder().expired().token();
    String cookies =
        ada.cookies().entrySet().stream()
            .map(it -> it.getKey() + "=" + (isToken(it.getKey()) ? expired : it.getValue()))
            .collect(Collectors.joining("; "));
    try (RunningServer running = server.deploy(war(), "")) {
      String host = "localhost:" + running.port();
      Answer out = running.page("/who?a=b%20c", cookies).send();
      assertThat(out.status()).isEqualTo(307);
      assertThat(out.body()).isEmpty();

      URI back = URI.create(location(out.first("Location").orElseThrow(), cookies));
      assertThat(back.getAuthority()).isEqualTo(host);
      String target = back.getRawPath() + "?" + back.getRawQuery();
      Answer healed = running.page(target, cookies).send();
      assertThat(healed.status()).isEqualTo(307);
      assertThat(healed.all("Location")).containsExactly("http://" + host + "/who?a=b%20c");

      String renewed =
          healed.all("Set-Cookie").stream()
              .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
              .collect(Collectors.joining("; "));
      Answer page = running.page("/who?a=b%20c", renewed).send();
      assertThat(page.body()).startsWith("user=user_ada");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("J32 handshakes whose answers have no azp end after three, on a page that says so")
  void handshakeWithoutAzp(TestServer server) throws Exception {
    Session ada = clerk().session(ADA);
    String expired = ada.tokenBuilder().authorizedParty("https://app.example").expired().token();
    String cookies =
        ada.cookies().entrySet().stream()
            .map(it -> it.getKey() + "=" + (isToken(it.getKey()) ? expired : it.getValue()))
            .collect(Collectors.joining("; "));
    clerk().leaveOutAuthorizedParty();
    Path war =
        TestWar.of(clerk())
            .contextParam("clerk.authorizedParties", "https://app.example")
            .contextParam("clerk.rules", "/who = signed-in")
            .servlet(WhoServlet.class, "/who")
            .unpacked();
    try (RunningServer running = server.deploy(war, "")) {
      Answer answer = running.page("/who", cookies).send();
      int handshakes = 0;
      while (answer.status() == 307 && handshakes < 10) {
        handshakes++;
        String count = answer.first("Set-Cookie").orElseThrow().split(";")[0];
        URI back = URI.create(location(answer.first("Location").orElseThrow(), cookies));
        String target = back.getRawPath() + "?" + back.getRawQuery();
        answer = running.page(target, cookies + "; " + count).send();
      }
      assertThat(handshakes).isEqualTo(3);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.body()).contains("no claim azp", "clerk.authorizedParties");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S16 a wrong secret key is a 503, not a trip to sign in")
  void wrongSecretKey(TestServer server) {
    clerk()
        .answerJwksWith(401, "{\"errors\":[{\"code\":\"clerk_key_invalid\",\"message\":\"no\"}]}");
    Answer answer = protectedPage(server);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).contains("secret-key-invalid");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S16 a key set that can't be reached is a 503, not a trip to sign in")
  void unreachableKeys(TestServer server) {
    clerk().answerJwksWith(500, "{}");
    Answer answer = protectedPage(server);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.all("Retry-After")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("K19 who comes back while Clerk wants a pause is told to try again, by 503")
  void pause(TestServer server) {
    clerk().limitRate("/v1/clients/handshake_payload", Duration.ofMinutes(1));
    try (RunningServer running = server.deploy(war(), "")) {
      String back = "/who?__clerk_handshake_nonce=nce_";
      running.page(back + 1, "").send();
      Answer answer = running.page(back + 2, "").send();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.all("Retry-After")).hasSize(1);
      assertThat(answer.all("Set-Cookie")).isEmpty();
    }
  }

  private static boolean isToken(String cookie) {
    return cookie.startsWith("__session");
  }

  private static Answer protectedPage(TestServer server) {
    String cookies = clerk().session(ADA).organization(ACME).cookieHeader();
    try (RunningServer running = server.deploy(war(), "")) {
      return running.page("/who", cookies).send();
    }
  }

  private static String location(String handshake, String cookies)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(handshake)).header("Cookie", cookies).build();
    return HttpClient.newHttpClient()
        .send(request, BodyHandlers.discarding())
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  private static LocalClerk clerk() {
    return CLERK.clerk();
  }

  private static Path war() {
    return TestWar.of(clerk())
        .contextParam("clerk.signInUrl", clerk().signInUrl())
        .contextParam("clerk.rules", "/who = permission org:invoices:create")
        .servlet(WhoServlet.class, "/who")
        .unpacked();
  }
}
