package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.webhook.Messages;
import io.github.clerkjakarta.webhook.WebhookListener;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Clerk's webhooks")
class WebhookServletTest {

  private static final String SECRET = "whsec_c2VjcmV0IG9mIHRoZSB0ZXN0cw==";
  private static final String OLD_SECRET = "whsec_b2xkIHNlY3JldCBvZiB0aGUgdGVzdHM=";
  private static final String PATH = "/hooks/clerk";
  private static final String EVENT =
      "{\"type\": \"user.created\", \"data\": {\"id\": \"user_1\"}}";
  private static final int MEGABYTE = 1024 * 1024;

  private static final Map<TestServer, RunningServer> EXTENDED = new EnumMap<>(TestServer.class);
  private static final Map<TestServer, RunningServer> WITHOUT_CODE =
      new EnumMap<>(TestServer.class);
  private static int lastId;

  @BeforeEach
  void empty() {
    WebhookInbox.clear();
  }

  @AfterAll
  static void stop() {
    EXTENDED.values().forEach(RunningServer::close);
    WITHOUT_CODE.values().forEach(RunningServer::close);
    WebhookInbox.clear();
  }

  /** A server, and how its application receives webhooks; all else is closed. */
  record Receiver(TestServer server, boolean withCode) {

    RunningServer running() {
      return withCode
          ? EXTENDED.computeIfAbsent(server, WebhookServletTest::extended)
          : WITHOUT_CODE.computeIfAbsent(server, WebhookServletTest::withoutCode);
    }
  }

  static List<Receiver> receivers() {
    return List.of(TestServer.values()).stream()
        .flatMap(
            server -> List.of(new Receiver(server, true), new Receiver(server, false)).stream())
        .toList();
  }

  private static RunningServer extended(TestServer server) {
    TestWar war =
        war()
            .servlet(ElsewhereServlet.class, "/hooks/*")
            .xml(
                ("<servlet><servlet-name>inbox</servlet-name><servlet-class>%s</servlet-class>"
                        + "</servlet><servlet-mapping><servlet-name>inbox</servlet-name>"
                        + "<url-pattern>%s</url-pattern><url-pattern>/wild/*</url-pattern>"
                        + "<url-pattern>*.hook</url-pattern></servlet-mapping>")
                    .formatted(InboxServlet.class.getName(), PATH));
    return server.deploy(war.unpacked(), "");
  }

  private static RunningServer withoutCode(TestServer server) {
    TestWar war =
        war()
            .servlet(ElsewhereServlet.class, "/hooks/*")
            .contextParam("clerk.webhooks.path", PATH)
            .service(WebhookListener.class, InboxListener.class);
    return server.deploy(war.unpacked(), "");
  }

  private static TestWar war() {
    return keys()
        .contextParam("clerk.webhookSigningSecret", OLD_SECRET + "," + SECRET)
        .contextParam("clerk.rules", "/index.html = public; /hooks/clerk = nobody");
  }

  private static TestWar keys() {
    return new TestWar()
        .contextParam("clerk.publishableKey", Instances.TEST_KEY)
        .contextParam("clerk.secretKey", "sk_test_abcdefghijklmnopqrstuvwxyz")
        .contextParam("clerk.jwtKey", SigningKey.ONE.pem())
        .contextParam("clerk.apiUrl", "http://127.0.0.1:9");
  }

