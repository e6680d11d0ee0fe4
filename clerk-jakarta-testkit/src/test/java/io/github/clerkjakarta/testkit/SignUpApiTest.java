package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Tab.client;
import static io.github.clerkjakarta.testkit.Tab.error;
import static io.github.clerkjakarta.testkit.Tab.object;
import static io.github.clerkjakarta.testkit.Tab.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalClerkExtension.class)
class SignUpApiTest {

  private static final String SIGN_UPS = "/v1/client/sign_ups";

  private LocalClerk clerk;
  private Tab tab;

  @BeforeEach
  void open(LocalClerk clerk) {
    this.clerk = clerk;
    this.tab = new Tab(clerk);
  }

  @Test
  @DisplayName("an address, a password and a code make an account and a session")
  void signUp() {
    HttpResponse<String> first = tab.post(SIGN_UPS, "email_address", "cleo@example.com");
    assertThat(response(first))
        .containsEntry("status", "missing_requirements")
        .containsEntry("missing_fields", List.of("password"))
        .containsEntry("unverified_fields", List.of("email_address"));

    String attempt = SIGN_UPS + "/" + response(first).get("id");
    tab.patch(attempt, "password", "correct-horse-cleo", "first_name", "Cleo");
    HttpResponse<String> sent =
        tab.post(attempt + "/prepare_verification", "strategy", "email_code");
    assertThat(object(object(response(sent).get("verifications")).get("email_address")))
        .containsEntry("next_action", "needs_attempt");
    assertThat(error(tab.post(attempt + "/attempt_verification", "code", "1")))
        .isEqualTo("422 form_code_incorrect");

    HttpResponse<String> done =
        tab.post(attempt + "/attempt_verification", "strategy", "email_code", "code", "424242");

    assertThat(response(done)).containsEntry("status", "complete");
    assertThat(client(done).get("last_active_session_id"))
        .isEqualTo(response(done).get("created_session_id"));
    Person cleo = clerk.person("cleo@example.com").orElseThrow();
    assertThat(cleo.firstName()).isEqualTo("Cleo");
    assertThat(cleo.id()).isEqualTo(response(done).get("created_user_id"));
    assertThat(clerk.session(cleo).token()).isNotEmpty();
  }

  @Test
  @DisplayName("a taken address, a short password and no address are refused beside their fields")
  void refused() {
    assertThat(error(tab.post(SIGN_UPS, "email_address", "ada@example.com")))
        .isEqualTo("422 form_identifier_exists");
    assertThat(error(tab.post(SIGN_UPS, "email_address", "ada")))
        .isEqualTo("422 form_param_format_invalid");
    HttpResponse<String> tooShort =
        tab.post(SIGN_UPS, "email_address", "cleo@example.com", "password", "short");
    assertThat(error(tooShort)).isEqualTo("422 form_password_length_too_short");
    assertThat(tooShort.body()).contains("\"param_name\":\"password\"");
  }

  @Test
  @DisplayName("another address has to be verified anew")
  void otherAddress() {
    HttpResponse<String> first = tab.post(SIGN_UPS, "email_address", "cleo@example.com");
    String attempt = SIGN_UPS + "/" + response(first).get("id");
    tab.post(attempt + "/attempt_verification", "strategy", "email_code", "code", "424242");

    HttpResponse<String> changed =
        tab.patch(attempt, "email_address", "dora@example.com", "password", "correct-horse-dora");

    assertThat(response(changed)).containsEntry("status", "missing_requirements");
    assertThat(clerk.person("dora@example.com")).isEmpty();
  }
}
