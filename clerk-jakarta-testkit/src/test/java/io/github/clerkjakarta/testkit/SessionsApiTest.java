package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.claims;
import static io.github.clerkjakarta.testkit.Http.json;
import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Organization.GLOBEX;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static io.github.clerkjakarta.testkit.Tab.client;
import static io.github.clerkjakarta.testkit.Tab.error;
import static io.github.clerkjakarta.testkit.Tab.object;
import static io.github.clerkjakarta.testkit.Tab.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalClerkExtension.class)
class SessionsApiTest {

  private LocalClerk clerk;
  private Session session;
  private Tab tab;
  private String path;

  @BeforeEach
  void open(LocalClerk clerk) {
    this.clerk = clerk;
    this.session = clerk.session(ADA);
    this.tab = Tab.of(clerk, session);
    this.path = "/v1/client/sessions/" + session.id();
  }

  @Test
  @DisplayName("a touch makes an organization the active one, or the personal account")
  void touch() {
    HttpResponse<String> acme =
        tab.post(path + "/touch", "active_organization_id", ACME.id(), "intent", "select_org");
    assertThat(response(acme)).containsEntry("last_active_organization_id", ACME.id());
    String token = (String) object(response(acme).get("last_active_token")).get("jwt");
    assertThat(claims(token).get("o").toString()).contains("rol=admin", "fpm=3");
    assertThat(session.organization()).contains(ACME);

    tab.post(path + "/touch", "intent", "focus");
    assertThat(session.organization()).contains(ACME);
    assertThat(error(tab.post(path + "/touch", "active_organization_id", "org_unknown")))
        .isEqualTo("404 organization_not_found_or_unauthorized");

    tab.post(path + "/touch", "active_organization_id", "");
    assertThat(session.organization()).isEmpty();
  }

