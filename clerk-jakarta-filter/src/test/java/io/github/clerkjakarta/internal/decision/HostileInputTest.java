package io.github.clerkjakarta.internal.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.RequestState.SignedIn;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import io.github.clerkjakarta.testing.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Thousands of requests that nobody would send, always the same ones. */
class HostileInputTest {

  private static final long SEED = 20_261_123L;
  private static final String GOOD = Token.valid().text();
  private static final Set<String> GENUINE =
      Set.of(
          GOOD,
          Token.of("user_2").text(),
          Token.valid().claim("v", 2L).claim("o", Map.of("id", "org_1", "rol", "admin")).text());
  private static final List<String> TOKENS =
      List.of(
          GOOD,
          Token.of("user_2").text(),
          Token.valid().forgedBy(SigningKey.TWO).text(),
          Token.valid().issuedAt(1).text(),
          Token.valid().header("alg", "none").signingInput() + ".",
          Token.valid().header("typ", "at+jwt").forgedBy(SigningKey.TWO).text());
  private static final String ALPHABET =
      "aZ09-_.=%;,&?#/\\:@[]{}\"'<> \t\r\n\u0000\u0001\u001b\u007f\u0080\u00e4\u00ff\u010a\u20ac\ud800\udc00\ufeff\uffff";
  private static final List<String> WORDS =
      List.of(
          "__session",
          "__client_uat",
          "__clerk_db_jwt",
          "__clerk_handshake",
          "__clerk_redirect_count",
          "__clerk_redirect_url",
          "__clerk_synced",
          "__clerk_help",
          EngineUnderTest.SUFFIX,
          EngineUnderTest.TEST_SUFFIX,
          "Bearer ",
          "Basic ",
          "https://",
          "http://",
          "//",
          "shop.example",
          "evil.example",
          "..",
          "%2e%2e",
          "%00",
          "%zz",
          "%f0%9f%92%a9",
          "=",
          "; ",
          ";",
          "&",
          "?",
          "0",
          "-1",
          "1766000000",
          "9223372036854775808",
          "1e400",
          "NaN",
          "true",
          "false",
          "null",
          "javascript:",
          "[::1]",
          "eyJhbGciOiJub25lIn0",
          "e30",
          "bnVsbA",
          "text/html",
          "document",
          "iframe",
          "localhost:99999");

  @Test
  @DisplayName(
      "J8 thousands of damaged tokens: never an exception, never signed in but by the bytes")
  void damagedTokens() {
    Random random = new Random(SEED);
    try (EngineUnderTest engine = EngineUnderTest.production()) {
      int signedIn = 0;
      for (int i = 0; i < 6_000; i++) {
        String token = damaged(random);
        ClerkRequest request =
            switch (random.nextInt(3)) {
              case 0 -> Visit.bearer(token);
              case 1 ->
                  Visit.api().cookie("__session", token).cookie("__client_uat", "1").request();
              default ->
                  Visit.document()
                      .cookie("__session" + EngineUnderTest.SUFFIX, token)
                      .cookie("__client_uat" + EngineUnderTest.SUFFIX, "1")
                      .request();
            };
        signedIn += judge(engine, request) ? 1 : 0;
      }
      assertThat(signedIn).as("some damage is none").isBetween(10, 3_000);
    }
  }

  @Test
  @DisplayName(
      "H8 thousands of requests out of scraps: never an exception, never signed in by luck")
  void scraps() {
    Random random = new Random(SEED);
    List<EngineUnderTest> engines =
        List.of(
            EngineUnderTest.production(),
            EngineUnderTest.development(),
            EngineUnderTest.with(
                Instances.production().proxyUrl("/__clerk").acceptsToken(AcceptsToken.ANY)),
            EngineUnderTest.with(
                Instances.production().satellite(true).satelliteAutoSync(true).domain("b.example")),
            EngineUnderTest.with(
                Instances.development()
                    .satellite(true)
                    .satelliteAutoSync(true)
                    .signInUrl("https://shop.example/sign-in")
                    .proxyUrl("/__clerk")));
    try {
      for (int i = 0; i < 8_000; i++) {
        EngineUnderTest engine = engines.get(i % engines.size());
        boolean configurationMayFail = i % engines.size() == 1 || i % engines.size() == 4;
        ClerkRequest request = scrap(random);
        try {
          judge(engine, request);
        } catch (ClerkConfigurationException e) {
          assertThat(configurationMayFail).as(e.getMessage()).isTrue();
        }
      }
    } finally {
      engines.forEach(EngineUnderTest::close);
    }
  }

