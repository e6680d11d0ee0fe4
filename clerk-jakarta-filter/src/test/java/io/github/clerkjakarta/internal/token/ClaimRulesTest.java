package io.github.clerkjakarta.internal.token;

import static io.github.clerkjakarta.internal.token.Verification.VALID;
import static io.github.clerkjakarta.testing.Token.NOW_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.testing.ManualTime;
import io.github.clerkjakarta.testing.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a genuine token's claims have to satisfy. */
class ClaimRulesTest {

  private static final long NOW = NOW_SECONDS * 1000;

  @Test
  @DisplayName("J13 a token without exp is refused")
  void noExpiry() {
    assertThat(Verification.of(Token.valid().without("exp").text()))
        .isEqualTo(Reason.TOKEN_VERIFICATION_FAILED.code());
  }

  @ParameterizedTest
  @DisplayName("J13 an exp that is no date is refused")
  @ValueSource(
      strings = {
        "null",
        "\"1766000060\"",
        "\"never\"",
        "true",
        "[1766000060]",
        "{}",
        "1e300",
        "-1e300",
        "1e400",
        "-1e400",
        "9223372036854775807",
        "9223372036854775808",
        "8640000000001",
        "99999999999999999999999999999999"
      })
  void expiryIsNoDate(String exp) {
    assertThat(Verification.of(Token.valid().rawClaim("exp", exp).text()))
        .isEqualTo(Reason.TOKEN_VERIFICATION_FAILED.code());
  }

  @ParameterizedTest
  @DisplayName("J13 an exp before the epoch or at it is long over")
  @ValueSource(strings = {"-1", "0", "-0", "-0.5", "1e-400", "-8640000000000"})
  void expiryBeforeTheEpoch(String exp) {
    assertThat(Verification.of(Token.valid().rawClaim("exp", exp).text()))
        .isEqualTo(Reason.TOKEN_EXPIRED.code());
  }

  @Test
  @DisplayName("J13 a fraction of a second is cut off, never rounded up")
  void fraction() {
    Token token = Token.valid().rawClaim("exp", (NOW_SECONDS - 5) + ".999");
    assertThat(Verification.of(token.text())).isEqualTo(Reason.TOKEN_EXPIRED.code());
    assertThat(Verification.of(Token.valid().rawClaim("exp", (NOW_SECONDS - 4) + ".0").text()))
        .isEqualTo(VALID);
  }

  @ParameterizedTest
  @DisplayName("J14 a token expires in the millisecond that exp plus skew names, and not before")
  @CsvSource({
    "0, 0, false",
    "0, -1, true",
    "5000, 5000, false",
    "5000, 4999, true",
    "5000, 5001, false"
  })
  void expiryBoundary(long skew, long millisAfterExpiry, boolean valid) {
    ManualTime time = new ManualTime();
    time.setWallClock(NOW + millisAfterExpiry);
    Token token = Token.valid().issuedAt(NOW_SECONDS - 60);
    assertThat(Verification.of(token.text(), skewed(skew), time))
        .isEqualTo(valid ? VALID : Reason.TOKEN_EXPIRED.code());
  }

  @ParameterizedTest
  @DisplayName("J15 nbf and iat may be ahead by the skew, and not by a millisecond more")
  @CsvSource({"0, 0, true", "0, -1, false", "5000, -5000, true", "5000, -5001, false"})
  void startBoundary(long skew, long millisAfterStart, boolean valid) {
    ManualTime time = new ManualTime();
    time.setWallClock(NOW + millisAfterStart);
    assertThat(
            Verification.of(
                Token.valid().claim("nbf", NOW_SECONDS).claim("iat", 1L).text(),
                skewed(skew),
                time))
        .isEqualTo(valid ? VALID : Reason.TOKEN_NOT_ACTIVE_YET.code());
    assertThat(
            Verification.of(
                Token.valid().claim("iat", NOW_SECONDS).without("nbf").text(), skewed(skew), time))
        .isEqualTo(valid ? VALID : Reason.TOKEN_IAT_IN_THE_FUTURE.code());
  }

  @Test
  @DisplayName("J15 nbf and iat may be missing, and must be dates when they are there")
  void startIsOptional() {
    assertThat(Verification.of(Token.valid().without("nbf").without("iat").text()))
        .isEqualTo(VALID);
    for (String claim : List.of("nbf", "iat")) {
      for (String value : List.of("null", "\"1\"", "true", "{}", "1e300", "1" + "0".repeat(350))) {
        assertThat(Verification.of(Token.valid().rawClaim(claim, value).text()))
            .as("%s = %s", claim, value)
            .isEqualTo(Reason.TOKEN_VERIFICATION_FAILED.code());
      }
    }
  }