  @Test
  @DisplayName("a token is for the organization that is asked for, whichever is active")
  void tokenOfOrganization() {
    session.organization(ACME);

    assertThat(organizationOf(tab.post(path + "/tokens", "organization_id", GLOBEX.id())))
        .contains("id=" + GLOBEX.id());
    assertThat(organizationOf(tab.post(path + "/tokens", "organization_id", ""))).isEqualTo("null");
    assertThat(organizationOf(tab.post(path + "/tokens"))).contains("id=" + ACME.id());
    assertThat(session.organization()).contains(ACME);
    Session bens = clerk.session(BEN);
    HttpResponse<String> foreign =
        Tab.of(clerk, bens)
            .post("/v1/client/sessions/" + bens.id() + "/tokens", "organization_id", GLOBEX.id());
    assertThat(foreign.statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("a browser gets a token by a JWT template too")
  void template() {
    clerk.jwtTemplate("hasura", Map.of("role", "editor"));

    Map<String, Object> token = json(tab.post(path + "/tokens/hasura"));

    assertThat(claims((String) token.get("jwt")))
        .containsEntry("role", "editor")
        .doesNotContainKey("sid");
    assertThat(tab.post(path + "/tokens/unknown").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("signing out ends one session by its name, or all of them")
  void signOut() {
    HttpResponse<String> one = tab.post(path + "/remove");
    assertThat((List<?>) client(one).get("sessions")).isEmpty();
    assertThat(session.status()).isEqualTo(SessionStatus.REMOVED);

    Session another = clerk.session(BEN);
    HttpResponse<String> all = Tab.of(clerk, another).delete("/v1/client/sessions");

    assertThat((List<?>) response(all).get("sessions")).isEmpty();
    assertThat(json(all).get("client")).isNull();
    assertThat(another.status()).isEqualTo(SessionStatus.REMOVED);
    assertThat(tab.post(path + "/end").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("a browser that nobody knows is asked to begin anew")
  void stranger() {
    clerk.reset();

    assertThat(error(tab.get("/v1/client"))).isEqualTo("401 dev_browser_unauthenticated");
    assertThat(error(tab.patch("/v1/environment"))).isEqualTo("401 dev_browser_unauthenticated");
    assertThat(error(tab.post("/v1/client/sign_ins", "identifier", "x")))
        .isEqualTo("401 dev_browser_unauthenticated");
  }

  @Test
  @DisplayName("the client tells no private metadata and leads to no picture of another machine")
  void described() {
    Map<String, Object> described =
        object(((List<?>) response(tab.get("/v1/client")).get("sessions")).get(0));

    Map<String, Object> user = object(described.get("user"));
    assertThat(user).doesNotContainKey("private_metadata");
    assertThat(user.get("image_url")).asString().startsWith(clerk.proxyUrl() + "/images/");
    HttpResponse<String> image = Http.get((String) user.get("image_url"));
    assertThat(image.headers().firstValue("Content-Type")).contains("image/svg+xml");
    assertThat(image.body()).contains(">A</text>");
    assertThat(object(described.get("public_user_data")))
        .containsEntry("identifier", ADA.emailAddress());
    assertThat((List<?>) user.get("organization_memberships"))
        .extracting(each -> object(object(each).get("organization")).get("slug"))
        .containsExactly("acme", "globex");
  }

  @Test
  @DisplayName("a pending session has its task, and counts once an organization is chosen")
  void task() {
    session.pending();
    HttpResponse<String> before = tab.get(path);
    assertThat(response(before)).containsEntry("status", "pending");
    assertThat(response(before).get("tasks").toString()).contains("choose-organization");
    assertThat(claims(session.token())).containsEntry("sts", "pending");

    HttpResponse<String> after = tab.post(path + "/touch", "active_organization_id", ACME.id());

    assertThat(response(after)).containsEntry("status", "active").containsEntry("tasks", null);
    assertThat(claims(session.token())).containsEntry("sts", "active");
  }

  @Test
  @DisplayName("a reverification makes the session fresh again, a wrong password doesn't")
  void reverification() {
    session.verifiedAt(Instant.now().minus(Duration.ofMinutes(42)));
    assertThat(claims(session.token()).get("fva")).asString().isEqualTo("[42, -1]");

    HttpResponse<String> begun = tab.post(path + "/verify", "level", "first_factor");
    assertThat(response(begun)).containsEntry("status", "needs_first_factor");
    assertThat(error(tab.post(path + "/verify/attempt_first_factor", "password", "wrong")))
        .isEqualTo("422 form_password_incorrect");
    assertThat(claims(session.token()).get("fva")).asString().isEqualTo("[42, -1]");
    HttpResponse<String> done =
        tab.post(
            path + "/verify/attempt_first_factor",
            "strategy",
            "password",
            "password",
            ADA.password());

    assertThat(response(done)).containsEntry("status", "complete");
    assertThat(claims(session.token()).get("fva")).asString().isEqualTo("[0, -1]");
  }

  @Test
  @DisplayName("claims of a session, and of all of them, are in every token")
  void customClaims() {
    clerk.sessionClaims(Map.of("tenant", "north", "sub", "user_evil"));
    session.claim("plan", List.of("pro"));

    Map<String, Object> claims = claims((String) json(tab.post(path + "/tokens")).get("jwt"));

    assertThat(claims)
        .containsEntry("tenant", "north")
        .containsEntry("plan", List.of("pro"))
        .containsEntry("sub", ADA.id());
    clerk.reset();
    assertThat(claims(clerk.session(ADA).token())).doesNotContainKey("tenant");
  }

  @Test
  @DisplayName("tokens without azp on demand: for a page, in cookies and in a handshake")
  void withoutAuthorizedParty() {
    clerk.leaveOutAuthorizedParty();

    assertThat(claims(session.token())).doesNotContainKey("azp");
    assertThat(claims((String) json(tab.post(path + "/tokens")).get("jwt")))
        .doesNotContainKey("azp");
    HttpResponse<String> handshake =
        tab.get("/v1/client/handshake?redirect_url=" + Http.encode(Tab.ORIGIN + "/"));
    List<?> directives =
        (List<?>) claims(Http.locationParameter(handshake, "__clerk_handshake")).get("handshake");
    String cookie = (String) directives.get(0);
    assertThat(cookie).startsWith("__session=");
    assertThat(claims(cookie.substring("__session=".length(), cookie.indexOf(';'))))
        .containsEntry("sid", session.id())
        .doesNotContainKey("azp");
    clerk.reset();
    assertThat(claims(clerk.session(ADA).token())).containsKey("azp");
  }

  private static String organizationOf(HttpResponse<String> token) {
    return String.valueOf(claims((String) json(token).get("jwt")).get("o"));
  }
}
