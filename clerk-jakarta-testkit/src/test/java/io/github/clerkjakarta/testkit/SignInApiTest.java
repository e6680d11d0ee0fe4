package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.claims;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static io.github.clerkjakarta.testkit.Tab.client;
import static io.github.clerkjakarta.testkit.Tab.error;
import static io.github.clerkjakarta.testkit.Tab.object;
import static io.github.clerkjakarta.testkit.Tab.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalClerkExtension.class)
class SignInApiTest {

  private static final String SIGN_INS = "/v1/client/sign_ins";

  private LocalClerk clerk;
  private Tab tab;

  @BeforeEach
  void open(LocalClerk clerk) {
    this.clerk = clerk;
    this.tab = new Tab(clerk);
  }

  @Test
  @DisplayName("an identifier, then its password: the session comes with the answer")
  void twoSteps() {
    HttpResponse<String> first = tab.post(SIGN_INS, "identifier", "Ada@example.com");

    assertThat(response(first))
        .containsEntry("status", "needs_first_factor")
        .containsEntry("identifier", ADA.emailAddress());
    assertThat(response(first).get("supported_first_factors").toString())
        .contains("password", "email_code");
    assertThat(object(client(first).get("sign_in")).get("id")).isEqualTo(response(first).get("id"));

    HttpResponse<String> second =
        tab.post(
            SIGN_INS + "/" + response(first).get("id") + "/attempt_first_factor",
            "strategy",
            "password",
            "password",
            ADA.password());

    assertThat(response(second)).containsEntry("status", "complete");
    Map<String, Object> session = object(((List<?>) client(second).get("sessions")).get(0));
    assertThat(session.get("id")).isEqualTo(response(second).get("created_session_id"));
    assertThat(client(second).get("sign_in")).isNull();
    String token = (String) object(session.get("last_active_token")).get("jwt");
    assertThat(claims(token)).containsEntry("sub", ADA.id()).containsEntry("azp", Tab.ORIGIN);
  }

  @Test
  @DisplayName("a wrong password and an unknown address are told apart, as Clerk does")
  void wrong() {
    assertThat(error(tab.signIn(new Person("user_ada", "Ada", ADA.emailAddress(), "wrong"))))
        .isEqualTo("422 form_password_incorrect");
    assertThat(error(tab.post(SIGN_INS, "identifier", "nobody@example.com")))
        .isEqualTo("422 form_identifier_not_found");
    assertThat(response(tab.get("/v1/client")).get("last_active_session_id")).isNull();
  }

  @Test
  @DisplayName("the code of an e-mail is always 424242")
  void emailCode() {
    Object id = response(tab.post(SIGN_INS, "identifier", BEN.emailAddress())).get("id");
    String attempt = SIGN_INS + "/" + id;

    HttpResponse<String> prepared =
        tab.post(attempt + "/prepare_first_factor", "strategy", "email_code");
    assertThat(object(response(prepared).get("first_factor_verification")))
        .containsEntry("strategy", "email_code")
        .containsEntry("status", "unverified");
    assertThat(
            error(
                tab.post(
                    attempt + "/attempt_first_factor", "strategy", "email_code", "code", "111111")))
        .isEqualTo("422 form_code_incorrect");

    HttpResponse<String> done =
        tab.post(attempt + "/attempt_first_factor", "strategy", "email_code", "code", "424242");

    assertThat(response(done)).containsEntry("status", "complete");
  }

  @Test
  @DisplayName("a forgotten password is replaced by way of a code")
  void reset() {
    Object id = response(tab.post(SIGN_INS, "identifier", BEN.emailAddress())).get("id");
    String attempt = SIGN_INS + "/" + id;
    tab.post(attempt + "/prepare_first_factor", "strategy", "reset_password_email_code");

    HttpResponse<String> code =
        tab.post(
            attempt + "/attempt_first_factor",
            "strategy",
            "reset_password_email_code",
            "code",
            "424242");
    assertThat(response(code)).containsEntry("status", "needs_new_password");
    assertThat(error(tab.post(attempt + "/reset_password", "password", "short")))
        .isEqualTo("422 form_password_length_too_short");
    HttpResponse<String> done = tab.post(attempt + "/reset_password", "password", "quite-new-ben");

    assertThat(response(done)).containsEntry("status", "complete");
    assertThat(clerk.person(BEN.emailAddress()).orElseThrow().password())
        .isEqualTo("quite-new-ben");
    clerk.reset();
    assertThat(clerk.person(BEN.emailAddress())).contains(BEN);
  }

  @Test
  @DisplayName("whoever is signed in can't sign in once more, unless there may be many sessions")
  void manySessions() {
    tab.signIn(ADA);
    assertThat(error(tab.signIn(BEN))).isEqualTo("400 session_exists");

    try (LocalClerk many = LocalClerk.builder().manySessions().start()) {
      Tab other = new Tab(many);
      other.signIn(ADA);
      HttpResponse<String> second = other.signIn(BEN);

      assertThat((List<?>) client(second).get("sessions")).hasSize(2);
      assertThat(client(second).get("last_active_session_id"))
          .isEqualTo(response(second).get("created_session_id"));
    }
  }

  @Test
  @DisplayName("no browser goes on with the attempt of another")
  void otherBrowser() {
    Object id = response(tab.post(SIGN_INS, "identifier", BEN.emailAddress())).get("id");

    HttpResponse<String> answer =
        new Tab(clerk)
            .post(SIGN_INS + "/" + id + "/attempt_first_factor", "password", BEN.password());

    assertThat(error(answer)).isEqualTo("404 resource_not_found");
  }

  @Test
  @DisplayName("in production cookies follow the sign-in and the sign-out")
  void production() {
    try (LocalClerk live = LocalClerk.builder().instance(InstanceType.PRODUCTION).start()) {
      Tab page = new Tab(live);
      page.signIn(ADA);

      assertThat(page.cookies()).containsKeys("__client", "__client_uat_" + live.cookieSuffix());
      assertThat(page.cookies().get("__client_uat")).matches("[1-9]\\d+");
      assertThat(page.sessionId()).startsWith("sess_");

      page.delete("/v1/client/sessions");

      assertThat(page.cookies()).containsEntry("__client_uat", "0");
    }
  }
}