  @Test
  @DisplayName("J16 a subject that is missing, empty or no text is refused")
  void subject() {
    assertThat(Verification.of(Token.valid().without("sub").text()))
        .isEqualTo(Reason.TOKEN_VERIFICATION_FAILED.code());
    for (String subject : List.of("\"\"", "null", "1", "true", "{}", "[\"user_1\"]")) {
      assertThat(Verification.of(Token.valid().rawClaim("sub", subject).text()))
          .as(subject)
          .isEqualTo(Reason.TOKEN_VERIFICATION_FAILED.code());
    }
  }

  @Test
  @DisplayName("J17 a pinned issuer must be named exactly")
  void issuer() {
    TokenRules pinned = Verification.issuer(Token.ISSUER, "https://second.example");
    assertThat(Verification.of(Token.valid().text(), pinned)).isEqualTo(VALID);
    assertThat(Verification.of(Token.valid().claim("iss", "https://second.example").text(), pinned))
        .isEqualTo(VALID);
    for (Object issuer :
        Arrays.asList(
            "https://evil.example",
            Token.ISSUER + "/",
            Token.ISSUER.toUpperCase(Locale.ROOT),
            "",
            null,
            1L,
            List.of(Token.ISSUER),
            Map.of("iss", Token.ISSUER))) {
      assertThat(Verification.of(Token.valid().claim("iss", issuer).text(), pinned))
          .as("%s", issuer)
          .isEqualTo(Reason.TOKEN_INVALID_ISSUER.code());
    }
    assertThat(Verification.of(Token.valid().without("iss").text(), pinned))
        .isEqualTo(Reason.TOKEN_INVALID_ISSUER.code());
  }

  @Test
  @DisplayName("J17 an issuer that isn't pinned is not looked at")
  void issuerNotPinned() {
    assertThat(Verification.of(Token.valid().claim("iss", 1L).text())).isEqualTo(VALID);
    assertThat(Verification.of(Token.valid().without("iss").text())).isEqualTo(VALID);
    assertThat(Verification.of(Token.valid().without("iss").text(), Verification.issuer("")))
        .as("an empty issuer pins nothing")
        .isEqualTo(VALID);
  }

  @Test
  @DisplayName("J18 authorized parties set: azp must be one of them, to the character")
  void authorizedParty() {
    TokenRules strict = Verification.authorizedParties("https://app.example", "https://b.example");
    assertThat(Verification.of(Token.valid().claim("azp", "https://b.example").text(), strict))
        .isEqualTo(VALID);
    for (Object party :
        Arrays.asList(
            "https://evil.example",
            "",
            "https://APP.example",
            "https://app.example/",
            "https://app.example:443",
            "http://app.example",
            "https://app.example.evil.example",
            "https://app.example,https://b.example",
            "null",
            null,
            true,
            1L,
            List.of("https://app.example"))) {
      assertThat(Verification.of(Token.valid().claim("azp", party).text(), strict))
          .as("%s", party)
          .isEqualTo(Reason.TOKEN_INVALID_AUTHORIZED_PARTIES.code());
    }
    assertThat(Verification.of(Token.valid().text(), strict))
        .isEqualTo(Reason.TOKEN_INVALID_AUTHORIZED_PARTIES.code());
  }

  @Test
  @DisplayName("J18 an empty party in the configuration doesn't let in tokens without one")
  void emptyAuthorizedParty() {
    TokenRules careless = Verification.authorizedParties("");
    assertThat(Verification.of(Token.valid().claim("azp", "").text(), careless))
        .isEqualTo(Reason.TOKEN_INVALID_AUTHORIZED_PARTIES.code());
    assertThat(Verification.of(Token.valid().text(), careless))
        .isEqualTo(Reason.TOKEN_INVALID_AUTHORIZED_PARTIES.code());
  }

  @Test
  @DisplayName("J19 no authorized parties set: a token with or without azp is accepted")
  void noAuthorizedParties() {
    assertThat(Verification.of(Token.valid().claim("azp", "https://any.example").text()))
        .isEqualTo(VALID);
    assertThat(Verification.of(Token.valid().text())).isEqualTo(VALID);
  }

  @Test
  @DisplayName("J20 audience set: a text or one of a list must be accepted")
  void audience() {
    TokenRules strict = Verification.audience("shop", "till");
    for (Object audience : List.of("shop", "till", List.of("shop"), List.of("other", "till"))) {
      assertThat(Verification.of(Token.valid().claim("aud", audience).text(), strict))
          .as("%s", audience)
          .isEqualTo(VALID);
    }
    for (Object audience :
        List.of("other", "Shop", "shop,till", List.of("other"), List.of("shop "))) {
      assertThat(Verification.of(Token.valid().claim("aud", audience).text(), strict))
          .as("%s", audience)
          .isEqualTo(Reason.TOKEN_VERIFICATION_FAILED.code());
    }
  }

