package io.github.clerkjakarta.internal.decision;

import static io.github.clerkjakarta.internal.decision.EngineUnderTest.SUFFIX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.log.LogLines;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.LoopbackBackend;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import io.github.clerkjakarta.testing.Visit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the engine writes to the log, at every level, and into the values it returns. */
class WhatIsLoggedTest {

  private static final String UAT = String.valueOf(Token.NOW_SECONDS - 5);

  private final LogLines lines = LogLines.of("io.github.clerkjakarta");

  @AfterEach
  void stopListening() {
    lines.close();
  }

  @Test
  @DisplayName("L1 a run with everything logged: no token, nonce, cookie, key or Location in it")
  void noSecrets() {
    String token = Token.valid().text();
    String expired = Token.valid().issuedAt(1).text();
    String forged = Token.valid().forgedBy(SigningKey.TWO).text();
    String answer = Token.valid().claim("handshake", List.of("__session=" + token)).text();
    List<ClerkRequest> requests =
        List.of(
            Visit.bearer(token),
            Visit.bearer(forged),
            Visit.bearer("secretopaquetoken"),
            Visit.bearer("mt_secretopaquetoken"),
            Visit.bearer(Token.valid().signedBy(SigningKey.TWO).text()),
            session(token),
            session(expired),
            session(forged),
            Visit.document("https://shop.example/?__clerk_handshake=" + answer).request(),
            Visit.document("https://shop.example/?__clerk_handshake=secrethandshake").request(),
            Visit.document("https://shop.example/?__clerk_handshake_nonce=secretnonce").request(),
            Visit.document("https://shop.example/?__clerk_db_jwt=secretbrowser&q=secretquery")
                .request(),
            Visit.document()
                .cookie("__session" + SUFFIX, expired)
                .cookie("__refresh" + SUFFIX, "secretrefresh")
                .cookie("__client_uat" + SUFFIX, "1")
                .cookie("__clerk_redirect_count", "3")
                .cookie("secretname", "secretvalue")
                .header("user-agent", "secretagent")
                .request());
    List<String> said = new ArrayList<>();
    try (LoopbackBackend backend = LoopbackBackend.showing(SigningKey.ONE);
        EngineUnderTest asking = EngineUnderTest.with(Instances.asking(backend));
        EngineUnderTest any =
            EngineUnderTest.with(Instances.asking(backend).acceptsToken(AcceptsToken.ANY));
        EngineUnderTest unreachable = EngineUnderTest.with(Instances.production().jwtKey(""));
        EngineUnderTest production = EngineUnderTest.production();
        EngineUnderTest development = EngineUnderTest.development()) {
      for (EngineUnderTest engine : List.of(asking, any, unreachable, production, development)) {
        for (ClerkRequest request : requests) {
          Throwable thrown =
              catchThrowable(
                  () -> {
                    RequestState state = engine.ask(request);
                    said.add(state + " " + state.auth() + " " + state.message().orElse(""));
                  });
          if (thrown != null) {
            said.add(trace(thrown));
          }
        }
      }
    }
    said.addAll(lines.formatted());
    assertThat(lines.formatted()).as("something was logged").hasSizeGreaterThan(5);
    assertThat(said)
        .allSatisfy(
            line ->
                assertThat(line)
                    .doesNotContain(
                        "eyJ", "secret-", "secretopaque", "secrethandshake", "secretnonce")
                    .doesNotContain("secretbrowser", "secretquery", "secretrefresh", "secretvalue")
                    .doesNotContain("secretagent", "abcdefghijklmnopqrstuvwxyz", "redirect_url"));
  }

  @Test
  @DisplayName("L2 the text of a refusal is Clerk's, and holds no key of ours")
  void messages() {
    try (EngineUnderTest engine =
        EngineUnderTest.with(
            Instances.production().authorizedParties(List.of("https://app.example")))) {
      RequestState state =
          engine.ask(Visit.bearer(Token.valid().claim("azp", "https://evil.example").text()));
      assertThat(state.message())
          .contains(
              "Invalid JWT Authorized party claim (azp) \"https://evil.example\". Expected"
                  + " \"https://app.example\". (reason=token-invalid-authorized-parties,"
                  + " token-carrier=header)");
      RequestState forged = engine.ask(Visit.bearer(Token.valid().forgedBy(SigningKey.TWO).text()));
      assertThat(forged.message())
          .contains(
              "JWT signature is invalid. (reason=token-invalid-signature, token-carrier=header)");
    }
  }

