package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.claims;
import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalClerkExtension.class)
class SteeringTest {

  @Test
  @DisplayName(
      "the page shows who is there, the sessions and the latest requests, and no secret key")
  void shows(LocalClerk clerk) {
    Session session = clerk.session(ADA).organization(ACME);
    Http.get(clerk.proxyUrl() + "/.well-known/jwks.json");

    String page = Http.get(clerk.proxyUrl() + "/").body();

    assertThat(page)
        .contains(session.id(), ADA.emailAddress(), "Acme: org:admin, org:invoices:create")
        .contains(clerk.publishableKey(), "GET /.well-known/jwks.json")
        .doesNotContain(clerk.secretKey(), clerk.machineSecretKey());
  }

  @ParameterizedTest
  @CsvSource({"expire, EXPIRED", "revoke, REVOKED", "pending, PENDING"})
  @DisplayName("a button ends a session or leaves it a task")
  void session(String action, SessionStatus status, LocalClerk clerk) {
    Session session = clerk.session(ADA);

    HttpResponse<String> response = steer(clerk, action, Map.of("session", session.id()));

    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(session.status()).isEqualTo(status);
  }

  @Test
  @DisplayName("a button makes a session need a reverification")
  void stale(LocalClerk clerk) {
    Session session = clerk.session(ADA);

    steer(clerk, "stale", Map.of("session", session.id()));

    assertThat(claims(session.token()).get("fva")).asString().isEqualTo("[2880, -1]");
  }

  @Test
  @DisplayName("buttons rotate keys, leave azp out and reset all of it")
  void instance(LocalClerk clerk) {
    String key = clerk.jwtKey();
    steer(clerk, "rotate", Map.of());
    assertThat(clerk.jwtKey()).isNotEqualTo(key);
    steer(clerk, "no-azp", Map.of());
    Session session = clerk.session(ADA);
    assertThat(claims(session.token())).doesNotContainKey("azp");

    steer(clerk, "reset", Map.of());

    assertThat(claims(clerk.session(ADA).token())).containsKey("azp");
    assertThat(Http.get(clerk.proxyUrl() + "/").body()).doesNotContain(session.id());
  }

  @Test
  @DisplayName("Clerk's answers are late on demand, those of the page never")
  void slow(LocalClerk clerk) {
    steer(clerk, "slow", Map.of("seconds", "1"));

    long start = System.nanoTime();
    Http.get(clerk.proxyUrl() + "/v1/client");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
    start = System.nanoTime();
    assertThat(Http.get(clerk.proxyUrl() + "/").body()).contains("value=\"1\" selected");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(900));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "http://localhost:1", "http://app.localhost", "null", ""})
  @DisplayName("pages of other origins steer nothing")
  void otherOrigins(String origin, LocalClerk clerk) {
    Session session = clerk.session(ADA);
    String address = clerk.proxyUrl() + "/steer/revoke";
    Map<String, String> form = Map.of("session", session.id());

    HttpResponse<String> response =
        origin.isEmpty() ? Http.post(address, form) : Http.post(address, form, "Origin", origin);

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(session.status()).isEqualTo(SessionStatus.ACTIVE);
  }

  @Test
  @DisplayName("a foreign name that leads to this machine shows nothing and steers nothing")
  void foreignName(LocalClerk clerk) throws Exception {
    Session session = clerk.session(ADA);
    String host = "evil.example:" + clerk.apiUrl().replaceAll(".*:", "");

    assertThat(raw(clerk, "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(
            raw(
                clerk,
                "POST /steer/revoke HTTP/1.1\r\nHost: %1$s\r\nOrigin: http://%1$s\r\n"
                        .formatted(host)
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + ("session=" + session.id()).length()
                    + "\r\n\r\nsession="
                    + session.id()))
        .startsWith("HTTP/1.1 403");
    assertThat(session.status()).isEqualTo(SessionStatus.ACTIVE);
  }

  @Test
  @DisplayName("no page of another machine signs anyone in or out")
  void foreignForms(LocalClerk clerk) {
    HttpResponse<String> response =
        Http.post(
            clerk.proxyUrl() + "/sign-in",
            Map.of("person", ADA.id()),
            "Origin",
            "https://evil.example");

    assertThat(response.statusCode()).isEqualTo(403);
  }

  @Test
  @DisplayName("what people write about themselves stays text on the page")
  void escaped(LocalClerk clerk) {
    Session session = clerk.session(ADA);
    Tab tab = Tab.of(clerk, session);
    tab.patch("/v1/me", "first_name", "<script>alert(1)</script>");
    tab.post("/v1/organizations", "name", "<img src=x onerror=alert(1)>");
    session.organization(clerk.organization("img-src-x-onerror-alert-1").orElseThrow());

    HttpResponse<String> page = Http.get(clerk.proxyUrl() + "/");

    assertThat(page.body()).doesNotContain("<script", "<img").contains("&lt;script&gt;");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
  }

  private static HttpResponse<String> steer(
      LocalClerk clerk, String action, Map<String, String> form) {
    return Http.post(clerk.proxyUrl() + "/steer/" + action, form, "Origin", clerk.proxyUrl());
  }

  private static String raw(LocalClerk clerk, String request) throws Exception {
    int port = Integer.parseInt(clerk.apiUrl().replaceAll(".*:", ""));
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