  @Test
  @DisplayName("J20 an audience that is absent or says nothing passes, as upstream")
  void audienceThatSaysNothing() {
    TokenRules strict = Verification.audience("shop");
    assertThat(Verification.of(Token.valid().text(), strict)).isEqualTo(VALID);
    for (Object audience : Arrays.asList("", null, List.of(), List.of(1L), 1L)) {
      assertThat(Verification.of(Token.valid().claim("aud", audience).text(), strict))
          .as("%s", audience)
          .isEqualTo(VALID);
    }
  }

  @ParameterizedTest
  @DisplayName("T1 the skew is honoured to the millisecond; zero is zero")
  @ValueSource(longs = {0, 1, 500, 5_000, 86_400_000, 1_000_000_000_000L})
  void skew(long skew) {
    Token token = Token.valid().claim("exp", NOW_SECONDS).claim("iat", 0L).without("nbf");
    ManualTime time = new ManualTime();
    time.setWallClock(NOW + skew - 1);
    assertThat(Verification.of(token.text(), skewed(skew), time)).isEqualTo(VALID);
    time.setWallClock(NOW + skew);
    assertThat(Verification.of(token.text(), skewed(skew), time))
        .isEqualTo(Reason.TOKEN_EXPIRED.code());
  }

  @Test
  @DisplayName("T1 a negative skew makes times stricter, for one request")
  void negativeSkew() {
    Token token = Token.valid().claim("exp", NOW_SECONDS + 10).without("nbf").without("iat");
    assertThat(Verification.of(token.text(), skewed(-9_999))).isEqualTo(VALID);
    assertThat(Verification.of(token.text(), skewed(-10_000)))
        .isEqualTo(Reason.TOKEN_EXPIRED.code());
  }

  @Test
  @DisplayName(
      "T1 a skew beyond all measure overflows nothing: huge is lax, hugely negative strict")
  void skewBeyondMeasure() {
    String over = Token.valid().issuedAt(11).text();
    String ahead = Token.valid().issuedAt(NOW_SECONDS + 1_000).text();
    for (long skew : new long[] {Long.MAX_VALUE, Long.MAX_VALUE - NOW, Long.MAX_VALUE / 2}) {
      assertThat(Verification.of(over, skewed(skew))).isEqualTo(VALID);
      assertThat(Verification.of(ahead, skewed(skew))).isEqualTo(VALID);
    }
    for (long skew : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + NOW, Long.MIN_VALUE / 2}) {
      assertThat(Verification.of(over, skewed(skew))).isEqualTo(Reason.TOKEN_EXPIRED.code());
      assertThat(Verification.of(Token.valid().text(), skewed(skew)))
          .isEqualTo(Reason.TOKEN_EXPIRED.code());
    }
  }

  @ParameterizedTest
  @DisplayName("T6 the years 2038, 2106 and 9999 are years like any other")
  @ValueSource(
      longs = {2_147_483_647L, 2_147_483_648L, 4_294_967_295L, 4_294_967_296L, 253_402_300_799L})
  void lateYears(long seconds) {
    ManualTime time = new ManualTime();
    time.setWallClock(seconds * 1000);
    assertThat(Verification.of(Token.valid().issuedAt(seconds).text(), Verification.RULES, time))
        .isEqualTo(VALID);
    assertThat(Verification.of(Token.valid().text(), Verification.RULES, time))
        .isEqualTo(Reason.TOKEN_EXPIRED.code());
    assertThat(
            Verification.of(Token.valid().issuedAt(seconds - 65).text(), Verification.RULES, time))
        .isEqualTo(Reason.TOKEN_EXPIRED.code());
    assertThat(
            Verification.of(Token.valid().issuedAt(seconds + 16).text(), Verification.RULES, time))
        .isEqualTo(Reason.TOKEN_NOT_ACTIVE_YET.code());
  }

  @Test
  @DisplayName("T6 times in milliseconds are far in the future, and not taken for seconds")
  void millisecondsForSeconds() {
    assertThat(Verification.of(Token.valid().claim("iat", NOW).without("nbf").text()))
        .isEqualTo(Reason.TOKEN_IAT_IN_THE_FUTURE.code());
    assertThat(Verification.of(Token.valid().claim("nbf", NOW).text()))
        .isEqualTo(Reason.TOKEN_NOT_ACTIVE_YET.code());
  }

  private static TokenRules skewed(long millis) {
    return Verification.RULES.withClockSkewMillis(millis);
  }
}