  @Test
  @DisplayName("L3 what a token says cannot write a line of its own into the log")
  void injection() {
    String poison = "x\r\n2026-01-01 INFO forged line\u001b[31m\u0085\u2028\u0000";
    try (LoopbackBackend backend = LoopbackBackend.showing(SigningKey.ONE);
        EngineUnderTest engine = EngineUnderTest.with(Instances.asking(backend));
        EngineUnderTest development = EngineUnderTest.development()) {
      for (String header : List.of("kid", "typ", "alg", "cat")) {
        engine.ask(Visit.bearer(Token.valid().header(header, poison).text()));
      }
      for (String claim : List.of("iss", "azp", "sub", "sid")) {
        engine.ask(Visit.bearer(Token.valid().claim(claim, poison).text()));
      }
      engine.ask(Visit.document("https://shop.example/" + poison).cookie("__client_uat", UAT));
      engine.ask(session(poison));
      development.ask(Visit.document("https://shop.example/?__clerk_db_jwt=" + poison));
    }
    assertThat(lines.messages())
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line.chars())
                    .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029));
  }

  @Test
  @DisplayName("J19 no authorized parties and no azp in a cookie: one warning, not one per request")
  void warningOfMissingAzp() {
    try (EngineUnderTest engine = EngineUnderTest.production()) {
      for (int i = 0; i < 5; i++) {
        assertThat(engine.ask(session(Token.of("user_" + i).text())).status())
            .isEqualTo("signed-in");
      }
    }
    assertThat(lines.messages().stream().filter(line -> line.contains("no azp claim"))).hasSize(1);
  }

  @Test
  @DisplayName("J19 that warning comes wherever authorized parties would sign such a token out")
  void warningOfAnyTokenWithoutAzp() {
    for (ClerkRequest request :
        List.of(
            session(Token.valid().claim("azp", "").text()),
            session(Token.valid().claim("azp", null).text()),
            session(Token.valid().claim("azp", List.of("https://shop.example")).text()),
            Visit.bearer(Token.valid().text()),
            Visit.bearer(Token.valid().claim("azp", "").text()))) {
      try (EngineUnderTest engine = EngineUnderTest.production();
          LogLines log = LogLines.of(DecisionLog.class)) {
        engine.ask(request);
        engine.ask(request);
        assertThat(log.lines())
            .singleElement()
            .asString()
            .contains("no azp claim", "clerk.authorizedParties (CLERK_AUTHORIZED_PARTIES)");
      }
    }
    try (EngineUnderTest engine = EngineUnderTest.production();
        LogLines log = LogLines.of(DecisionLog.class)) {
      engine.ask(Visit.bearer(Token.valid().claim("azp", "https://shop.example").text()));
      engine.ask(Visit.bearer(Token.valid().forgedBy(SigningKey.TWO).text()));
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  @DisplayName("J32 an answer whose session token has no azp is told by the setting that it misses")
  void answerWithoutAzp() {
    String session = Token.valid().text();
    String answer =
        Token.valid()
            .claim(
                "handshake", List.of("__session=" + session + "; Path=/", "__client_uat=1; Path=/"))
            .text();
    try (EngineUnderTest engine =
        EngineUnderTest.with(
            Instances.production().authorizedParties(List.of("https://shop.example")))) {
      for (int i = 0; i < 3; i++) {
        engine.ask(Visit.document("https://shop.example/?__clerk_handshake=" + answer).request());
      }
    }
    assertThat(lines.lines().stream().filter(line -> line.startsWith("WARNING")).toList())
        .singleElement()
        .asString()
        .contains("has no claim azp", "clerk.authorizedParties (CLERK_AUTHORIZED_PARTIES)");
    assertThat(lines.lines().stream().filter(line -> line.startsWith("FINE"))).hasSize(3);
  }

  private static ClerkRequest session(String token) {
    return Visit.document()
        .cookie("__session" + SUFFIX, token)
        .cookie("__client_uat" + SUFFIX, UAT)
        .request();
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
