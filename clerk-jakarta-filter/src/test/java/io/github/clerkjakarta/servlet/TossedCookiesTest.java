package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A counter that a sibling subdomain has tossed")
class TossedCookiesTest {

  private static final Map<String, String> RULES = Map.of("clerk.rules", "/** = signed-in");

  @ParameterizedTest
  @EnumSource
  @DisplayName("C15 of trips to sign in isn't believed on https, and ours is a __Host- cookie")
  void trips(TestServer server) {
    Wire first = secure(EdgeServers.guarded(server).get("/account/x"));
    String set = first.send().first("Set-Cookie").orElseThrow();
    assertThat(set)
        .startsWith("__Host-clerk_sign_in_trips=1.")
        .contains("; Path=/; ", "; HttpOnly", "; SameSite=Lax")
        .endsWith("; Secure")
        .doesNotContainIgnoringCase("Domain");
    String mark = set.substring(set.indexOf('.'), set.indexOf(';'));

    Answer tossed = trip(server, "__clerk_sign_in_trips=3" + mark);
    assertThat(tossed.status()).isEqualTo(302);
    assertThat(tossed.first("Set-Cookie").orElseThrow())
        .startsWith("__Host-clerk_sign_in_trips=1.");
    Answer beside =
        trip(server, "__clerk_sign_in_trips=3" + mark + "; __Host-clerk_sign_in_trips=1" + mark);
    assertThat(beside.status()).isEqualTo(302);
    assertThat(beside.first("Set-Cookie").orElseThrow())
        .startsWith("__Host-clerk_sign_in_trips=2.");
    Answer ended = trip(server, "__Host-clerk_sign_in_trips=3" + mark);
    assertThat(ended.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C15 on http the plain name counts, and what isn't a count of ours doesn't")
  void plainTrips(TestServer server) {
    Wire first = EdgeServers.guarded(server).get("/account/x").asDocument();
    String set = first.send().first("Set-Cookie").orElseThrow();
    assertThat(set).startsWith("__clerk_sign_in_trips=1.");
    String mark = set.substring(set.indexOf('.'), set.indexOf(';'));
    for (String cookie :
        List.of(
            "__Host-clerk_sign_in_trips=3" + mark,
            "__clerk_sign_in_trips=33" + mark,
            "__clerk_sign_in_trips=-3" + mark,
            "__clerk_sign_in_trips=x" + mark,
            "__clerk_sign_in_trips=3" + mark + "0",
            "__clerk_sign_in_trips=2" + mark,
            "__clerk_sign_in_trips=",
            "__clerk_sign_in_trips=3")) {
      assertThat(page(server, cookie).status()).as(cookie).isEqualTo(302);
    }
    for (String cookie :
        List.of("__clerk_sign_in_trips=3" + mark, "__clerk_sign_in_trips=9" + mark)) {
      assertThat(page(server, cookie).status()).as(cookie).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C15 of handshakes isn't believed on https, and ours is a __Host- cookie")
  void handshakes(TestServer server) {
    for (RunningServer running :
        List.of(
            EngineServers.development(server, Map.of()),
            EngineServers.development(server, RULES))) {
      for (String tossed :
          List.of(
              "__clerk_redirect_count=3",
              "__clerk_redirect_count=3; a=b",
              "a=b;__clerk_redirect_count=3",
              " __clerk_redirect_count = 3")) {
        Answer answer = secure(running.get("/x")).with("Cookie", tossed).send();
        assertThat(answer.status()).as(tossed).isEqualTo(307);
        assertThat(answer.first("Set-Cookie").orElseThrow())
            .startsWith("__Host-clerk_redirect_count=1;")
            .contains("; Path=/; Secure")
            .doesNotContainIgnoringCase("Domain");
      }
      Answer beside =
          secure(running.get("/x"))
              .with("Cookie", "__clerk_redirect_count=3")
              .with("Cookie", "a=b; __Host-clerk_redirect_count=1")
              .with("Cookie", "__clerk_redirect_count=3")
              .send();
      assertThat(beside.first("Set-Cookie").orElseThrow())
          .startsWith("__Host-clerk_redirect_count=2;");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C15 our own count of handshakes ends the row")
  void endedHandshakes(TestServer server) {
    String ended = "a=b; __Host-clerk_redirect_count=3";
    Answer open =
        secure(EngineServers.development(server, Map.of()).get("/x")).with("Cookie", ended).send();
    assertThat(open.status()).isEqualTo(200);
    assertThat(open.body()).startsWith("user=nobody");
    Answer guarded =
        secure(EngineServers.development(server, RULES).get("/x")).with("Cookie", ended).send();
    assertThat(guarded.status()).isEqualTo(401);
    assertThat(guarded.all("Location")).isEmpty();
    Answer scripted =
        secure(EdgeServers.guarded(server).get("/account/x")).with("Cookie", ended).send();
    assertThat(scripted.status()).isEqualTo(401);
    Answer tossed = trip(server, "__clerk_redirect_count=3");
    assertThat(tossed.status()).isEqualTo(302);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C15 on http the plain name of Clerk's counter counts, and the other doesn't")
  void plainHandshakes(TestServer server) {
    RunningServer running = EngineServers.development(server, Map.of());
    Answer ended = running.get("/x").asDocument().with("Cookie", "__clerk_redirect_count=3").send();
    assertThat(ended.status()).isEqualTo(200);
    Answer other =
        running.get("/x").asDocument().with("Cookie", "__Host-clerk_redirect_count=3").send();
    assertThat(other.status()).isEqualTo(307);
    assertThat(other.first("Set-Cookie").orElseThrow())
        .startsWith("__clerk_redirect_count=1;")
        .endsWith("; Path=/");
  }

  private static Answer trip(TestServer server, String cookie) {
    return secure(EdgeServers.guarded(server).get("/account/x")).with("Cookie", cookie).send();
  }

  private static Answer page(TestServer server, String cookie) {
    return EdgeServers.guarded(server).get("/account/x").asDocument().with("Cookie", cookie).send();
  }

  private static Wire secure(Wire wire) {
    return wire.with("X-Forwarded-Proto", "https").asDocument();
  }
}
