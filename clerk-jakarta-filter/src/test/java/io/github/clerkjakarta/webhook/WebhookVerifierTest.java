package io.github.clerkjakarta.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ConfigurationSource;
import io.github.clerkjakarta.testing.ManualTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A webhook")
class WebhookVerifierTest {

  private static final String OLD = "whsec_b2xkIHNlY3JldCBvZiB0aGUgdGVzdHM=";
  private static final String NEW = "whsec_bmV3IHNlY3JldCBvZiB0aGUgdGVzdHM=";
  private static final String EVENT =
      """
      {"data": {"id": "user_1", "object": "user", "first_name": "Renée"}, "object": "event",
       "event_attributes": {"http_request": {"client_ip": "203.0.113.5", "user_agent": "x"}},
       "instance_id": "ins_1", "timestamp": 1770000000123, "type": "user.created"}
      """;

  private final ManualTime time = new ManualTime();

  @Test
  @DisplayName("is an event, with what Clerk says of it and the JSON as it came")
  void event() throws WebhookVerificationException {
    WebhookEvent event = verify(EVENT, signed(NEW, EVENT), NEW);

    assertThat(event.id()).isEqualTo("msg_1");
    assertThat(event.type()).isEqualTo("user.created");
    assertThat(event.timestamp()).contains(Instant.ofEpochMilli(1_770_000_000_123L));
    assertThat(event.instanceId()).contains("ins_1");
    assertThat(event.dataId()).contains("user_1");
    assertThat(event.dataObject()).contains("user");
    assertThat(event.data()).containsEntry("first_name", "Renée");
    assertThat(event.clientIp()).contains("203.0.113.5");
    assertThat(event.userAgent()).contains("x");
    assertThat(event.json()).isEqualTo(EVENT);
    assertThat(event.raw()).containsKeys("data", "type", "object");
    assertThat(event).hasToString("WebhookEvent[user.created msg_1]");
  }

  @Test
  @DisplayName("of which the body says little has nothing of the rest")
  void littleSaid() {
    for (String json : List.of("{}", "[1]", "\"text\"", "{\"data\": 1, \"timestamp\": \"x\"}")) {
      WebhookEvent event = WebhookEvent.of("msg_1", json);
      assertThat(event.type()).as(json).isEmpty();
      assertThat(event.data()).as(json).isEmpty();
      assertThat(event.timestamp()).as(json).isEmpty();
      assertThat(event.dataId()).as(json).isEmpty();
      assertThat(event.clientIp()).as(json).isEmpty();
    }
    assertThatThrownBy(() -> WebhookEvent.of("msg_1", "null"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("signed with the old or the new secret is good while both are set")
  void rotation() throws WebhookVerificationException {
    for (String secret : List.of(OLD, NEW)) {
      assertThat(verify(EVENT, signed(secret, EVENT), OLD, NEW).type()).isEqualTo("user.created");
    }
    assertThatThrownBy(() -> verify(EVENT, signed(OLD, EVENT), NEW))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  @DisplayName("of which a byte was changed, anywhere, is none")
  void changed() {
    Map<String, String> headers = signed(NEW, EVENT);
    byte[] body = EVENT.getBytes(UTF_8);
    for (int i = 0; i < body.length; i++) {
      byte[] other = body.clone();
      other[i] ^= 1;
      assertThatThrownBy(() -> Verifiers.at(time, NEW).verify(other, headers::get))
          .isInstanceOf(WebhookVerificationException.class);
    }
    for (String header : List.of("svix-id", "svix-timestamp", "svix-signature")) {
      Map<String, String> others = new HashMap<>(headers);
      others.put(header, header.equals("svix-timestamp") ? time() + 1 + "" : "msg_2");
      assertThatThrownBy(() -> verify(EVENT, others, NEW))
          .as(header)
          .hasMessage("Unable to verify incoming webhook: No matching signature found");
    }
  }

  @Test
  @DisplayName("whose bytes aren't the text that was signed is none, whatever they decode to")
  void rawBytes() {
    // decoded and encoded again, these bytes would be the replacement character that was signed
    String signed = "{\"type\": \"\ufffd\"}";
    byte[] sent = signed.replace('\ufffd', 'x').getBytes(UTF_8);
    sent[sent.length - 3] = (byte) 0xff;
    assertThatThrownBy(() -> Verifiers.at(time, NEW).verify(sent, signed(NEW, signed)::get))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "whsec_", "whsec_***", "whsec_abcde", "sk_test_abc", "whsec_YWJj\u00e9"})
  @DisplayName("can't be told from any other request by what is no secret, and that is not shown")
  void noSecret(String wrong) {
    assertThatThrownBy(() -> WebhookVerifier.of(NEW, wrong))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageStartingWith("Set clerk.webhookSigningSecret (CLERK_WEBHOOK_SIGNING_SECRET)")
        .hasNoCause()
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("abc", "***", "YWJj", NEW.substring(6));
    assertThatThrownBy(() -> WebhookVerifier.of()).isInstanceOf(ClerkConfigurationException.class);
  }

  @Test
  @DisplayName("is verified by the secrets of the first source that has any, with commas between")
  void settings() throws WebhookVerificationException {
    ConfigurationSource none = name -> Optional.of(" ");
    ConfigurationSource both =
        name ->
            name.equals("clerk.webhookSigningSecret")
                ? Optional.of(" " + OLD + " ,," + NEW + ",")
                : Optional.empty();
    ManualTime now = new ManualTime();
    now.setWallClock(System.currentTimeMillis());
    WebhookVerifier verifier = WebhookVerifier.from(List.of(none, both));

    for (String secret : List.of(OLD, NEW)) {
      Map<String, String> headers = Messages.headers(secret, "msg_1", seconds(now), EVENT);
      assertThat(verifier.verify(EVENT.getBytes(UTF_8), headers::get).id()).isEqualTo("msg_1");
    }
    assertThat(verifier.toString()).doesNotContain(OLD.substring(6), NEW.substring(6));
    assertThatThrownBy(() -> WebhookVerifier.from(List.of(none)))
        .isInstanceOf(ClerkConfigurationException.class);
  }

  private WebhookEvent verify(String body, Map<String, String> headers, String... secrets)
      throws WebhookVerificationException {
    return Verifiers.at(time, secrets).verify(body.getBytes(UTF_8), headers::get);
  }

  private Map<String, String> signed(String secret, String body) {
    return Messages.headers(secret, "msg_1", time(), body);
  }

  private long time() {
    return seconds(time);
  }

  private static long seconds(ManualTime time) {
    return time.currentTimeMillis() / 1000;
  }
}
