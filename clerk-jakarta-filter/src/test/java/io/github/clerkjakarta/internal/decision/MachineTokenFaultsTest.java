package io.github.clerkjakarta.internal.decision;

import static io.github.clerkjakarta.AcceptsToken.ANY;
import static io.github.clerkjakarta.AcceptsToken.anyOf;
import static io.github.clerkjakarta.AcceptsToken.only;
import static io.github.clerkjakarta.TokenType.API_KEY;
import static io.github.clerkjakarta.TokenType.M2M_TOKEN;
import static io.github.clerkjakarta.TokenType.OAUTH_TOKEN;
import static io.github.clerkjakarta.TokenType.SESSION_TOKEN;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestOptions;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.testing.Token;
import io.github.clerkjakarta.testing.Visit;
import io.github.clerkjakarta.testkit.ApiKey;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.MachineToken;
import io.github.clerkjakarta.testkit.RecordedRequest;
import io.github.clerkjakarta.testkit.TokenCategory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Machine tokens where they are accepted, and everywhere else. */
class MachineTokenFaultsTest {

  private final LocalClerk clerk =
      LocalClerk.builder()
          .clock(Clock.fixed(Instant.ofEpochSecond(Token.NOW_SECONDS), ZoneOffset.UTC))
          .start();
  private final EngineUnderTest engine = EngineUnderTest.with(options());

  @AfterEach
  void close() {
    engine.close();
    clerk.close();
  }

  @Test
  @DisplayName("M1 an opaque token is sent to Clerk where its kind is accepted, and only there")
  void askedOnlyWhereAccepted() {
    List<MachineToken> all = List.of(clerk.apiKey(ADA), m2m(), oauth());
    List<AcceptsToken> accepted = List.of(only(API_KEY), only(M2M_TOKEN), only(OAUTH_TOKEN));

    for (MachineToken token : all) {
      for (AcceptsToken accepts : accepted) {
        boolean fits = all.indexOf(token) == accepted.indexOf(accepts);
        int before = verifications();

        assertThat(ask(token.token(), accepts).auth().isAuthenticated()).isEqualTo(fits);
        assertThat(verifications() - before).isEqualTo(fits ? 1 : 0);
      }
      int before = verifications();
      ask(token.token(), only(SESSION_TOKEN));
      assertThat(verifications()).isEqualTo(before);
      assertThat(ask(token.token(), ANY).auth().isAuthenticated()).isTrue();
    }
  }

  @Test
  @DisplayName("M1 what has the form of a JWT is judged as one, whatever it begins with")
  void prefixedJwtForm() {
    for (AcceptsToken accepts : List.of(only(API_KEY), ANY)) {
      RequestState state = ask("ak_a.b.c", accepts);
      assertThat(state.reason()).contains("token-invalid");
      assertThat(state.tokenType()).contains(M2M_TOKEN);
    }
    assertThat(verifications()).isZero();
    ask("ak_a.b", only(API_KEY));
    assertThat(verifications()).isEqualTo(1);
  }

  @Test
  @DisplayName("M1 a prefix alone decides where a token is asked about, before anything is decoded")
  void prefixes() {
    ask("AK_upper", ANY);
    ask(" ak_", ANY);
    ask("mch_1", anyOf(API_KEY, M2M_TOKEN));

    assertThat(verifications()).isZero();
  }

  @Test
  @DisplayName("M2 Clerk's refusal, a wrong secret key and an outage are told apart")
  void reasons() {
    assertThat(ask("ak_invented", only(API_KEY)).reason()).contains("token-invalid");

    clerk.answerWith("/api_keys/verify", 503, "");
    assertThat(ask("ak_invented", only(API_KEY)).reason()).contains("unexpected-error");

    clerk.refuseConnections();
    assertThat(ask("ak_invented", only(API_KEY)).reason()).contains("unexpected-error");

    clerk.reset();
    try (EngineUnderTest other = EngineUnderTest.with(options().secretKey("sk_test_wrong"))) {
      assertThat(other.ask(bearer("ak_invented"), accepting(only(API_KEY))).reason())
          .contains("secret-key-invalid");
    }
  }

  @Test
  @DisplayName("M3 a flood of one invented token is one question, if answers are remembered")
  void flood() {
    try (EngineUnderTest remembering =
        EngineUnderTest.with(options().machineTokenCache(Duration.ofSeconds(10)))) {
      for (int i = 0; i < 50; i++) {
        assertThat(remembering.ask(bearer("ak_invented"), accepting(ANY)).reason())
            .contains("token-invalid");
      }
    }
    assertThat(verifications()).isEqualTo(1);
  }

  @Test
  @DisplayName("M4 a revoked key is refused at once, or once it is no longer remembered")
  void revoked() {
    ApiKey key = clerk.apiKey(ADA);
    try (EngineUnderTest remembering =
        EngineUnderTest.with(options().machineTokenCache(Duration.ofSeconds(10)))) {
      ClerkRequest request = bearer(key.token());
      assertThat(remembering.ask(request, accepting(ANY)).auth().userId()).contains("user_ada");
      assertThat(ask(key.token(), ANY).auth().userId()).contains("user_ada");

      clerk.revoke(key);

      assertThat(ask(key.token(), ANY).reason()).contains("token-invalid");
      assertThat(remembering.ask(request, accepting(ANY)).auth().userId()).contains("user_ada");
      remembering.time.pass(Duration.ofSeconds(10));
      assertThat(remembering.ask(request, accepting(ANY)).reason()).contains("token-invalid");
    }
  }

