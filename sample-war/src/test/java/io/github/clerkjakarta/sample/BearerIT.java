package io.github.clerkjakarta.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.Organization;
import io.github.clerkjakarta.testkit.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The endpoint for clients that aren't browsers. */
@ExtendWith(StageExtension.class)
class BearerIT {

  @Test
  @DisplayName("a bearer token says who calls, and what it may do")
  void token(Stage stage) throws Exception {
    String token = stage.clerk().session(Person.ADA).organization(Organization.ACME).token();

    HttpResponse<String> response = get(stage, "Bearer " + token);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("\"userId\":\"" + Person.ADA.id() + "\"")
        .contains("\"role\":\"org:admin\"")
        .contains("org:invoices:create");
  }

  @Test
  @DisplayName("no token: 401, not a sign-in page")
  void noToken(Stage stage) throws Exception {
    assertRefused(get(stage, ""));
  }

  @Test
  @DisplayName("a forged token: 401")
  void forged(Stage stage) throws Exception {
    String token = stage.clerk().session(Person.ADA).tokenBuilder().forged().token();

    assertRefused(get(stage, "Bearer " + token));
  }

  @Test
  @DisplayName("an expired token: 401")
  void expired(Stage stage) throws Exception {
    String token = stage.clerk().session(Person.ADA).tokenBuilder().expired().token();

    assertRefused(get(stage, "Bearer " + token));
  }

  @Test
  @DisplayName("D12 two WARs of different keys share nothing, on one server or in one EAR")
  void twoApplications(Stage stage) throws Exception {
    String token = "Bearer " + stage.clerk().session(Person.ADA).token();

    for (String right : List.of("", Stage.EAR_RIGHT)) {
      for (String wrong : List.of(Stage.WRONG_KEY, Stage.EAR_WRONG)) {
        assertThat(get(stage, right + "/api/me", token).statusCode()).isEqualTo(200);
        assertThat(get(stage, wrong + "/api/me", token).statusCode()).isEqualTo(503);
        assertThat(get(stage, right + "/api/me", token).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  @DisplayName("S10 the endpoint for API keys knows whose key it is, and lets no session in")
  void apiKey(Stage stage) throws Exception {
    String key = stage.clerk().apiKey(Organization.ACME).scope("reports:read").token();
    String session = stage.clerk().session(Person.ADA).token();

    HttpResponse<String> response = get(stage, "/api/reports", "Bearer " + key);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo("{\"subject\":\"org_acme\",\"scopes\":[\"reports:read\"]}");
    assertRefused(get(stage, "/api/reports", "Bearer " + session));
    assertRefused(get(stage, "Bearer " + key));
    assertRefused(get(stage, "/api/reports", "Bearer ak_unknown"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"POST,/api/invoices,403", "GET,/api/invoices,200", "GET,/api/invoices/total,403"})
  @DisplayName("a REST method, an EJB and a CDI bean hold what their annotations say")
  void annotations(String method, String path, int forMember, Stage stage) throws Exception {
    String admin = stage.clerk().session(Person.ADA).organization(Organization.ACME).token();
    String member = stage.clerk().session(Person.BEN).organization(Organization.ACME).token();
    String stranger = stage.clerk().session(Person.ADA).token();

    assertThat(send(stage, method, path, "Bearer " + admin).statusCode()).isEqualTo(200);
    assertThat(send(stage, method, path, "Bearer " + member).statusCode()).isEqualTo(forMember);
    assertThat(send(stage, method, path, "Bearer " + stranger).statusCode()).isEqualTo(403);
    assertRefused(send(stage, method, path, ""));
  }

  private static void assertRefused(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
  }

  private static HttpResponse<String> get(Stage stage, String authorization)
      throws IOException, InterruptedException {
    return get(stage, "/api/me", authorization);
  }

  private static HttpResponse<String> get(Stage stage, String path, String authorization)
      throws IOException, InterruptedException {
    return send(stage, "GET", path, authorization);
  }

  private static HttpResponse<String> send(
      Stage stage, String method, String path, String authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(stage.address(path)))
            .method(method, BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(30))
            .header("Accept", "application/json");
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
