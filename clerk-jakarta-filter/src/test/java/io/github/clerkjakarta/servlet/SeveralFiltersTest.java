package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A filter behind another one")
class SeveralFiltersTest {

  private static final String BEN = "user=ben principal=ben remote=ben type=CLERK";
  private static final String ADA = "user=ada principal=ada remote=ada type=CLERK";
  private static final String NOBODY = "user=nobody principal= remote=null type=null";

  private static final Map<String, RunningServer> RUNNING = new ConcurrentHashMap<>();

  @AfterAll
  static void stop() {
    RUNNING.values().forEach(RunningServer::close);
    RUNNING.clear();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D22 decides for itself: another instance's admin isn't one of its own")
  void apart(TestServer server) {
    RunningServer running = staff(server);
    assertThat(ada(running.get("/staff/x")).send().status()).isEqualTo(401);
    assertThat(ben(ada(running.get("/staff/x")), "org:member").send().status()).isEqualTo(403);
    Answer own = ben(running.get("/staff/x"), "org:admin").send();
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.body()).startsWith(BEN);
    assertThat(ben(running.get("/shop/x"), "org:admin").send().body()).startsWith(NOBODY);
    assertThat(ada(running.get("/shop/x")).send().body()).startsWith(ADA);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D22 has the word behind it, by every way to ask, and nobody else has")
  void speaks(TestServer server) {
    RunningServer running = staff(server);
    assertThat(
            ben(ada(running.get("/staff/x")), "org:admin")
                .with("Test-Ask", "org:admin")
                .send()
                .body())
        .startsWith(BEN)
        .contains("role=true");
    assertThat(
            ben(ada(running.get("/staff/open")), "org:member")
                .with("Test-Ask", "org:admin")
                .send()
                .body())
        .startsWith(BEN)
        .contains("role=false");
    assertThat(ada(running.get("/staff/open")).with("Test-Ask", "org:admin").send().body())
        .startsWith(NOBODY)
        .contains("role=false");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D22 gives the word back to a page that only the other filter stands before")
  void around(TestServer server) {
    RunningServer running = staff(server);
    assertThat(callers(ben(ada(running.get("/staff/around")), "org:admin").send().body()))
        .containsExactly(BEN, ADA, BEN);
    assertThat(callers(ben(running.get("/staff/around"), "org:admin").send().body()))
        .containsExactly(BEN, NOBODY, BEN);
    String id = UUID.randomUUID().toString();
    Answer forwarded =
        ben(ada(running.get("/staff/forward")), "org:admin").with("Test-Id", id).send();
    assertThat(forwarded.body()).startsWith(ADA);
    assertThat(afterwards(id)).isEqualTo("ben ben");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D22 a logout behind it ends what both have decided")
  void logout(TestServer server) {
    assertThat(callers(ben(ada(staff(server).get("/staff/logout")), "org:admin").send().body()))
        .containsExactly(NOBODY, NOBODY, NOBODY);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D22 shows the error page of what it has refused, wherever the page lies")
  void errorPages(TestServer server) {
    RunningServer running = staff(server);
    Answer forbidden = ben(ada(running.get("/staff/x")), "org:member").send();
    assertThat(forbidden.status()).isEqualTo(403);
    assertThat(forbidden.body()).startsWith(BEN).contains("dispatch=ERROR");
    Answer nobody = ada(running.get("/staff/x")).send();
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.body()).startsWith(ADA).contains("dispatch=ERROR");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D22 judges what the other filter's page sends to it")
  void sentOn(TestServer server) {
    RunningServer running = staff(server);
    for (String path : List.of("/shop/forward", "/shop/include", "/shop/async")) {
      Answer refused = ada(running.get(path)).send();
      assertThat(refused.status()).as(path).isEqualTo(path.equals("/shop/include") ? 500 : 401);
      assertThat(refused.body()).as(path).doesNotContain("dispatch=FORWARD", "dispatch=ASYNC");
      Answer own = ben(ada(running.get(path)), "org:admin").send();
      assertThat(own.status()).as(path).isEqualTo(200);
      assertThat(own.body()).as(path).startsWith(BEN);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D22 of the same instance, with a stricter option, decides anew")
  void stricter(TestServer server) {
    Token token = lasting().claim("azp", "https://shop.example").claim("aud", "shop");
    Token staff = lasting().claim("azp", "https://staff.example").claim("aud", "staff");
    for (String how : List.of("parties", "audience", "types")) {
      RunningServer running = stricter(server, how);
      Answer shop = bearer(running, "/shop/x", token);
      assertThat(shop.body()).as(how).startsWith("user=user_1");
      Answer refused = bearer(running, "/staff/x", token);
      assertThat(refused.status()).as(how).isEqualTo(401);
      assertThat(bearer(running, "/staff/open", token).body()).as(how).startsWith(NOBODY);
      assertThat(bearer(running, "/shop/forward", token).status()).as(how).isEqualTo(401);
      assertThat(bearer(running, "/shop/include", token).status()).as(how).isEqualTo(500);
      if (!how.equals("types")) {
        assertThat(bearer(running, "/staff/x", staff).body()).as(how).startsWith("user=user_1");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D22 in another application of the server, a decision isn't believed")
  void otherApplication(TestServer server) {
    try (RunningServer running =
        server.deployTwo(
            war(CrossContextApplication.Asking.class).unpacked(),
            war(CrossContextApplication.Asked.class).unpacked())) {
      for (String how : List.of("forward", "include")) {
        Answer shop = cross(running, how, "/shop/x").send();
        assertThat(shop.body()).as(how).startsWith("user=nobody");
        String closed = UUID.randomUUID().toString();
        Answer refused = cross(running, how, "/staff/x").with("Test-Id", closed).send();
        assertThat(refused.body()).as(how).doesNotContain("user=");
        assertThat(System.getProperty("test.ran." + closed)).as(how).isNotEqualTo("/b/staff/x");
        if (how.equals("forward")) {
          assertThat(refused.status()).isEqualTo(401);
        }
        String id = UUID.randomUUID().toString();
        Answer own = ben(cross(running, how, "/staff/x"), "org:admin").with("Test-Id", id).send();
        assertThat(own.status()).as(how).isEqualTo(200);
        assertThat(own.body()).as(how).startsWith("user=ben");
        if (how.equals("include")) {
          assertThat(afterwards(id)).isEqualTo("ada");
        }
        Answer unfiltered = cross(running, how, "/unfiltered").send();
        assertThat(unfiltered.body()).as(how).startsWith("No ClerkFilter has seen this request");
      }
    }
  }

  private static Wire cross(RunningServer running, String how, String to) {
    return ada(running.get("/a/cross")).with("Test-How", how).with("Test-To", to);
  }

  private static Wire ada(Wire wire) {
    return wire.with("Test-State", "signed-in")
        .with("Test-User", "ada")
        .with("Test-Role", "org:admin");
  }

  private static Wire ben(Wire wire, String role) {
    return wire.with("Staff-State", "signed-in").with("Staff-User", "ben").with("Staff-Role", role);
  }

  private static Token lasting() {
    return Token.of("user_1").claim("exp", 4_102_444_800L);
  }

  private static Answer bearer(RunningServer running, String path, Token token) {
    return running.get(path).with("Authorization", "Bearer " + token.text()).send();
  }

  private static List<String> callers(String body) {
    List<String> callers = new ArrayList<>();
    for (String said : body.split(";")) {
      callers.add(said.substring(0, said.indexOf(" role=")));
    }
    return callers;
  }

  private static RunningServer staff(TestServer server) {
    return RUNNING.computeIfAbsent(
        server + " instances",
        key ->
            server.deploy(
                war(StaffApplication.class)
                    .errorPage(401, "/shop/error")
                    .errorPage(403, "/staff/error")
                    .unpacked(),
                ""));
  }

  private static RunningServer stricter(TestServer server, String how) {
    return RUNNING.computeIfAbsent(
        server + how,
        key ->
            server.deploy(
                war(StaffApplication.class)
                    .contextParam("test.staff", how)
                    .contextParam("clerk.jwtKey", SigningKey.ONE.pem())
                    .unpacked(),
                ""));
  }

  private static TestWar war(Class<?> application) {
    return new TestWar().contextParam("clerk.filter.auto", "false").listener(application);
  }

  /** What a page has noted once its forward had returned, which may be after the answer is here. */
  private static @Nullable String afterwards(String id) {
    String noted = null;
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (noted == null && System.nanoTime() < end) {
      noted = System.getProperty(StaffApplication.AFTERWARDS + id);
      Thread.onSpinWait();
    }
    return noted;
  }
}
