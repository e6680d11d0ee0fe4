package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.claims;
import static io.github.clerkjakarta.testkit.Http.json;
import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalClerkExtension.class)
class ClientApiTest {

  private static final String PAGE = "http://localhost:5173";
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  @Test
  @DisplayName("a page gets a token of its browser's session, for its own origin")
  void token(LocalClerk clerk) {
    Session session = clerk.session(ADA).organization(ACME);

    HttpResponse<String> response = token(clerk, session, devBrowser(session));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(claims((String) json(response).get("jwt")))
        .containsEntry("sid", session.id())
        .containsEntry("azp", PAGE);
    assertThat(response.headers().allValues(ALLOW_ORIGIN)).containsExactly(PAGE);
    assertThat(response.headers().allValues("Access-Control-Allow-Credentials"))
        .containsExactly("true");
  }

  @Test
  @DisplayName("another browser gets no token of it, nor does a browser that is not known")
  void otherBrowser(LocalClerk clerk) {
    Session session = clerk.session(ADA);

    assertThat(token(clerk, session, devBrowser(clerk.session(BEN))).statusCode()).isEqualTo(404);
    assertThat(token(clerk, session, "dvb_unknown").statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("nobody gets a token of a session that is over")
  void ended(LocalClerk clerk) {
    Session session = clerk.session(ADA);
    clerk.revoke(session);

    assertThat(token(clerk, session, devBrowser(session)).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("a page learns which session its browser has")
  void client(LocalClerk clerk) {
    Session session = clerk.session(ADA).organization(ACME);

    HttpResponse<String> response =
        Http.get(clerk.proxyUrl() + "/v1/client?__clerk_db_jwt=" + devBrowser(session));

    Map<?, ?> client = (Map<?, ?>) json(response).get("response");
    assertThat(client.get("last_active_session_id")).isEqualTo(session.id());
    assertThat((List<?>) client.get("sessions"))
        .singleElement()
        .extracting("last_active_organization_id")
        .isEqualTo(ACME.id());
    assertThat(json(Http.get(clerk.proxyUrl() + "/v1/client")).get("response")).isNull();
  }

  @Test
  @DisplayName("a preflight request is answered for the paths of the Frontend API alone")
  void preflight(LocalClerk clerk) throws Exception {
    HttpResponse<String> frontend = preflight(clerk, "/v1/client/sessions/sess_1/tokens");
    HttpResponse<String> backend = preflight(clerk, "/v1/jwks");

    assertThat(frontend.statusCode()).isEqualTo(204);
    assertThat(frontend.headers().firstValue(ALLOW_ORIGIN)).contains(PAGE);
    assertThat(backend.statusCode()).isEqualTo(404);
    assertThat(backend.headers().firstValue(ALLOW_ORIGIN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example"})
  @DisplayName("pages of other machines read nothing")
  void otherMachines(String origin, LocalClerk clerk) {
    HttpResponse<String> response = Http.get(clerk.proxyUrl() + "/v1/client", "Origin", origin);

    assertThat(response.headers().firstValue(ALLOW_ORIGIN)).isEmpty();
  }

  @Test
  @DisplayName("where other origins are refused their pages read nothing, until a reset")
  void refused(LocalClerk clerk) {
    clerk.refuseOtherOrigins();
    assertThat(ask(clerk).headers().firstValue(ALLOW_ORIGIN)).isEmpty();

    clerk.reset();

    assertThat(ask(clerk).headers().firstValue(ALLOW_ORIGIN)).contains(PAGE);
  }

  private static HttpResponse<String> ask(LocalClerk clerk) {
    return Http.get(clerk.proxyUrl() + "/v1/client", "Origin", PAGE);
  }

  private static HttpResponse<String> token(LocalClerk clerk, Session session, String devBrowser) {
    return Http.post(
        clerk.proxyUrl() + "/v1/client/sessions/" + session.id() + "/tokens",
        Map.of("__clerk_db_jwt", devBrowser),
        "Origin",
        PAGE);
  }

  private static HttpResponse<String> preflight(LocalClerk clerk, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(clerk.proxyUrl() + path))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", PAGE)
            .header("Access-Control-Request-Method", "POST")
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static String devBrowser(Session session) {
    return session.cookies().getOrDefault("__clerk_db_jwt", "");
  }
}