  @Test
  @DisplayName("M5 an OAuth JWT for another audience, an M2M JWT of another category: refused")
  void jwts() {
    String oauth =
        clerk.oauthToken(ADA).tokenBuilder().claim("aud", "https://other.example").token();
    String ours = clerk.oauthToken(ADA).tokenBuilder().claim("aud", "https://api.example").token();
    String template =
        clerk.m2mToken("mch_1").tokenBuilder().category(TokenCategory.JWT_TEMPLATE).token();
    String session = clerk.m2mToken("mch_1").tokenBuilder().category(TokenCategory.SESSION).token();
    RequestOptions strict =
        RequestOptions.builder().acceptsToken(ANY).audience(List.of("https://api.example")).build();

    assertThat(engine.ask(bearer(oauth), strict).auth().isAuthenticated()).isFalse();
    assertThat(engine.ask(bearer(ours), strict).auth().isAuthenticated()).isTrue();
    assertThat(ask(clerk.m2mToken("mch_1").jwt(), ANY).auth().machineId()).contains("mch_1");
    for (String token : List.of(template, session)) {
      assertThat(ask(token, ANY).auth().isAuthenticated()).isFalse();
      assertThat(ask(token, only(M2M_TOKEN)).reason()).contains("token-invalid");
    }
    assertThat(ask(clerk.session(ADA).token(), only(M2M_TOKEN)).reason())
        .contains("token-type-mismatch");
    assertThat(verifications()).isZero();
  }

  @Test
  @DisplayName("M6 unless told otherwise, sessions alone are accepted")
  void sessionsAreTheDefault() {
    for (String token : everyMachineToken().toList()) {
      RequestState state = engine.ask(bearer(token));

      assertThat(state.auth().isAuthenticated()).isFalse();
      assertThat(state.reason()).contains(reasonAmongSessions(token));
    }
    assertThat(engine.ask(bearer(clerk.session(ADA).token())).auth().userId()).contains("user_ada");
    assertThat(verifications()).isZero();
  }

  @Test
  @DisplayName("S10 a machine token is no session, a session no machine token")
  void typesDoNotMix() {
    String session = clerk.session(ADA).token();
    for (String token : everyMachineToken().toList()) {
      assertThat(ask(token, only(SESSION_TOKEN)).reason()).contains(reasonAmongSessions(token));
    }
    for (AcceptsToken accepts :
        List.of(only(API_KEY), only(M2M_TOKEN), only(OAUTH_TOKEN), anyOf(API_KEY, M2M_TOKEN))) {
      RequestState state = ask(session, accepts);

      assertThat(state.reason()).contains("token-type-mismatch");
      assertThat(state.status()).isEqualTo("signed-out");
      assertThat(state.auth().userId()).isEmpty();
    }
  }

  @Test
  @DisplayName("S10 a machine has no user, no session and no role")
  void aMachineIsNoUser() {
    Auth auth = ask(m2m().token(), ANY).auth();

    assertThat(auth.isAuthenticated()).isTrue();
    assertThat(auth.userId()).isEmpty();
    assertThat(auth.sessionId()).isEmpty();
    assertThat(auth.orgRole()).isEmpty();
    assertThat(auth.machineId()).contains("mch_reports");
  }

  /** As upstream: where sessions alone are accepted, what can't be decoded is just no JWT. */
  private static String reasonAmongSessions(String token) {
    return token.startsWith("ey") ? "token-type-mismatch" : "token-invalid";
  }

  private Stream<String> everyMachineToken() {
    return Stream.of(
        clerk.apiKey(ADA).token(),
        m2m().token(),
        clerk.m2mToken("mch_reports").jwt(),
        oauth().token(),
        clerk.oauthToken(ADA).jwt());
  }

  private MachineToken m2m() {
    return clerk.m2mToken("mch_reports").scope("mch_invoices");
  }

  private MachineToken oauth() {
    return clerk.oauthToken(ADA).scope("profile");
  }

  private RequestState ask(String token, AcceptsToken accepts) {
    return engine.ask(bearer(token), accepting(accepts));
  }

  private int verifications() {
    return (int)
        clerk.requests().stream()
            .map(RecordedRequest::path)
            .filter(path -> path.endsWith("/verify"))
            .count();
  }

  private ClerkOptions.Builder options() {
    return ClerkOptions.builder()
        .publishableKey(clerk.publishableKey())
        .secretKey(clerk.secretKey())
        .apiUrl(clerk.apiUrl());
  }

  private static ClerkRequest bearer(String token) {
    return Visit.bearer(token);
  }

  private static RequestOptions accepting(AcceptsToken accepts) {
    return RequestOptions.builder().acceptsToken(accepts).build();
  }
}