  @ParameterizedTest
  @MethodSource("receivers")
  @DisplayName("are received whatever the rules say, with the old secret and the new one")
  void received(Receiver receiver) {
    for (String secret : List.of(OLD_SECRET, SECRET)) {
      String id = id();
      Answer answer = post(receiver, PATH, Messages.headers(secret, id, now(), EVENT)).send();
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.body()).isEmpty();
      assertThat(WebhookInbox.received()).last().isEqualTo(id);
    }
  }

  @ParameterizedTest
  @MethodSource("receivers")
  @DisplayName("that don't verify are refused with 400, and nobody hears of them")
  void unverified(Receiver receiver) {
    Map<String, String> unsigned = new HashMap<>(signed(id()));
    unsigned.remove("svix-signature");
    Map<String, String> late = Messages.headers(SECRET, id(), now() - 301, EVENT);
    Map<String, String> others = Messages.headers("whsec_bm90IHRoZSBzZWNyZXQ=", id(), now(), EVENT);
    Map<String, String> changed = Messages.headers(SECRET, id(), now(), EVENT + " ");
    for (Map<String, String> headers : List.of(unsigned, late, others, changed)) {
      Answer answer = post(receiver, PATH, headers).send();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).doesNotContain("c2VjcmV0", "msg_");
    }
    assertThat(post(receiver, PATH, Map.of()).send().body())
        .contains("Missing required webhook headers");
    assertThat(WebhookInbox.received()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("receivers")
  @DisplayName("of more than a megabyte are refused with 413, said before or not")
  void tooLong(Receiver receiver) {
    String longest = EVENT + " ".repeat(MEGABYTE - EVENT.length());
    Answer atLimit =
        signed(receiver, longest).body("application/json", longest).within(30_000).send();
    assertThat(atLimit.status()).isEqualTo(204);
    int received = WebhookInbox.received().size();

    String tooLong = longest + " ";
    assertThat(signed(receiver, tooLong).with("Content-Length", "" + tooLong.length()).send())
        .extracting(Answer::status)
        .isEqualTo(413);
    assertThat(signed(receiver, tooLong).chunkedBody(tooLong).within(30_000).send())
        .extracting(Answer::status)
        .isEqualTo(413);
    assertThat(WebhookInbox.received()).hasSize(received);
  }

  @ParameterizedTest
  @MethodSource("receivers")
  @DisplayName("that couldn't be handled are answered with 500, and handled when they come again")
  void retried(Receiver receiver) {
    String id = id();
    WebhookInbox.fail(true);
    Answer failed = post(receiver, PATH, signed(id)).send();
    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.body()).doesNotContain("full");
    WebhookInbox.fail(false);
    assertThat(post(receiver, PATH, signed(id)).send().status()).isEqualTo(204);
    assertThat(WebhookInbox.received()).containsExactly(id, id);
  }

  @ParameterizedTest
  @MethodSource("receivers")
  @DisplayName("are handled once, however often they come and be it at the same time")
  void once(Receiver receiver) throws Exception {
    String id = id();
    WebhookInbox.hold(true);
    CompletableFuture<Answer> first =
        CompletableFuture.supplyAsync(() -> post(receiver, PATH, signed(id)).send());
    for (int waited = 0; WebhookInbox.received().isEmpty() && waited < 1000; waited++) {
      Thread.sleep(10);
    }
    Answer meanwhile = post(receiver, PATH, signed(id)).send();
    assertThat(meanwhile.status()).isEqualTo(503);
    assertThat(meanwhile.first("Retry-After")).contains("5");
    WebhookInbox.hold(false);
    assertThat(first.get().status()).isEqualTo(204);
    assertThat(post(receiver, PATH, signed(id)).send().status()).isEqualTo(204);
    assertThat(WebhookInbox.received()).containsExactly(id);
  }

  @ParameterizedTest
  @MethodSource("receivers")
  @DisplayName("come by POST; any other method is judged by the rules and reaches nobody")
  void otherMethods(Receiver receiver) {
    for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "post")) {
      Answer answer = sent(receiver, method, PATH, signed(id())).send();
      assertThat(answer.status()).as(method).isEqualTo(401);
    }
    assertThat(
            sent(receiver, "OPTIONS", PATH, signed(id()))
                .with("Origin", "https://evil.example")
                .with("Access-Control-Request-Method", "POST")
                .send()
                .status())
        .isEqualTo(204);
    assertThat(sent(receiver, "TRACE", PATH, signed(id())).send().body()).doesNotContain("msg_");
    assertThat(
            sent(receiver, "GET", PATH, signed(id()))
                .with("X-HTTP-Method-Override", "POST")
                .send()
                .status())
        .isEqualTo(401);
    assertThat(WebhookInbox.received()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("receivers")
  @DisplayName("P1 P2 P3 open their own path and no other, however that is written")
  void otherPaths(Receiver receiver) {
    for (String path :
        List.of(
            "/hooks/clerk/",
            "/hooks/clerk/x",
            "/hooks/clerk;a=/who",
            "/hooks/other",
            "/hooks/clerk/../other",
            "/hooks/clerk/..;/other",
            "/hooks/clerk%2f..%2fother",
            "/hooks/clerk%00",
            "/hooks/CLERK",
            "/wild/clerk",
            "/a.hook",
            "/index.html/hooks/clerk",
            "/who")) {
      Answer answer = post(receiver, path, signed(id())).send();
      assertThat(answer.status()).as(path).isIn(400, 401, 404);
      assertThat(answer.body()).as(path).doesNotContain("elsewhere");
    }
    assertThat(WebhookInbox.received()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("receivers")
  @DisplayName("P1 P2 P3 reach nobody but who receives them by another spelling of their path")
  void otherSpellings(Receiver receiver) {
    for (String path :
        List.of(
            PATH + ";jsessionid=x",
            PATH + ";a=b",
            "/hooks;v=1/clerk",
            "/hooks/%63lerk",
            "/hooks//clerk",
            "//hooks/clerk",
            "/hooks/./clerk",
            "/hooks/x/../clerk")) {
      Answer unsigned = post(receiver, path, Map.of()).send();
      assertThat(unsigned.status()).as(path).isIn(400, 401, 404);
      assertThat(unsigned.body()).as(path).doesNotContain("elsewhere");
    }
    assertThat(WebhookInbox.received()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "D14 are received where secret, path and listener are set and right, or not deployed")
  void wrongSettings(TestServer server) {
    for (TestWar war :
        List.of(
            listening().contextParam("clerk.webhooks.path", PATH),
            secret(listening()).contextParam("clerk.webhooks.path", "hooks"),
            secret(listening()).contextParam("clerk.webhooks.path", "/hooks/*"),
            secret(listening()).contextParam("clerk.webhooks.path", "/"),
            secret(listening()).contextParam("clerk.webhooks.path", "/hooks/../clerk"),
            secret(keys()).contextParam("clerk.webhooks.path", PATH),
            listening()
                .contextParam("clerk.webhooks.path", PATH)
                .contextParam("clerk.webhookSigningSecret", "sk_test_abc"))) {
      assertThatThrownBy(() -> server.deploy(war.unpacked(), ""))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("of LocalClerk arrive when something happens to its people, and on command")
  void ofLocalClerk(TestServer server) throws Exception {
    try (LocalClerk clerk = LocalClerk.start();
        RunningServer running =
            server.deploy(
                TestWar.of(clerk)
                    .contextParam("clerk.webhookSigningSecret", clerk.webhookSigningSecret())
                    .contextParam("clerk.webhooks.path", PATH)
                    .service(WebhookListener.class, InboxListener.class)
                    .unpacked(),
                "")) {
      clerk.sendWebhooksTo("http://127.0.0.1:" + running.port() + PATH);
      assertThat(clerk.sendWebhook("user.created", ADA)).isEqualTo(204);
      assertThat(WebhookInbox.received()).hasSize(1);
      clerk.session(ADA);
      for (int waited = 0; WebhookInbox.received().size() < 2 && waited < 1000; waited++) {
        Thread.sleep(10);
      }
      assertThat(WebhookInbox.received()).hasSize(2);
    }
  }

  private static TestWar listening() {
    return keys().service(WebhookListener.class, InboxListener.class);
  }

  private static TestWar secret(TestWar war) {
    return war.contextParam("clerk.webhookSigningSecret", SECRET);
  }

  private static Wire post(Receiver receiver, String path, Map<String, String> headers) {
    return sent(receiver, "POST", path, headers);
  }

  private static Wire sent(
      Receiver receiver, String method, String path, Map<String, String> headers) {
    return with(receiver.running().send(method, path), headers).body("application/json", EVENT);
  }

  private static Wire signed(Receiver receiver, String body) {
    return with(receiver.running().send("POST", PATH), Messages.headers(SECRET, id(), now(), body));
  }

  private static Wire with(Wire wire, Map<String, String> headers) {
    headers.forEach(wire::with);
    return wire;
  }

  private static Map<String, String> signed(String id) {
    return Messages.headers(SECRET, id, now(), EVENT);
  }

  private static synchronized String id() {
    return "msg_" + ++lastId;
  }

  private static long now() {
    return System.currentTimeMillis() / 1000;
  }
}
