package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.claims;
import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static io.github.clerkjakarta.testkit.Tab.data;
import static io.github.clerkjakarta.testkit.Tab.error;
import static io.github.clerkjakarta.testkit.Tab.object;
import static io.github.clerkjakarta.testkit.Tab.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.internal.http.Query;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalClerkExtension.class)
class OrganizationsApiTest {

  private static final String ACME_PATH = "/v1/organizations/" + ACME.id();

  private LocalClerk clerk;
  private Session adas;
  private Tab ada;
  private Session bens;
  private Tab ben;

  @BeforeEach
  void open(LocalClerk clerk) {
    this.clerk = clerk;
    this.adas = clerk.session(ADA).organization(ACME);
    this.ada = Tab.of(clerk, adas);
    this.bens = clerk.session(BEN).organization(ACME);
    this.ben = Tab.of(clerk, bens);
  }

  @Test
  @DisplayName("whoever makes an organization is its admin")
  void create() {
    Object id = response(ben.post("/v1/organizations", "name", "Ben & Sons")).get("id");

    Organization created = clerk.organization("ben-sons").orElseThrow();
    assertThat(created.id()).isEqualTo(id);
    assertThat(claims(bens.organization(created).token()).get("o").toString())
        .contains("rol=admin", "slg=ben-sons");
    assertThat(error(ada.post("/v1/organizations", "name", "Other", "slug", "ben-sons")))
        .isEqualTo("422 form_identifier_exists");
    assertThat(error(ada.post("/v1/organizations"))).isEqualTo("422 form_param_nil");
  }

  @Test
  @DisplayName("an admin renames the organization and deletes it, a member doesn't")
  void change() {
    assertThat(error(ben.patch(ACME_PATH, "name", "Ben's")))
        .isEqualTo("403 not_an_admin_in_organization");
    ada.patch(ACME_PATH, "name", "Acme Ltd", "slug", "acme-ltd");
    assertThat(adas.organization().orElseThrow().name()).isEqualTo("Acme Ltd");
    assertThat(response(ben.get(ACME_PATH))).containsEntry("slug", "acme-ltd");

    ada.delete(ACME_PATH);

    assertThat(adas.organization()).isEmpty();
    assertThat(ben.get(ACME_PATH).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("members are listed in pages, searched, and change their role")
  void members() {
    HttpResponse<String> page = ben.get(ACME_PATH + "/memberships?limit=1&offset=1");
    assertThat(response(page)).containsEntry("total_count", 2L);
    assertThat(object(object(data(page).get(0)).get("public_user_data")))
        .containsEntry("user_id", BEN.id());
    assertThat(data(ben.get(ACME_PATH + "/memberships?query=ADA"))).hasSize(1);
    assertThat(data(ben.get(ACME_PATH + "/memberships?role=org:member"))).hasSize(1);
    assertThat(data(ada.get(ACME_PATH + "/roles")))
        .extracting(role -> object(role).get("key"))
        .containsExactly("org:admin", "org:member");

    ada.patch(ACME_PATH + "/memberships/" + BEN.id(), "role", "org:admin");

    assertThat(claims(bens.token()).get("o").toString()).contains("rol=admin", "fpm=3");
    assertThat(error(ada.patch(ACME_PATH + "/memberships/" + BEN.id(), "role", "org:none")))
        .isEqualTo("422 form_param_value_invalid");
  }

  @Test
  @DisplayName("whoever leaves, or is removed, has it active no more")
  void leave() {
    ada.delete(ACME_PATH + "/memberships/" + BEN.id());
    assertThat(claims(bens.token())).doesNotContainKey("o");

    ada.delete("/v1/me/organization_memberships/" + ACME.id());
    assertThat(claims(adas.token())).doesNotContainKey("o");
    assertThat(data(ada.get("/v1/me/organization_memberships?paginated=true"))).hasSize(1);
  }

  @Test
  @DisplayName("an invitation waits for the address that it is for, and makes a member of it")
  void invitation() {
    Organization globex = Organization.GLOBEX;
    ada.post("/v1/organizations", "name", "Initech");
    Organization initech = clerk.organization("initech").orElseThrow();
    String path = "/v1/organizations/" + initech.id() + "/invitations";
    HttpResponse<String> sent =
        ada.post(path + "/bulk", "email_address", BEN.emailAddress(), "role", "org:member");
    assertThat(sent.body()).contains("\"status\":\"pending\"");
    assertThat(data(ada.get(path + "?status=pending"))).hasSize(1);
    assertThat(data(ada.get("/v1/me/organization_invitations"))).isEmpty();

    Object id = object(data(ben.get("/v1/me/organization_invitations")).get(0)).get("id");
    assertThat(ada.post("/v1/me/organization_invitations/" + id + "/accept").statusCode())
        .isEqualTo(404);
    ben.post("/v1/me/organization_invitations/" + id + "/accept");

    assertThat(bens.organization(initech).organization()).contains(initech);
    assertThat(error(ben.post("/v1/organizations/" + globex.id() + "/invitations")))
        .isEqualTo("404 resource_not_found");
  }

  @Test
  @DisplayName("many are invited at once, and an invitation is taken back")
  void bulk() {
    String path = ACME_PATH + "/invitations";
    HttpResponse<String> sent =
        Http.post(
            clerk.proxyUrl()
                + path
                + "/bulk?__clerk_db_jwt="
                + adas.cookies().get("__clerk_db_jwt")
                + "&email_address=ignored",
            Map.of(),
            "Origin",
            Tab.ORIGIN);
    assertThat(error(sent)).isEqualTo("422 form_param_nil");
    assertThat(Query.values("email_address=a%40x&role=r&email_address=b%40x", "email_address"))
        .isEqualTo(List.of("a@x", "b@x"));
    Object id = response(ada.post(path, "email_address", "cleo@example.com")).get("id");

    ada.post("/v1/organizations", "name", "Initech");
    String elsewhere =
        "/v1/organizations/" + clerk.organization("initech").orElseThrow().id() + "/invitations/";
    assertThat(ada.post(elsewhere + id + "/revoke").statusCode()).isEqualTo(404);
    assertThat(data(ada.get(path))).hasSize(1);

    ada.post(path + "/" + id + "/revoke");

    assertThat(data(ada.get(path))).isEmpty();
    assertThat(data(ada.get(path + "?status=revoked"))).hasSize(1);
  }

  @Test
  @DisplayName("what no organization has here is an empty list, and no error")
  void nothing() {
    assertThat(data(ada.get("/v1/me/organization_suggestions"))).isEmpty();
    assertThat(data(ada.get(ACME_PATH + "/domains"))).isEmpty();
    assertThat(data(ada.get(ACME_PATH + "/membership_requests"))).isEmpty();
    assertThat(ada.get("/v1/me/organization_creation_defaults").statusCode()).isEqualTo(200);
  }
}
