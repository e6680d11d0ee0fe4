package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.example.InstancePages;
import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.LoopbackBackend;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import io.github.clerkjakarta.testkit.LocalClerk;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An application with several Clerk instances")
class ManyInstancesTest {

  private static final String HOST_A = "app.acme.example";
  private static final String HOST_B = "app.globex.example:8443";

  private static LocalClerk a;
  private static LocalClerk b;

  @BeforeAll
  static void start() {
    a = LocalClerk.start();
    b = LocalClerk.start();
  }

  @AfterAll
  static void stop() {
    a.close();
    b.close();
  }

  @BeforeEach
  void reset() {
    a.reset();
    b.reset();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "K12 each host has its own instance, and another's token is out, by header and cookie")
  void apart(TestServer server) {
    with(
        server,
        war(),
        running -> {
          String ofA = a.session(ADA).token();
          String ofB = b.session(BEN).token();
          for (int round = 0; round < 2; round++) {
            assertThat(bearer(running, HOST_A, ofB).status()).isEqualTo(401);
            assertThat(bearer(running, HOST_B, ofA).status()).isEqualTo(401);
            assertThat(bearer(running, HOST_A, ofA).body()).isEqualTo("user_ada of acme");
            assertThat(bearer(running, HOST_B, ofB).body()).isEqualTo("user_ben of globex");
          }
          String cookiesOfB = b.session(BEN).cookieHeader();
          assertThat(cookies(running, HOST_A, cookiesOfB).status()).isEqualTo(401);
          assertThat(cookies(running, HOST_B, cookiesOfB).body()).isEqualTo("user_ben of globex");
          String both = cookiesOfB + "; " + a.session(ADA).cookieHeader();
          assertThat(cookies(running, HOST_A, both).body()).isEqualTo("user_ada of acme");
          assertThat(cookies(running, HOST_B, both).body()).isEqualTo("user_ben of globex");
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("K12 what is made up for one instance costs the other nothing")
  void limitsApart(TestServer server) {
    with(
        server,
        war(),
        running -> {
          assertThat(bearer(running, HOST_A, a.session(ADA).token()).status()).isEqualTo(200);
          assertThat(bearer(running, HOST_B, b.session(BEN).token()).status()).isEqualTo(200);
          for (int i = 0; i < 5; i++) {
            String invented = a.session(ADA).tokenBuilder().unknownKey().token();
            assertThat(bearer(running, HOST_A, invented).status()).isEqualTo(401);
          }
          b.rotateKey();
          assertThat(bearer(running, HOST_B, b.session(BEN).token()).status()).isEqualTo(200);
          a.refuseConnections();
          assertThat(bearer(running, HOST_B, b.session(BEN).token()).status()).isEqualTo(200);
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("K13 one key id in both instances: each uses its own key")
  void sameKeyId(TestServer server) {
    SigningKey sameId = SigningKey.TWO.as(SigningKey.ONE.id());
    try (LoopbackBackend keysOfA = LoopbackBackend.showing(SigningKey.ONE);
        LoopbackBackend keysOfB = LoopbackBackend.showing(sameId)) {
      TestWar war =
          production(production(base(), "acme", keysOfA), "globex", keysOfB)
              .contextParam("clerk.acme.hosts", HOST_A)
              .contextParam("clerk.globex.hosts", HOST_B);
      with(
          server,
          war,
          running -> {
            String ofA = lasting("user_a").text();
            String ofB = lasting("user_b").signedBy(sameId).text();
            for (int round = 0; round < 2; round++) {
              assertThat(bearer(running, HOST_A, ofA).body()).isEqualTo("user_a of acme");
              assertThat(bearer(running, HOST_B, ofB).body()).isEqualTo("user_b of globex");
              assertThat(bearer(running, HOST_A, ofB).status()).isEqualTo(401);
              assertThat(bearer(running, HOST_B, ofA).status()).isEqualTo(401);
            }
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("an unknown host is refused with 421, open pages and preflights included")
  void unknownHost(TestServer server) {
    with(
        server,
        war(),
        running -> {
          Answer refused = bearer(running, "evil.example", a.session(ADA).token());
          assertThat(refused.status()).isEqualTo(421);
          assertThat(refused.all("x-clerk-auth-reason")).isEmpty();
          assertThat(running.get("/index.html").host("evil.example").send().status())
              .isEqualTo(421);
          assertThat(running.get("/index.html").host("app.acme.example.").send().status())
              .isEqualTo(421);
          assertThat(running.get("/index.html").host(HOST_A + ":8080").send().status())
              .isEqualTo(200);
          assertThat(running.get("/index.html").host("app.globex.example").send().status())
              .isEqualTo(421);
          Answer preflight =
              running
                  .send("OPTIONS", "/pages/x")
                  .host("evil.example")
                  .with("Origin", "https://evil.example")
                  .with("Access-Control-Request-Method", "GET")
                  .send();
          assertThat(preflight.status()).isEqualTo(421);
          assertThat(a.requests()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H5 a forwarded host counts where forwarded headers are believed, and only there")
  void forwardedHost(TestServer server) {
    with(
        server,
        war(),
        running ->
            assertThat(forwarded(running, HOST_A, HOST_B, b.session(BEN).token()).body())
                .isEqualTo("user_ben of globex"));
    with(
        server,
        war().contextParam("clerk.forwardedHeaders", "ignored"),
        running -> {
          assertThat(forwarded(running, HOST_A, HOST_B, b.session(BEN).token()).status())
              .isEqualTo(401);
          assertThat(forwarded(running, HOST_A, HOST_B, a.session(ADA).token()).body())
              .isEqualTo("user_ada of acme");
          assertThat(forwarded(running, "evil.example", HOST_A, a.session(ADA).token()).status())
              .isEqualTo(421);
        });
  }

  @Test
  @DisplayName("D14 an instance without keys fails the deployment, and is named")
  void incomplete() {
    TestWar war =
        local(base(), "acme", a)
            .contextParam("clerk.acme.hosts", HOST_A)
            .contextParam("clerk.globex.hosts", HOST_B)
            .contextParam("clerk.publishableKey", b.publishableKey())
            .contextParam("clerk.secretKey", b.secretKey());
    assertThatThrownBy(() -> TestServer.JETTY_12.deploy(war.unpacked(), "").close())
        .hasStackTraceContaining("The Clerk instance globex");
  }

  private static Answer bearer(RunningServer running, String host, String token) {
    return running.get("/pages/x").host(host).with("Authorization", "Bearer " + token).send();
  }

  private static Answer cookies(RunningServer running, String host, String cookies) {
    return running.get("/pages/x").host(host).with("Cookie", cookies).send();
  }

  private static Answer forwarded(RunningServer running, String host, String other, String token) {
    return running
        .get("/pages/x")
        .host(host)
        .with("X-Forwarded-Host", other)
        .with("Authorization", "Bearer " + token)
        .send();
  }

  private static Token lasting(String user) {
    return Token.of(user).claim("exp", 4_102_444_800L);
  }

  private static TestWar base() {
    return new TestWar()
        .contextParam("clerk.instances", "acme, globex")
        .contextParam("clerk.rules", "/pages/* = signed-in; /index.html = public")
        .servlet(InstancePages.class, "/pages/*");
  }

  private static TestWar war() {
    return local(local(base(), "acme", a), "globex", b)
        .contextParam("clerk.acme.hosts", HOST_A)
        .contextParam("clerk.globex.hosts", HOST_B);
  }

  private static TestWar local(TestWar war, String name, LocalClerk clerk) {
    return war.contextParam("clerk." + name + ".publishableKey", clerk.publishableKey())
        .contextParam("clerk." + name + ".secretKey", clerk.secretKey())
        .contextParam("clerk." + name + ".apiUrl", clerk.apiUrl())
        .contextParam("clerk." + name + ".proxyUrl", clerk.proxyUrl());
  }

  private static TestWar production(TestWar war, String name, LoopbackBackend keys) {
    return war.contextParam("clerk." + name + ".publishableKey", Instances.LIVE_KEY)
        .contextParam("clerk." + name + ".secretKey", "sk_live_abcdefghijklmnopqrstuvwxyz")
        .contextParam("clerk." + name + ".apiUrl", keys.url());
  }

  private static void with(TestServer server, TestWar war, Consumer<RunningServer> test) {
    try (RunningServer running = server.deploy(war.unpacked(), "")) {
      test.accept(running);
    }
  }
}
