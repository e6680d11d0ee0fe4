package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a handshake nonce stands for: {@code GET /clients/handshake_payload}. */
public final class HandshakePayload {

  private static final String PATH = "/clients/handshake_payload";

  private final BackendApi api;
  private final OccasionalLog log;

  /** Payloads of the instance that the Backend API's secret key belongs to. */
  public HandshakePayload(BackendApi api, TimeSource time) {
    this.api = api;
    this.log = new OccasionalLog(System.getLogger(HandshakePayload.class.getName()), time);
  }

  /**
   * The {@code Set-Cookie} values that Clerk has for this nonce; none when it has none or can't be
   * understood, which is logged: as upstream, the request then goes on without them.
   */
  public List<String> directives(String nonce) {
    try {
      return read(api.get(PATH, Map.of("nonce", nonce)));
    } catch (NoAnswer e) {
      return none(String.valueOf(e.getMessage()));
    }
  }

  private List<String> read(Answer answer) {
    if (!answer.isSuccess()) {
      return none(api.addressOf(PATH) + " answered " + answer.status());
    }
    List<String> directives = answer.isJson() ? strings(answer) : null;
    return directives == null
        ? none(api.addressOf(PATH) + " answered without a list of directives")
        : directives;
  }

  private static @Nullable List<String> strings(Answer answer) {
    Object json;
    try {
      json = answer.json();
    } catch (JsonSyntaxException e) {
      return null;
    }
    if (!(json instanceof Map<?, ?> members
        && members.get("directives") instanceof List<?> listed)) {
      return null;
    }
    List<String> strings = new ArrayList<>();
    for (Object element : listed) {
      if (!(element instanceof String directive)) {
        return null;
      }
      strings.add(directive);
    }
    return List.copyOf(strings);
  }

  private List<String> none(String why) {
    log.warn("A handshake could not be completed: " + LogText.of(why));
    return List.of();
  }
}
