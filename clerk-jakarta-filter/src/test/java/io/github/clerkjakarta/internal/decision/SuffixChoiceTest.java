package io.github.clerkjakarta.internal.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.token.PemKey;
import io.github.clerkjakarta.internal.token.TokenVerifier;
import io.github.clerkjakarta.internal.token.VerifiedTokens;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.ManualTime;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import io.github.clerkjakarta.testing.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of Clerk's cookies count: those with the instance's suffix, or the plain ones. */
class SuffixChoiceTest {

  private static final long NOW = Token.NOW_SECONDS;

  /** Session tokens by the name that the tables use. */
  private static final Map<String, String> SESSIONS =
      Map.of(
          "old",
              unsigned(
                  "{\"iss\":\"https://clerk.shop.example\",\"iat\":%d,\"exp\":%d}",
                  NOW - 90, NOW - 30),
          "now",
              unsigned(
                  "{\"iss\":\"https://clerk.shop.example\",\"iat\":%d,\"exp\":%d}", NOW, NOW + 60),
          "new",
              unsigned(
                  "{\"iss\":\"https://clerk.shop.example\",\"iat\":%d,\"exp\":%d}",
                  NOW + 60, NOW + 120),
          "foreign",
              unsigned(
                  "{\"iss\":\"https://clerk.other.example\",\"iat\":%d,\"exp\":%d}", NOW, NOW + 60),
          "numeric", unsigned("{\"iss\":123,\"iat\":%d,\"exp\":%d}", NOW, NOW + 60),
          "no-iss", unsigned("{\"iat\":%d,\"exp\":%d}", NOW, NOW + 60),
          "in-text",
              unsigned(
                  "{\"iss\":\"https://clerk.shop.example\",\"iat\":\"%d\",\"exp\":\"%d\"}",
                  NOW + 60, NOW - 30),
          "no-object", unsigned("null"),
          "damaged", "not.a.token");

  @ParameterizedTest(name = "{0}: {1} uat={2} session={3} suffixed uat={4} session={5}")
  @DisplayName("C4 the cases that Clerk's own tests name")
  @CsvSource({
    "plain cookies alone,                                  live, 1717490192, now,     ,           ,    false",
    "an older ClerkJS signed in after the newer,           live, 1717490192, new,     1717490193, now, false",
    "a newer ClerkJS signed out before an older signed in, test, 1717490192, now,     0,          ,    false",
    "both signed out beside a suffixed session,            live, 0,          now,     0,          now, true",
    "both families of the same age,                        live, 1717490192, now,     1717490193, now, true",
    "another application on the same domain,               live, 1717490192, foreign, 1717490193, now, true",
    "several applications on localhost,                    test, 0,          now,     0,          now, true",
    "signed out and no suffixed session,                   live, 0,          now,     0,          ,    true",
    "an issuer that is a number,                           live, ,           numeric, 1717490193, now, true",
    "nothing at all,                                       live, ,           ,        ,           ,    false",
    "an issuer that is absent,                             live, ,           no-iss,  1717490193, now, false",
    "a plain token that can't be decoded,                  live, ,           damaged, 1717490193, now, false",
    "a suffixed session without its client_uat,            live, ,           ,        ,           now, false",
    "suffixed cookies alone,                               live, ,           ,        1717490193, now, true",
    "development: the suffixed session is over,            test, 0,          now,     1717490193, old, false",
    "production: the suffixed session is over,             live, 0,          now,     1717490193, old, true",
  })
  void named(
      String title,
      String instance,
      @Nullable String uat,
      @Nullable String session,
      @Nullable String suffixedUat,
      @Nullable String suffixedSession,
      boolean suffixed) {
    Cookies cookies = new Cookies(uat, session, suffixedUat, suffixedSession);
    assertThat(choice(cookies, instance.equals("test"))).as(title).isEqualTo(suffixed);
  }

