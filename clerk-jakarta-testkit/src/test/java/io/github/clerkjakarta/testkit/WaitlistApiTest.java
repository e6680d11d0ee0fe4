package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.json;
import static io.github.clerkjakarta.testkit.Tab.error;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalClerkExtension.class)
class WaitlistApiTest {

  @Test
  @DisplayName("an e-mail address is put on the waitlist, anything else isn't")
  void join(LocalClerk clerk) {
    Tab stranger = new Tab(clerk);

    assertThat(json(stranger.post("/v1/waitlist", "email_address", "cleo@example.com")))
        .hasEntrySatisfying("id", id -> assertThat(id).asString().startsWith("wle_"));
    assertThat(error(stranger.post("/v1/waitlist", "email_address", "cleo")))
        .isEqualTo("422 form_param_format_invalid");
    assertThat(error(stranger.post("/v1/waitlist"))).isEqualTo("422 form_param_format_invalid");
  }
}
