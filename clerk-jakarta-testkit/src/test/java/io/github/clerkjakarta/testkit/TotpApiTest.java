package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Tab.error;
import static io.github.clerkjakarta.testkit.Tab.response;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalClerkExtension.class)
class TotpApiTest {

  @Test
  @DisplayName("an authenticator app is set up by the right code, and the task is done")
  void setUp(LocalClerk clerk) {
    Session session = clerk.session(ADA).pending(SessionTask.SETUP_MFA);
    Tab tab = Tab.of(clerk, session);

    assertThat(response(tab.post("/v1/me/totp")).get("uri")).asString().startsWith("otpauth://");
    assertThat(error(tab.post("/v1/me/totp/attempt_verification", "code", "111111")))
        .isEqualTo("422 form_code_incorrect");
    assertThat(session.status()).isEqualTo(SessionStatus.PENDING);
    assertThat(response(tab.post("/v1/me/totp/attempt_verification", "code", "424242")))
        .containsEntry("verified", true);

    assertThat(session.status()).isEqualTo(SessionStatus.ACTIVE);
  }

  @Test
  @DisplayName("another task isn't done by it, and a stranger sets up nothing")
  void otherTask(LocalClerk clerk) {
    Session session = clerk.session(ADA).pending(SessionTask.RESET_PASSWORD);
    Tab.of(clerk, session).post("/v1/me/totp/attempt_verification", "code", "424242");

    assertThat(session.status()).isEqualTo(SessionStatus.PENDING);
    assertThat(error(new Tab(clerk).post("/v1/me/totp")))
        .isEqualTo("401 dev_browser_unauthenticated");
  }
}
