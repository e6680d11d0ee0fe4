package io.github.clerkjakarta.webhook;

import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.json.JsonValues;
import io.github.clerkjakarta.internal.log.LogText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at Clerk, as a webhook tells of it. Immutable.
 *
 * <p>Clerk sends events in no particular order, and one that couldn't be delivered later again:
 * {@link #timestamp} says which of two is the newer.
 *
 * @see <a href="https://clerk.com/docs/guides/development/webhooks/overview">Clerk: webhooks</a>
 */
public final class WebhookEvent {

  private final String id;
  private final String json;
  private final Map<String, Object> raw;

  private WebhookEvent(String id, String json, Map<String, Object> raw) {
    this.id = id;
    this.json = json;
    this.raw = raw;
  }

  /**
   * An event that nobody has verified: for tests of what is done with events.
   *
   * @param id any id, such as {@code msg_1}
   * @param json what Clerk would send
   * @throws IllegalArgumentException when it isn't JSON
   */
  public static WebhookEvent of(String id, String json) {
    return read(id, json.getBytes(StandardCharsets.UTF_8))
        .orElseThrow(() -> new IllegalArgumentException("An event is written in JSON."));
  }

  /** Reads an event; empty when the body isn't one JSON value, or is null. */
  static Optional<WebhookEvent> read(String id, byte[] body) {
    try {
      return Optional.ofNullable(JsonValues.read(body))
          .map(
              value ->
                  new WebhookEvent(id, new String(body, StandardCharsets.UTF_8), members(value)));
    } catch (JsonSyntaxException e) {
      return Optional.empty();
    }
  }

  /** The id of the message, {@code msg_…}: the same, however often Clerk delivers it. */
  public String id() {
    return id;
  }

  /**
   * What happened, such as {@code user.created}; empty where the body doesn't say, which no event
   * of Clerk's does.
   */
  public String type() {
    return text(raw, "type").orElse("");
  }

  /** When it happened. */
  public Optional<Instant> timestamp() {
    return raw.get("timestamp") instanceof Number millis
        ? Optional.of(Instant.ofEpochMilli(millis.longValue()))
        : Optional.empty();
  }

  /** The Clerk instance it happened in, {@code ins_…}. */
  public Optional<String> instanceId() {
    return text(raw, "instance_id");
  }

  /**
   * What it happened to, by Clerk's names: a user, a session, a membership. Unmodifiable at every
   * depth; a value may be null. Of something that was deleted it has little more than the id.
   */
  public Map<String, Object> data() {
    return members(raw.get("data"));
  }

  /** The id of what it happened to: {@code user_…}, {@code sess_…}, {@code org_…}. */
  public Optional<String> dataId() {
    return text(data(), "id");
  }

  /** The kind of what it happened to, such as {@code user}. */
  public Optional<String> dataObject() {
    return text(data(), "object");
  }

  /** The address that the request came from which made it happen. */
  public Optional<String> clientIp() {
    return text(httpRequest(), "client_ip");
  }

  /** The {@code User-Agent} of the request that made it happen. */
  public Optional<String> userAgent() {
    return text(httpRequest(), "user_agent");
  }

  /** All of the body, read; unmodifiable at every depth, a value may be null. */
  public Map<String, Object> raw() {
    return raw;
  }

  /** The body as it came. */
  public String json() {
    return json;
  }

  /** Names the event; nothing personal. */
  @Override
  public String toString() {
    return "WebhookEvent[" + LogText.of(type()) + " " + LogText.of(id) + "]";
  }

  private Map<String, Object> httpRequest() {
    return members(members(raw.get("event_attributes")).get("http_request"));
  }

  private static Optional<String> text(Map<String, Object> members, String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  @SuppressWarnings("unchecked") // the reader makes no maps but of names to values
  private static Map<String, Object> members(@Nullable Object json) {
    return json instanceof Map<?, ?> members ? (Map<String, Object>) members : Map.of();
  }
}
