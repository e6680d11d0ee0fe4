package io.github.clerkjakarta.internal.decision;

import static io.github.clerkjakarta.internal.decision.EngineUnderTest.SUFFIX;
import static io.github.clerkjakarta.internal.decision.EngineUnderTest.setCookies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import io.github.clerkjakarta.testing.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies that lie, or that nobody would send. */
class CookieFaultsTest {

  private static final String UAT = String.valueOf(Token.NOW_SECONDS - 5);
  private static final String SESSION = "__session" + SUFFIX;
  private static final String CLIENT_UAT = "__client_uat" + SUFFIX;

  private final EngineUnderTest engine = EngineUnderTest.production();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  @DisplayName("C1 of two session cookies the first counts; no second one is tried")
  void twoSessions() {
    String forged = Token.of("user_2").forgedBy(SigningKey.TWO).text();
    String good = Token.of("user_1").text();
    for (String name : List.of("__session", SESSION)) {
      String uat = name.equals(SESSION) ? CLIENT_UAT : "__client_uat";
      assertThat(
              engine.outcome(Visit.api().cookie(name, forged).cookie(uat, UAT).cookie(name, good)))
          .isEqualTo("signed-out token-invalid-signature");
      assertThat(
              engine.outcome(Visit.api().cookie(name, good).cookie(uat, UAT).cookie(name, forged)))
          .isEqualTo("signed-in user_1");
      assertThat(engine.outcome(Visit.api().cookie(name, "").cookie(uat, UAT).cookie(name, good)))
          .isEqualTo("signed-out client-uat-but-no-session-token");
    }
  }

  @Test
  @DisplayName("J26 a session cookie whose permissions make no sense is nobody's, as upstream")
  void unreadablePermissions() {
    Map<String, Object> acme = Map.of("id", "org_1", "per", "read", "fpm", "1");
    Map<String, Object> listed = Map.of("id", "org_1", "per", List.of("read"), "fpm", "1");
    Map<String, Object> none = Map.of("id", "org_1", "per", 0L, "fpm", List.of("1"));
    List<Token> senseless =
        List.of(
            version2("docs", acme),
            version2("o:docs,", acme),
            version2(List.of("o:docs"), acme),
            version2("docs", "org_1"),
            version2("o:docs", listed));
    List<Token> nothing =
        List.of(
            version2("docs", false),
            version2(false, acme),
            version2("o:docs", none),
            version2("docs", acme).claim("v", 1L));
    EngineUnderTest patterns =
        EngineUnderTest.with(
            Instances.production().organizationPatterns(List.of("/orgs/:id", "/orgs/:id/(.*)")));
    try (patterns) {
      for (Token token : senseless) {
        for (int look = 0; look < 2; look++) {
          assertThat(engine.outcome(session(Visit.api(), token)))
              .isEqualTo("signed-out unexpected-error");
          assertThat(
                  patterns.outcome(
                      session(Visit.document("https://shop.example/orgs/org_2"), token)))
              .isEqualTo("signed-out unexpected-error");
        }
        assertThat(engine.outcome(Visit.bearer(token.text()))).isEqualTo("signed-in user_1");
      }
    }
    for (Token token : nothing) {
      assertThat(engine.outcome(session(Visit.api(), token))).isEqualTo("signed-in user_1");
    }
  }

  private static Token version2(Object features, Object organization) {
    return Token.valid().claim("v", 2L).claim("fea", features).claim("o", organization);
  }

  private static Visit session(Visit visit, Token token) {
    return visit.cookie(SESSION, token.text()).cookie(CLIENT_UAT, UAT);
  }

  @ParameterizedTest
  @DisplayName("C3 a session under a name that only resembles ours is no session")
  @ValueSource(
      strings = {
        "__session_AAAAAAAA",
        "__sessionX",
        "__SESSION",
        "__Session",
        "_session",
        "session",
        "__session_",
        "__session\u0000",
        "x__session",
        "__Host-__session",
        "__session%5f",
        "\u00a0__session"
      })
  void similarNames(String name) {
    assertThat(
            engine.outcome(
                Visit.api().cookie(name, Token.valid().text()).cookie("__client_uat", "0")))
        .isEqualTo("signed-out session-token-and-uat-missing");
  }