  @Test
  @DisplayName("J9 C4 every combination of the four cookies, in production and development")
  void wholeTable() {
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (boolean development : new boolean[] {false, true}) {
      for (Cookies cookies : Cookies.all()) {
        asked++;
        boolean expected = expected(cookies, development);
        if (choice(cookies, development) != expected) {
          wrong.add((development ? "development " : "production ") + cookies + " -> " + expected);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isEqualTo(2 * 4 * 10 * 4 * 10);
  }

  @Test
  @DisplayName("C2 a session of another instance under the plain name: the own suffixed one counts")
  void foreignPlainSession() {
    try (EngineUnderTest engine = EngineUnderTest.production()) {
      Visit visit =
          Visit.document()
              .cookie(
                  "__session", Token.of("user_foreign").claim("iss", "https://x.example").text())
              .cookie("__client_uat", String.valueOf(NOW - 5))
              .cookie("__session" + EngineUnderTest.SUFFIX, Token.of("user_own").text())
              .cookie("__client_uat" + EngineUnderTest.SUFFIX, String.valueOf(NOW - 5));
      assertThat(engine.outcome(visit)).isEqualTo("signed-in user_own");
    }
  }

  @Test
  @DisplayName("C4 cookies that no browser would send raise nothing")
  void hostile() {
    for (String value : List.of("%", "%00", "%ff", "1e400", "-9223372036854775809", "\"\"", "=")) {
      for (String session : List.of("..", "%2e%2e", "a.b.c", "null", "bnVsbA.bnVsbA.AA")) {
        assertThatCode(() -> choice(new Cookies(value, session, value, session), true))
            .doesNotThrowAnyException();
      }
    }
  }

  /**
   * The rule in other words than the code's, as a list of cases in which the plain cookies count.
   */
  private static boolean expected(Cookies c, boolean development) {
    String plain = c.session == null ? "" : c.session;
    boolean unreadable = Set.of("damaged", "no-object", "no-iss").contains(plain);
    boolean notOurs = plain.equals("foreign") || plain.equals("numeric");
    boolean noSuffixed = c.suffixedUat == null && c.suffixedSession == null;
    boolean plainIsNewer =
        !"0".equals(c.uat)
            && !"0".equals(c.suffixedUat)
            && issued(c.session) > issued(c.suffixedSession);
    boolean onlySuffixedSignedOut = "0".equals(c.suffixedUat) && !"0".equals(c.uat);
    boolean onlyPlainSignedOut = "0".equals(c.uat) && !"0".equals(c.suffixedUat);
    boolean overInDevelopment =
        development && onlyPlainSignedOut && "old".equals(c.suffixedSession);
    boolean sessionWithoutUat = c.suffixedSession != null && c.suffixedUat == null;
    if (notOurs) {
      return true;
    }
    return !(unreadable
        || noSuffixed
        || plainIsNewer
        || onlySuffixedSignedOut
        || overInDevelopment
        || sessionWithoutUat);
  }

  private static long issued(@Nullable String session) {
    return switch (session == null ? "" : session) {
      case "old" -> NOW - 90;
      case "now", "foreign", "numeric", "no-iss" -> NOW;
      case "new" -> NOW + 60;
      default -> 0;
    };
  }

  private static boolean choice(Cookies cookies, boolean development) {
    ClerkOptions options = (development ? Instances.development() : Instances.production()).build();
    ClerkInstance instance = new ClerkInstance(options, new DecisionLog(System::nanoTime));
    TokenVerifier verifier =
        new TokenVerifier(
            PemKey.parse(SigningKey.ONE.pem()),
            new ManualTime(),
            16_384,
            new VerifiedTokens(new ManualTime(), 100));
    IncomingRequest request =
        IncomingRequest.of(cookies.visit(instance.key().cookieSuffix()).request());
    return new SessionCookies(request, instance, verifier, instance.rules()).usesSuffixed();
  }

  private static String unsigned(String payload, Object... times) {
    return Token.valid().payloadText(String.format(payload, times)).signingInput() + ".AAAA";
  }

  private record Cookies(
      @Nullable String uat,
      @Nullable String session,
      @Nullable String suffixedUat,
      @Nullable String suffixedSession) {

    static List<Cookies> all() {
      List<String> uats = new ArrayList<>(List.of("0", "1717490192", "text"));
      uats.add(null);
      List<String> sessions = new ArrayList<>(SESSIONS.keySet());
      sessions.add(null);
      List<Cookies> all = new ArrayList<>();
      for (String uat : uats) {
        for (String session : sessions) {
          for (String suffixedUat : uats) {
            for (String suffixedSession : sessions) {
              all.add(new Cookies(uat, session, suffixedUat, suffixedSession));
            }
          }
        }
      }
      return all;
    }

    Visit visit(String suffix) {
      Visit visit = Visit.document();
      add(visit, "__client_uat", uat);
      add(visit, "__session", token(session));
      add(visit, "__client_uat_" + suffix, suffixedUat);
      add(visit, "__session_" + suffix, token(suffixedSession));
      return visit;
    }

    private static @Nullable String token(@Nullable String name) {
      return name == null ? null : SESSIONS.getOrDefault(name, name);
    }

    private static void add(Visit visit, String name, @Nullable String value) {
      if (value != null) {
        visit.cookie(name, value);
      }
    }
  }
}
