package io.github.clerkjakarta.testkit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.CrossOrigin;
import io.github.clerkjakarta.testkit.internal.http.Faults;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The only place that knows the HTTP server: request in, reply out, and a note of it. */
final class Edge implements HttpHandler {

  private final Routes routes;
  private final Routes serverRoutes;
  private final BackendApi backend;
  private final Faults faults;
  private final CrossOrigin crossOrigin;
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

  Edge(ClerkApis apis, Faults faults, CrossOrigin crossOrigin) {
    this.routes = apis.routes();
    this.serverRoutes = apis.serverRoutes();
    this.backend = apis.backend();
    this.faults = faults;
    this.crossOrigin = crossOrigin;
  }

  List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  void forgetRequests() {
    requests.clear();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Call call = Call.read(exchange);
      requests.add(
          new RecordedRequest(call.method(), call.path(), call.query(), backend.authorized(call)));
      Optional<Reply> preflight = crossOrigin.preflight(call);
      Reply reply =
          preflight.isPresent()
              ? preflight.get()
              : faults.on(call).orElseGet(() -> answer(call).orElseGet(Reply::notFound));
      send(exchange, crossOrigin.allow(call, reply));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Reply> answer(Call call) {
    Optional<Reply> toServer = call.isOfServer() ? serverRoutes.answer(call) : Optional.empty();
    return toServer.or(() -> routes.answer(call));
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", reply.contentType());
    if (reply.headers().stream().noneMatch(each -> each.name().equals("Cache-Control"))) {
      headers.set("Cache-Control", "no-store");
    }
    headers.set("X-Content-Type-Options", "nosniff");
    // The server writes head and body apart; on a connection that stays open, Nagle's algorithm
    // would hold the body back for 40 ms.
    headers.set("Connection", "close");
    reply.headers().forEach(header -> headers.add(header.name(), header.value()));
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