  @ParameterizedTest
  @DisplayName("C5 a cookie spelled within another's value is none")
  @ValueSource(
      strings = {
        "%3B%20__session=",
        "%3b__session=",
        "a,__session=",
        "\"; x=\"__session=",
        "=__session="
      })
  void cookieInAValue(String start) {
    assertThat(engine.outcome(Visit.api().cookie("x", start + Token.valid().text())))
        .isEqualTo("signed-out session-token-and-uat-missing");
  }

  @Test
  @DisplayName("C6 malformed cookies beside ours change nothing")
  void malformedBeside() {
    for (String malformed :
        List.of(
            "$Version=1",
            "=x",
            "x",
            ";;;",
            "\"",
            "a=\"b",
            "\u0000",
            "\u0001=\u0002",
            " ",
            "=",
            "%",
            "a=%zz",
            "\ud800")) {
      Visit visit =
          Visit.api()
              .header(
                  "cookie",
                  malformed
                      + "; "
                      + SESSION
                      + "="
                      + Token.valid().text()
                      + ";"
                      + malformed
                      + ";"
                      + CLIENT_UAT
                      + "="
                      + UAT
                      + "; "
                      + malformed);
      assertThat(engine.outcome(visit)).as(malformed).isEqualTo("signed-in user_1");
    }
  }

  @Test
  @DisplayName("C6 a quoted session is another text than the session")
  void quotedSession() {
    assertThat(
            engine.outcome(
                Visit.api()
                    .cookie(SESSION, "\"" + Token.valid().text() + "\"")
                    .cookie(CLIENT_UAT, UAT)))
        .isEqualTo("signed-out token-invalid");
  }

  @Test
  @DisplayName("C7 64 KB of cookies, or 3,000 of them, are read quickly")
  void manyCookies() {
    String session = SESSION + "=" + Token.valid().text() + "; " + CLIENT_UAT + "=" + UAT;
    String many = "a=b; ".repeat(3_000);
    String long64 = "a=" + "b".repeat(65_536) + "; ";
    String nearly = "__sessio=x; ".repeat(6_000);
    String blanks = " ".repeat(65_536) + ";" + "\t".repeat(65_536) + "=;";
    assertTimeout(
        Duration.ofSeconds(3),
        () -> {
          for (String noise :
              List.of(many, long64, nearly, blanks, ";".repeat(65_536), "=".repeat(65_536) + ";")) {
            for (int i = 0; i < 30; i++) {
              assertThat(engine.outcome(Visit.api().header("cookie", noise + session)))
                  .isEqualTo("signed-in user_1");
            }
          }
        });
  }

  @Test
  @DisplayName("C7 a session cookie longer than a token can be is refused before it is decoded")
  void longSession() {
    String token = Token.valid().claim("pad", "x".repeat(16_384)).text();
    assertThat(engine.outcome(Visit.api().cookie("__session", token).cookie("__client_uat", UAT)))
        .isEqualTo("signed-out token-invalid");
    assertThat(engine.outcome(Visit.api().cookie(SESSION, token).cookie(CLIENT_UAT, UAT)))
        .isEqualTo("signed-out token-invalid");
    assertThat(engine.outcome(Visit.bearer(token))).isEqualTo("signed-out token-invalid");
  }

