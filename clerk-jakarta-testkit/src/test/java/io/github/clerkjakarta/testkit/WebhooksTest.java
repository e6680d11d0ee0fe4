package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.clerkjakarta.testkit.internal.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalClerkExtension.class)
@DisplayName("LocalClerk's webhooks")
class WebhooksTest {

  /** A message as the application gets it. */
  private record Received(String id, String timestamp, String signature, String body) {

    Map<String, Object> event() {
      return Json.object(body);
    }

    Object data(String member) {
      return ((Map<?, ?>) event().get("data")).get(member);
    }

    @Override
    public String toString() {
      return event().get("type") + " " + data("id");
    }
  }

  private final BlockingQueue<Received> inbox = new LinkedBlockingQueue<>();
  private volatile int answer = 204;
  private HttpServer application;

  @BeforeEach
  void start() throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    application = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    application.createContext("/webhooks", this::receive);
    application.start();
  }

  @AfterEach
  void stop() {
    application.stop(0);
  }

  @Test
  @DisplayName("are signed, and sent on command")
  void onCommand(LocalClerk clerk) throws Exception {
    assertThatThrownBy(() -> clerk.sendWebhook("user.created", ADA))
        .isInstanceOf(IllegalStateException.class);
    clerk.sendWebhooksTo(url());

    assertThat(clerk.sendWebhook("user.created", ADA)).isEqualTo(204);
    Received created = next();
    assertThat(created.event()).containsEntry("object", "event").containsKeys("timestamp");
    assertThat(created).hasToString("user.created " + ADA.id());
    assertThat(created.data("first_name")).isEqualTo("Ada");
    assertThat(created.signature())
        .isEqualTo(
            "v1,"
                + signature(
                    clerk.webhookSigningSecret(),
                    created.id() + "." + created.timestamp() + "." + created.body()));

    assertThat(clerk.sendWebhook("user.deleted", ADA)).isEqualTo(204);
    assertThat(next().event().get("data"))
        .isEqualTo(Map.of("id", ADA.id(), "object", "user", "deleted", true));

    answer = 500;
    assertThat(clerk.sendWebhook("role.created", Map.of("id", "role_1"))).isEqualTo(500);
    assertThat(next()).hasToString("role.created role_1");
  }

  @Test
  @DisplayName("tell of sessions that begin and end, by what ended them")
  void sessions(LocalClerk clerk) throws Exception {
    clerk.sendWebhooksTo(url());

    Session revoked = clerk.session(ADA);
    assertThat(next()).hasToString("session.created " + revoked.id());
    clerk.revoke(revoked);
    clerk.revoke(revoked);
    Received end = next();
    assertThat(end).hasToString("session.revoked " + revoked.id());
    assertThat(end.data("user_id")).isEqualTo(ADA.id());
    assertThat(end.data("status")).isEqualTo("revoked");

    Tab tab = new Tab(clerk);
    tab.signIn(ADA);
    Received began = next();
    tab.delete("/v1/client/sessions");
    assertThat(next()).hasToString("session.removed " + began.data("id"));
    assertThat(inbox).isEmpty();
  }

  @Test
  @DisplayName("tell of people and what they belong to, as it is afterwards")
  void people(LocalClerk clerk) throws Exception {
    clerk.sendWebhooksTo(url());
    Tab tab = new Tab(clerk);
    tab.signIn(ADA);
    next();

    tab.get("/v1/me");
    tab.patch("/v1/me", "first_name", "Augusta");
    Received updated = next();
    assertThat(updated).hasToString("user.updated " + ADA.id());
    assertThat(updated.data("first_name")).isEqualTo("Augusta");

    tab.delete("/v1/me/organization_memberships/" + ACME.id());
    assertThat(next().event()).containsEntry("type", "organizationMembership.deleted");

    tab.post("/v1/organizations", "name", "Analytical Engines");
    Received joined = next();
    assertThat(joined.event()).containsEntry("type", "organizationMembership.created");
    assertThat(joined.data("role")).isEqualTo("org:admin");

    tab.delete("/v1/me");
    assertThat(next().event()).containsEntry("type", "session.removed");
    Received last = next();
    while (last.event().get("type").equals("organizationMembership.deleted")) {
      last = next();
    }
    assertThat(last).hasToString("user.deleted " + ADA.id());
  }

  @Test
  @DisplayName("come again where the application fails, with the same id, and then no more")
  void retries(LocalClerk clerk) throws Exception {
    clerk.sendWebhooksTo(url());
    answer = 503;

    Session session = clerk.session(ADA);
    Received first = next();
    answer = 200;
    assertThat(next().id()).isEqualTo(first.id());

    session.end(SessionStatus.EXPIRED);
    Received ended = next();
    assertThat(ended.event()).containsEntry("type", "session.ended");
    assertThat(ended.id()).isNotEqualTo(first.id());
  }

  @Test
  @DisplayName("go nowhere after a reset, which itself is nothing that happens")
  void reset(LocalClerk clerk) {
    clerk.sendWebhooksTo(url());
    clerk.reset();
    clerk.session(ADA);
    assertThatThrownBy(() -> clerk.sendWebhook("user.created", ADA))
        .isInstanceOf(IllegalStateException.class);
    assertThat(inbox).isEmpty();
  }

  @Test
  @DisplayName("are sent by a button, and the page shows what was answered")
  void steering(LocalClerk clerk) throws Exception {
    clerk.sendWebhooksTo(url());
    answer = 418;
    Http.post(
        clerk.proxyUrl() + "/steer/webhook",
        Map.of("type", "user.updated", "person", ADA.id()),
        "Origin",
        clerk.proxyUrl());
    assertThat(next()).hasToString("user.updated " + ADA.id());
    assertThat(Http.get(clerk.proxyUrl() + "/").body())
        .contains(url(), "<td>user.updated</td>", "<td>418</td>")
        .doesNotContain(clerk.webhookSigningSecret());
  }

  @Test
  @DisplayName("to where nobody answers are told so")
  void nobodyThere(LocalClerk clerk) {
    clerk.sendWebhooksTo("http://127.0.0.1:9/webhooks");
    assertThatThrownBy(() -> clerk.sendWebhook("user.created", ADA))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("http://127.0.0.1:9/webhooks");
  }

  private void receive(HttpExchange exchange) throws IOException {
    int status = answer;
    try (exchange) {
      inbox.add(
          new Received(
              exchange.getRequestHeaders().getFirst("svix-id"),
              exchange.getRequestHeaders().getFirst("svix-timestamp"),
              exchange.getRequestHeaders().getFirst("svix-signature"),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private Received next() throws InterruptedException {
    Received received = inbox.poll(10, TimeUnit.SECONDS);
    assertThat(received).as("a webhook").isNotNull();
    return received;
  }

  private String url() {
    return "http://127.0.0.1:" + application.getAddress().getPort() + "/webhooks";
  }

  private static String signature(String secret, String signed) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.replace("whsec_", ""));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
  }
}
