package io.github.clerkjakarta.sample.browser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to a browser: commands with their answers, and events.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">The DevTools protocol</a>
 */
final class DevTools implements WebSocket.Listener, AutoCloseable {

  /** A tab, or the browser as a whole when the session is empty. */
  record Event(String session, String method, JsonObject params) {}

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();
  private final StringBuilder received = new StringBuilder();
  private @Nullable WebSocket socket;

  private DevTools() {}

  static DevTools connect(URI address) {
    DevTools devTools = new DevTools();
    devTools.socket =
        within(
            HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(ANSWER_WITHIN)
                .buildAsync(address, devTools),
            "connection to " + address);
    return devTools;
  }

  void onEvent(Consumer<Event> listener) {
    listeners.add(listener);
  }

  void forget(Consumer<Event> listener) {
    listeners.remove(listener);
  }

  /** Sends a command and waits for its result. The session is empty for the browser itself. */
  synchronized JsonObject call(String session, String method, Map<String, ?> params) {
    if (socket == null) {
      throw new IllegalStateException("not connected");
    }
    int id = lastId.incrementAndGet();
    var command = Json.createObjectBuilder().add("id", id).add("method", method);
    command.add("params", Json.createObjectBuilder(params));
    if (!session.isEmpty()) {
      command.add("sessionId", session);
    }
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    within(socket.sendText(command.build().toString(), true), method);
    JsonObject message = within(answer, method);
    if (message.containsKey("error")) {
      throw new IllegalStateException(method + ": " + message.getJsonObject("error"));
    }
    return message.getJsonObject("result");
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    received.append(part);
    if (last) {
      String message = received.toString();
      received.setLength(0);
      deliver(message);
    }
    from.request(1);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    waiting.values().forEach(answer -> answer.completeExceptionally(error));
  }

  private void deliver(String text) {
    JsonObject message;
    try (var reader = Json.createReader(new StringReader(text))) {
      message = reader.readObject();
    }
    if (message.containsKey("id")) {
      CompletableFuture<JsonObject> answer = waiting.remove(message.getInt("id"));
      if (answer != null) {
        answer.complete(message);
      }
      return;
    }
    Event event =
        new Event(
            message.getString("sessionId", ""),
            message.getString("method"),
            message.getOrDefault("params", JsonValue.EMPTY_JSON_OBJECT).asJsonObject());
    listeners.forEach(listener -> listener.accept(event));
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.abort();
    }
  }

  private static <T> T within(CompletableFuture<T> answer, String what) {
    try {
      return answer.get(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the browser doesn't answer: " + what, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the browser is gone: " + what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: " + what, e);
    }
  }
}