  @Test
  @DisplayName("C8 several Cookie headers are read as one")
  void severalHeaders() {
    Visit visit =
        Visit.api()
            .header(
                "cookie", "a=b", SESSION + "=" + Token.valid().text(), "", CLIENT_UAT + "=" + UAT);
    assertThat(engine.outcome(visit)).isEqualTo("signed-in user_1");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("C9 a client_uat that is no number is 0; no number overflows")
  @CsvSource({
    "text, session-token-but-no-client-uat",
    "'', session-token-but-no-client-uat",
    "0, session-token-but-no-client-uat",
    "NaN, session-token-but-no-client-uat",
    "-0, session-token-but-no-client-uat",
    "Infinity, session-token-but-no-client-uat",
    "-5, user_1",
    "1e400, user_1",
    "9223372036854775808, session-token-iat-before-client-uat",
    "99999999999999999999999999999999999999, session-token-iat-before-client-uat",
    "-9223372036854775809, user_1",
    "12abc, user_1"
  })
  void clientUat(String uat, String outcome) {
    Visit visit = Visit.api().cookie("__session", Token.valid().text()).cookie("__client_uat", uat);
    assertThat(engine.outcome(visit))
        .isEqualTo((outcome.equals("user_1") ? "signed-in " : "signed-out ") + outcome);
  }

  @Test
  @DisplayName("C9 of two client_uat cookies the first counts")
  void twoClientUats() {
    String newer = String.valueOf(Token.NOW_SECONDS + 5);
    String token = Token.valid().text();
    assertThat(
            engine.outcome(
                Visit.api()
                    .cookie("__session", token)
                    .cookie("__client_uat", UAT)
                    .cookie("__client_uat", newer)))
        .isEqualTo("signed-in user_1");
    assertThat(
            engine.outcome(
                Visit.api()
                    .cookie("__session", token)
                    .cookie("__client_uat", newer)
                    .cookie("__client_uat", UAT)))
        .isEqualTo("signed-out session-token-iat-before-client-uat");
  }

  @Test
  @DisplayName("C10 a client_uat newer than the session: a handshake for documents, else out")
  void newerClientUat() {
    String newer = String.valueOf(Token.NOW_SECONDS + 1);
    String token = Token.valid().text();
    assertThat(engine.outcome(Visit.document().cookie(SESSION, token).cookie(CLIENT_UAT, newer)))
        .isEqualTo("handshake session-token-iat-before-client-uat");
    assertThat(engine.outcome(Visit.api().cookie(SESSION, token).cookie(CLIENT_UAT, newer)))
        .isEqualTo("signed-out session-token-iat-before-client-uat");
    String same = String.valueOf(Token.NOW_SECONDS);
    assertThat(engine.outcome(Visit.document().cookie(SESSION, token).cookie(CLIENT_UAT, same)))
        .isEqualTo("signed-in user_1");
  }

  @Test
  @DisplayName("C11 a session without client_uat, or the other way round: handshake or out")
  void oneWithoutTheOther() {
    String token = Token.valid().text();
    assertThat(engine.outcome(Visit.document().cookie("__session", token)))
        .isEqualTo("handshake session-token-but-no-client-uat");
    assertThat(engine.outcome(Visit.api().cookie("__session", token)))
        .isEqualTo("signed-out session-token-but-no-client-uat");
    assertThat(engine.outcome(Visit.document().cookie(CLIENT_UAT, UAT)))
        .isEqualTo("handshake client-uat-but-no-session-token");
    assertThat(engine.outcome(Visit.api().cookie(CLIENT_UAT, UAT)))
        .isEqualTo("signed-out client-uat-but-no-session-token");
  }

  @ParameterizedTest
  @DisplayName("C12 a machine token in a session cookie is out")
  @ValueSource(strings = {"ak_secret", "mt_secret", "oat_secret"})
  void machineTokens(String token) {
    assertThat(
            engine.ask(Visit.api().cookie("__session", token).cookie("__client_uat", UAT)).status())
        .isEqualTo("signed-out");
    assertThat(
            engine.outcome(
                Visit.api()
                    .cookie("__session", Token.valid().claim("sub", "mch_1").text())
                    .cookie("__client_uat", UAT)))
        .isEqualTo("signed-out token-type-mismatch");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @DisplayName("C13 the redirect count is brought between 0 and 3, and 3 stops")
  @CsvSource({
    "0, 1",
    "1, 2",
    "2, 3",
    "3, -",
    "4, -",
    "999, -",
    "-5, 1",
    "1e3, -",
    "Infinity, -",
    "-Infinity, 1",
    "text, 1",
    "'', 1",
    "NaN, 1",
    "0x10, -",
    "2.9, 3",
    "-0, 1",
    "99999999999999999999, -",
    "%33, -",
    "9223372036854775808, -"
  })
  void redirectCount(String count, String next) {
    RequestState state =
        engine.ask(
            Visit.document().cookie(CLIENT_UAT, UAT).cookie("__clerk_redirect_count", count));
    if (next.equals("-")) {
      assertThat(state.status()).isEqualTo("signed-out");
      assertThat(state.headers()).doesNotContainKey("location");
    } else {
      assertThat(setCookies(state))
          .containsExactly(
              "__clerk_redirect_count=" + next + "; SameSite=Lax; HttpOnly; Max-Age=2");
    }
  }

  @Test
  @DisplayName("C13 of two counts the first counts")
  void twoCounts() {
    assertThat(
            engine.outcome(
                Visit.document()
                    .cookie(CLIENT_UAT, UAT)
                    .cookie("__clerk_redirect_count", "3")
                    .cookie("__clerk_redirect_count", "0")))
        .startsWith("signed-out");
  }
}
