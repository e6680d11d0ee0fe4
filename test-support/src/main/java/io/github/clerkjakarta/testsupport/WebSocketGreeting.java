package io.github.clerkjakarta.testsupport;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The first text that an endpoint sends. */
public final class WebSocketGreeting implements WebSocket.Listener {

  private final CompletableFuture<String> text = new CompletableFuture<>();

  private WebSocketGreeting() {}

  /** Opens a WebSocket on this machine; what it says, or the status with which it was refused. */
  public static String read(int port, String path, Map<String, String> headers) {
    WebSocketGreeting greeting = new WebSocketGreeting();
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    headers.forEach(builder::header);
    URI address = URI.create("ws://localhost:" + port + path);
    try {
      WebSocket socket = builder.buildAsync(address, greeting).join();
      String said = greeting.text.orTimeout(20, TimeUnit.SECONDS).join();
      socket.abort();
      return said;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return "" + refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    text.complete(data.toString());
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    text.completeExceptionally(error);
  }
}
