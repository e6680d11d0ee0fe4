package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.json;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static io.github.clerkjakarta.testkit.Tab.client;
import static io.github.clerkjakarta.testkit.Tab.error;
import static io.github.clerkjakarta.testkit.Tab.response;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONArrayUtils;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalClerkExtension.class)
class ProfileApiTest {

  private LocalClerk clerk;
  private Session session;
  private Tab tab;

  @BeforeEach
  void open(LocalClerk clerk) {
    this.clerk = clerk;
    this.session = clerk.session(ADA);
    this.tab = Tab.of(clerk, session);
  }

  @Test
  @DisplayName("people change their name and metadata, and the Backend API tells the same")
  void update() {
    HttpResponse<String> changed =
        tab.patch(
            "/v1/me",
            "first_name",
            "Augusta",
            "last_name",
            "King",
            "unsafe_metadata",
            "{\"theme\":{\"dark\":true}}");

    assertThat(response(changed))
        .containsEntry("first_name", "Augusta")
        .containsEntry("last_name", "King")
        .containsEntry("unsafe_metadata", Map.of("theme", Map.of("dark", true)));
    assertThat(
            json(
                Http.get(
                    clerk.apiUrl() + "/v1/users/" + ADA.id(),
                    "Authorization",
                    "Bearer " + clerk.secretKey())))
        .containsEntry("first_name", "Augusta")
        .containsKey("private_metadata");
    assertThat(session.person().firstName()).isEqualTo("Augusta");
  }

  @Test
  @DisplayName("a new password needs the current one, where that is sent")
  void password() {
    assertThat(
            error(
                tab.post(
                    "/v1/me/change_password",
                    "current_password",
                    "wrong",
                    "new_password",
                    "quite-new-ada")))
        .isEqualTo("422 form_password_incorrect");
    Session elsewhere = clerk.session(ADA);

    tab.post(
        "/v1/me/change_password",
        "current_password",
        ADA.password(),
        "new_password",
        "quite-new-ada",
        "sign_out_of_other_sessions",
        "true");

    assertThat(clerk.person(ADA.emailAddress()).orElseThrow().password())
        .isEqualTo("quite-new-ada");
    assertThat(elsewhere.status()).isEqualTo(SessionStatus.REVOKED);
    assertThat(session.status()).isEqualTo(SessionStatus.ACTIVE);
  }

  @Test
  @DisplayName("a session that waits for another password counts once there is one")
  void passwordTask() {
    session.pending(SessionTask.RESET_PASSWORD);

    tab.post("/v1/me/change_password", "new_password", "quite-new-ada");

    assertThat(session.status()).isEqualTo(SessionStatus.ACTIVE);
  }

  @Test
  @DisplayName("another address is added, verified, made the primary one and signs in")
  void emailAddress() {
    Object id =
        response(tab.post("/v1/me/email_addresses", "email_address", "ada@acme.example")).get("id");
    String path = "/v1/me/email_addresses/" + id;
    assertThat(clerk.person("ada@acme.example")).isEmpty();
    assertThat(error(tab.post(path + "/attempt_verification", "code", "0")))
        .isEqualTo("422 form_code_incorrect");
    tab.post(path + "/prepare_verification", "strategy", "email_code");
    tab.post(path + "/attempt_verification", "code", "424242");

    HttpResponse<String> changed =
        tab.patch("/v1/me", "primary_email_address_id", String.valueOf(id));

    assertThat(response(changed)).containsEntry("primary_email_address_id", id);
    assertThat(clerk.person("ada@acme.example").orElseThrow().id()).isEqualTo(ADA.id());
    assertThat(tab.delete(path).statusCode()).isEqualTo(404);
    assertThat(tab.delete("/v1/me/email_addresses/idn_ada").statusCode()).isEqualTo(200);
    assertThat(clerk.person(ADA.emailAddress())).isEmpty();
    assertThat(error(tab.post("/v1/me/email_addresses", "email_address", BEN.emailAddress())))
        .isEqualTo("422 form_identifier_exists");
  }

  @Test
  @DisplayName("people see their sessions on all devices, in a bare list, and end one")
  void sessions() throws Exception {
    Session elsewhere = clerk.session(ADA);
    clerk.session(BEN);

    List<?> active = JSONArrayUtils.parse(tab.get("/v1/me/sessions/active").body());
    assertThat(active)
        .extracting(each -> (Object) ((Map<?, ?>) each).get("id"))
        .hasSize(2)
        .contains(session.id(), elsewhere.id());

    tab.post("/v1/me/sessions/" + elsewhere.id() + "/revoke");

    assertThat(elsewhere.status()).isEqualTo(SessionStatus.REVOKED);
  }

  @Test
  @DisplayName("whoever deletes the account is signed out and unknown")
  void delete() {
    HttpResponse<String> deleted = tab.delete("/v1/me");

    assertThat((List<?>) client(deleted).get("sessions")).isEmpty();
    assertThat(clerk.person(ADA.emailAddress())).isEmpty();
    assertThat(new Tab(clerk).signIn(ADA).statusCode()).isEqualTo(422);
  }

  @Test
  @DisplayName("nobody's profile is shown to a browser without a session")
  void signedOut() {
    assertThat(new Tab(clerk).get("/v1/me").statusCode()).isEqualTo(401);
  }
}
