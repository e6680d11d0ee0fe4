package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.webhook.Verifiers;
import io.github.clerkjakarta.webhook.WebhookEvent;
import io.github.clerkjakarta.webhook.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds {@link io.github.clerkjakarta.webhook.WebhookVerifier} against {@code verifyWebhook()}. */
final class WebhookComparison {

  /** What upstream puts before each of its messages. */
  private static final String PACKAGE = "@clerk/backend: ";

  private static final List<String> MEMBERS =
      List.of("type", "data", "event_attributes", "timestamp", "instance_id");

  private WebhookComparison() {}

  static List<Mismatch> compare(Vector vector) {
    Map<String, @Nullable Object> expected = vector.expected();
    WebhookEvent event;
    try {
      event = verify(vector);
    } catch (WebhookVerificationException | ClerkConfigurationException e) {
      return thrown(expected, e);
    }
    if (!expected.containsKey("event")) {
      return List.of(new Mismatch("throws", expected.get("throws"), event));
    }
    List<Mismatch> mismatches = new ArrayList<>();
    compare("event", expected.get("event"), event(event), mismatches);
    compare("type", text(event.raw().get("type")), event.type(), mismatches);
    compare(
        "timestamp",
        event.raw().get("timestamp"),
        event.timestamp().map(Instant::toEpochMilli).orElse(null),
        mismatches);
    compare(
        "instanceId", event.raw().get("instance_id"), event.instanceId().orElse(null), mismatches);
    compare("dataId", event.data().get("id"), event.dataId().orElse(null), mismatches);
    return mismatches;
  }

  private static WebhookEvent verify(Vector vector) throws WebhookVerificationException {
    Map<String, @Nullable Object> webhook = Values.object(vector.json(), "webhook");
    Map<String, String> headers = new TreeMap<>();
    Values.object(webhook, "headers")
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), text(value)));
    SettableTime time = new SettableTime();
    time.set(((Number) vector.json().getOrDefault("now", 0)).longValue());
    String[] secrets = Values.optionalString(webhook, "secret").stream().toArray(String[]::new);
    byte[] body = Values.string(webhook, "body").getBytes(StandardCharsets.UTF_8);
    return Verifiers.at(time, secrets).verify(body, headers::get);
  }

  /** The event as upstream hands it over: what is always there, and what it knows of the rest. */
  private static Map<String, @Nullable Object> event(WebhookEvent event) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>(event.raw());
    members.keySet().retainAll(MEMBERS);
    members.put("object", "event");
    return members;
  }

  private static List<Mismatch> thrown(Map<String, @Nullable Object> expected, Exception thrown) {
    Object wanted =
        Values.optionalString(expected, "throws").map(text -> text.replace(PACKAGE, "")).orElse("");
    boolean asExpected =
        expected.containsKey("throws")
            && (Boolean.TRUE.equals(expected.get("messageIsInformative"))
                || Values.equal(wanted, thrown.getMessage()));
    return asExpected
        ? List.of()
        : List.of(new Mismatch("throws", expected.get("throws"), thrown.toString()));
  }

  private static void compare(
      String member,
      @Nullable Object expected,
      @Nullable Object actual,
      List<Mismatch> mismatches) {
    if (!Values.equal(expected, actual)) {
      mismatches.add(new Mismatch(member, expected, actual));
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