  @Test
  @DisplayName("J7 input of any length is read in a time that grows no faster than it does")
  void length() {
    String[] repeated = {
      ".",
      "%",
      "=",
      ";",
      " ",
      "a",
      "/",
      "//",
      "../",
      "&",
      "?",
      "__session=;",
      "%25",
      "[",
      "\u0000",
      "{\"a\":",
      "__clerk_db_jwt=1&",
      "https://",
      "@",
      ":",
      ",",
      "\"",
      "-----BEGIN ",
      "e30.",
      "\u20ac"
    };
    try (EngineUnderTest production = EngineUnderTest.production();
        EngineUnderTest development = EngineUnderTest.development()) {
      assertTimeout(
          Duration.ofSeconds(20),
          () -> {
            for (String unit : repeated) {
              String text = unit.repeat(400_000 / unit.length());
              for (EngineUnderTest engine : List.of(production, development)) {
                assertThat(engine.ask(Visit.document("https://shop.example/" + text)).status())
                    .isNotEqualTo("signed-in");
                assertThat(engine.ask(Visit.document("https://shop.example/?" + text)).status())
                    .isNotEqualTo("signed-in");
                for (String header :
                    List.of(
                        "authorization",
                        "cookie",
                        "referer",
                        "x-forwarded-host",
                        "x-forwarded-proto",
                        "host",
                        "accept",
                        "origin")) {
                  Visit visit =
                      Visit.document()
                          .cookie("__client_uat", "1")
                          .header(header, (header.equals("authorization") ? "Bearer " : "") + text);
                  assertThat(engine.ask(visit).status()).as(header).isNotEqualTo("signed-in");
                }
                for (String cookie :
                    List.of("__session", "__client_uat", "__clerk_redirect_count")) {
                  assertThat(
                          engine
                              .ask(
                                  Visit.document()
                                      .cookie("__clerk_db_jwt", "x")
                                      .cookie(cookie, text))
                              .status())
                      .isNotEqualTo("signed-in");
                }
              }
            }
          });
    }
  }

  /** Whether somebody was signed in; fails when that wasn't by a genuine token's own bytes. */
  private static boolean judge(EngineUnderTest engine, ClerkRequest request) {
    RequestState state = engine.ask(request);
    assertThat(state.auth()).isNotNull();
    assertThat(state.toString()).doesNotContain("eyJ");
    state
        .headers()
        .forEach(
            (name, values) ->
                assertThat(values)
                    .as(name)
                    .allMatch(
                        value ->
                            value
                                .chars()
                                .noneMatch(c -> c == '\r' || c == '\n' || c == 0 || c > 0xff)));
    if (state instanceof SignedIn in) {
      assertThat(GENUINE).contains(in.token().replaceFirst("=+$", ""));
      return true;
    }
    assertThat(state.auth().isAuthenticated()).isFalse();
    return false;
  }

  private static String damaged(Random random) {
    StringBuilder token = new StringBuilder(pick(random, TOKENS));
    for (int times = random.nextInt(3); times >= 0; times--) {
      int at = random.nextInt(token.length() + 1);
      switch (random.nextInt(9)) {
        case 0 -> token.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        case 1 -> token.setLength(at);
        case 2 -> token.insert(at, token.substring(0, at));
        case 3 -> token.append(pick(random, TOKENS), 0, random.nextInt(20));
        case 4 -> token.reverse();
        case 5 -> token.append("=".repeat(random.nextInt(3)));
        case 6 ->
            token.replace(0, Math.max(0, token.indexOf(".")), Token.encoded(pick(random, HEADERS)));
        case 7 -> {
          if (at < token.length()) {
            token.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
          }
        }
        default ->
            token.replace(
                Math.max(0, token.lastIndexOf(".")),
                token.length(),
                "." + pick(random, SIGNATURES));
      }
    }
    return token.toString();
  }

  private static final List<String> HEADERS =
      List.of(
          "{\"alg\":\"none\"}",
          "{\"alg\":\"RS256\",\"kid\":null}",
          "null",
          "[]",
          "{}",
          "\"\"",
          "1e999",
          "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"ins_one\"}",
          "{\"alg\":\"HS256\",\"jwk\":{}}",
          "{\"alg\":{\"alg\":[]}}",
          "{\"alg\":\"RS256\",\"crit\":[\"exp\"]}",
          "[".repeat(600),
          "\ufeff{}");

  private static final List<String> SIGNATURES =
      List.of("", "AAAA", "A", "=", "_".repeat(342), GOOD.substring(GOOD.lastIndexOf('.') + 1));

  private static ClerkRequest scrap(Random random) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name :
        List.of(
            "authorization",
            "cookie",
            "host",
            "x-forwarded-host",
            "x-forwarded-proto",
            "referer",
            "origin",
            "accept",
            "sec-fetch-dest",
            "user-agent")) {
      if (random.nextInt(3) == 0) {
        List<String> values = new ArrayList<>();
        for (int n = random.nextInt(3); n >= 0; n--) {
          values.add(text(random));
        }
        headers.put(name, values);
      }
    }
    if (random.nextBoolean()) {
      headers.put("sec-fetch-dest", List.of("document"));
    }
    String method = random.nextInt(4) == 0 ? text(random) : "GET";
    String url = random.nextInt(4) == 0 ? text(random) : "https://shop.example/" + text(random);
    return ClerkRequest.of(method, url, headers);
  }

  /** Scraps put together. Opaque machine tokens and nonces aside, which are the Backend API's. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(12); n > 0; n--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        case 1 -> text.append(random.nextInt(4) == 0 ? pick(random, TOKENS) : damaged(random));
        default -> text.append(pick(random, WORDS));
      }
    }
    return text.toString();
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
