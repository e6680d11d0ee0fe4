package io.github.clerkjakarta.internal.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.PendingSessions;
import io.github.clerkjakarta.RequestOptions;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.RequestState.SignedIn;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.token.Category;
import io.github.clerkjakarta.testing.Token;
import io.github.clerkjakarta.testing.Visit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One key signs several classes of token; only one of them is a session. */
class SessionClassTest {

  private static final String UAT = String.valueOf(Token.NOW_SECONDS - 5);

  private static final Map<String, String> OTHER_CLASSES = new LinkedHashMap<>();

  static {
    OTHER_CLASSES.put("OAuth", Token.valid().header("typ", "at+jwt").text());
    OTHER_CLASSES.put("OAuth in full", Token.valid().header("typ", "application/at+jwt").text());
    OTHER_CLASSES.put("machine", Token.valid().claim("sub", "mch_1").text());
    OTHER_CLASSES.put("template", Token.valid().header("cat", Category.JWT_TEMPLATE).text());
    OTHER_CLASSES.put("M2M", Token.valid().header("cat", Category.M2M).text());
    OTHER_CLASSES.put("unknown", Token.valid().header("cat", "cl_X").text());
    OTHER_CLASSES.put("empty", Token.valid().header("cat", "").text());
    OTHER_CLASSES.put("number", Token.valid().header("cat", 1L).text());
    OTHER_CLASSES.put("null", Token.valid().header("cat", null).text());
  }

  private final EngineUnderTest engine = EngineUnderTest.production();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  @DisplayName("J21 another class of token where sessions alone are accepted: a mismatch, anywhere")
  void sessionsAlone() {
    OTHER_CLASSES.forEach(
        (name, token) -> {
          for (int look = 0; look < 2; look++) {
            assertThat(engine.outcome(Visit.bearer(token)))
                .as(name)
                .isEqualTo("signed-out token-type-mismatch");
            assertThat(engine.outcome(cookie(token)))
                .as(name)
                .isEqualTo("signed-out token-type-mismatch");
          }
        });
  }

  @Test
  @DisplayName("J21 nor is it a session where machine tokens are accepted as well")
  void sessionsAndMachines() {
    for (AcceptsToken accepts :
        List.of(
            AcceptsToken.ANY,
            AcceptsToken.anyOf(TokenType.SESSION_TOKEN, TokenType.M2M_TOKEN),
            AcceptsToken.anyOf(TokenType.SESSION_TOKEN, TokenType.OAUTH_TOKEN),
            AcceptsToken.anyOf(TokenType.SESSION_TOKEN))) {
      RequestOptions options = RequestOptions.builder().acceptsToken(accepts).build();
      OTHER_CLASSES.forEach(
          (name, token) -> {
            RequestState inHeader = engine.ask(Visit.bearer(token), options);
            boolean asSession =
                inHeader instanceof SignedIn in
                    && in.tokenType().filter(TokenType.SESSION_TOKEN::equals).isPresent();
            assertThat(asSession).as("%s where %s", name, accepts).isFalse();
            assertThat(engine.ask(cookie(token), options).status()).isEqualTo("signed-out");
          });
    }
  }

  @Test
  @DisplayName("J21 a token that was a session to no one isn't one after machines have used it")
  void seenAsMachine() {
    String machine = Token.valid().claim("sub", "mch_1").header("cat", Category.M2M).text();
    RequestOptions machines =
        RequestOptions.builder().acceptsToken(AcceptsToken.only(TokenType.M2M_TOKEN)).build();
    assertThat(engine.ask(Visit.bearer(machine), machines).status()).isEqualTo("signed-in");
    assertThat(engine.outcome(Visit.bearer(machine))).isEqualTo("signed-out token-type-mismatch");
    assertThat(engine.outcome(cookie(machine))).isEqualTo("signed-out token-type-mismatch");
  }

  @Test
  @DisplayName("J22 the category that says nothing is a session's")
  void neutralCategory() {
    String token = Token.valid().header("cat", Category.IGNORE).text();
    assertThat(engine.outcome(Visit.bearer(token))).isEqualTo("signed-in user_1");
    assertThat(engine.outcome(cookie(token))).isEqualTo("signed-in user_1");
  }

  @Test
  @DisplayName("J25 a pending session is signed in, as nobody until the application asks for it")
  void pending() {
    String token = Token.valid().claim("v", 2L).claim("sts", "pending").text();
    for (int look = 0; look < 2; look++) {
      RequestState state = engine.ask(Visit.bearer(token));
      assertThat(state.auth().isAuthenticated()).isFalse();
      assertThat(state.auth().userId()).isEmpty();
      assertThat(state.auth(PendingSessions.ALLOWED).userId()).contains("user_1");
    }
  }

  @Test
  @DisplayName("J18 each request has its own parties, whatever the one before was judged by")
  void optionsOfEachRequest() {
    String token = Token.valid().claim("azp", "https://a.example").text();
    RequestOptions a =
        RequestOptions.builder().authorizedParties(List.of("https://a.example")).build();
    RequestOptions b =
        RequestOptions.builder().authorizedParties(List.of("https://b.example")).build();
    for (int look = 0; look < 2; look++) {
      assertThat(engine.ask(Visit.bearer(token), a).status()).isEqualTo("signed-in");
      assertThat(engine.ask(Visit.bearer(token), b).reason())
          .contains("token-invalid-authorized-parties");
      assertThat(engine.ask(Visit.bearer(token)).status()).isEqualTo("signed-in");
    }
  }

  @Test
  @DisplayName("T1 a request's own skew counts for it alone")
  void skewOfEachRequest() {
    String token = Token.valid().issuedAt(Token.NOW_SECONDS - 67).text();
    RequestOptions lax = RequestOptions.builder().clockSkew(Duration.ofSeconds(10)).build();
    for (int look = 0; look < 2; look++) {
      assertThat(engine.ask(Visit.bearer(token), lax).status()).isEqualTo("signed-in");
      assertThat(engine.ask(Visit.bearer(token)).status()).isEqualTo("signed-out");
    }
  }

  @Test
  @DisplayName("T1 a skew of all time, either way, is honoured and overflows nothing")
  void endlessSkew() {
    String over = Token.valid().issuedAt(1_000).text();
    Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
    assertThat(
            engine
                .ask(Visit.bearer(over), RequestOptions.builder().clockSkew(endless).build())
                .status())
        .isEqualTo("signed-in");
    assertThat(
            engine
                .ask(
                    Visit.bearer(Token.valid().text()),
                    RequestOptions.builder().clockSkew(endless.negated()).build())
                .status())
        .isEqualTo("signed-out");
  }

  private static ClerkRequest cookie(String token) {
    return Visit.api().cookie("__session", token).cookie("__client_uat", UAT).request();
  }
}
