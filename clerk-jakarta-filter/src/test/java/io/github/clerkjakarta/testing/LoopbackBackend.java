package io.github.clerkjakarta.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.clerkjakarta.internal.json.JsonValues;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Backend API that shows keys and stands for handshakes, and remembers what it was asked. */
public final class LoopbackBackend implements AutoCloseable {

  private final HttpServer server;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String jwks = "{}";
  private volatile String payload = "{\"directives\":[]}";

  private LoopbackBackend() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::answer);
    server.start();
  }

  /** One that shows these keys. */
  public static LoopbackBackend showing(SigningKey... keys) {
    try {
      LoopbackBackend backend = new LoopbackBackend();
      backend.show(keys);
      return backend;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From now on shows these keys. */
  public void show(SigningKey... keys) {
    jwks = JsonValues.write(Map.of("keys", Arrays.stream(keys).map(SigningKey::jwk).toList()));
    status = 200;
  }

  /** From now on refuses to show keys. */
  public void refuse(int httpStatus, String body) {
    status = httpStatus;
    jwks = body;
  }

  /** What a handshake's nonce stands for. */
  public void answerHandshake(String... directives) {
    payload = JsonValues.write(Map.of("directives", List.of(directives)));
  }

  /** Its address. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What was asked, path and query, in order. */
  public List<String> calls() {
    return calls;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestURI().toString();
    calls.add(target);
    boolean keys = target.endsWith("/jwks");
    byte[] body = (keys ? jwks : payload).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(keys ? status : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
