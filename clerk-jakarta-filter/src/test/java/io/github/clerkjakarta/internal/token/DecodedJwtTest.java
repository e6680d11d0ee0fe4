package io.github.clerkjakarta.internal.token;

import static io.github.clerkjakarta.testing.Token.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.testing.ManualTime;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking a token apart: whatever the text, a refusal or a token, and nothing else. */
class DecodedJwtTest {

  private static final String GOOD = Token.valid().text();
  private static final String[] PARTS = GOOD.split("\\.");

  @Test
  void aGoodTokenIsValid() {
    assertThat(Verification.of(GOOD)).isEqualTo(Verification.VALID);
  }

  @ParameterizedTest
  @DisplayName("J7 anything but three parts is refused")
  @ValueSource(
      strings = {"", ".", "x", "a.b", "a.b.c.d", "a.b.c.d.e", "eyJ.eyJ", "eyJ.eyJ.eyJ.eyJ.eyJ"})
  void notThreeParts(String token) {
    assertThat(Verification.of(token)).isEqualTo(Reason.TOKEN_INVALID.code());
  }

  @Test
  @DisplayName("J7 a real token with a part too few or too many is refused")
  void partsAddedAndRemoved() {
    assertThat(Verification.of(PARTS[0] + "." + PARTS[1])).isEqualTo(Reason.TOKEN_INVALID.code());
    assertThat(Verification.of(GOOD + ".")).isEqualTo(Reason.TOKEN_INVALID.code());
    assertThat(Verification.of("." + GOOD)).isEqualTo(Reason.TOKEN_INVALID.code());
    assertThat(Verification.of(GOOD + "." + PARTS[2])).isEqualTo(Reason.TOKEN_INVALID.code());
  }

  @Test
  @DisplayName("J7 ten thousand dots are refused at once, a thousand times over")
  void manyDots() {
    String dots = ".".repeat(10_000);
    Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          for (int i = 0; i < 1_000; i++) {
            assertThat(Verification.of(dots)).isEqualTo(Reason.TOKEN_INVALID.code());
          }
        });
  }

  @ParameterizedTest
  @DisplayName("J8 a part with a character that isn't base64url is refused")
  @ValueSource(
      strings = {"+", "/", " ", "\n", "\t", "\u0000", "ä", "\u20ac", "\ud800", "%", "é", "!"})
  void foreignCharacters(String foreign) {
    for (int part = 0; part < 3; part++) {
      String[] damaged = PARTS.clone();
      String text = damaged[part];
      damaged[part] = text.substring(0, 4) + foreign + text.substring(5);
      assertThat(Verification.of(String.join(".", damaged)))
          .as("part %s", part)
          .isEqualTo(Reason.TOKEN_INVALID.code());
      damaged[part] = text + foreign;
      assertThat(Verification.of(String.join(".", damaged)))
          .as("behind part %s", part)
          .isEqualTo(Reason.TOKEN_INVALID.code());
    }
  }

  @Test
  @DisplayName("J8 padding in the middle of a part is refused")
  void paddingInside() {
    assertThat(Verification.of(PARTS[0].substring(0, 4) + "=" + GOOD.substring(5)))
        .isEqualTo(Reason.TOKEN_INVALID.code());
  }

  @Test
  @DisplayName("J31 padding behind a part is refused, be it what the part's length asks for")
  void paddingBehindParts() {
    for (int part = 0; part < 3; part++) {
      for (String padding : new String[] {"=", "==", "===", "====", "=".repeat(24)}) {
        String[] padded = PARTS.clone();
        padded[part] += padding;
        assertThat(Verification.of(String.join(".", padded)))
            .as("%s behind part %s", padding, part)
            .isEqualTo(Reason.TOKEN_INVALID.code());
      }
    }
  }

  @Test
  @DisplayName("J31 padding that Clerk's own key has signed is refused all the same")
  void signedPadding() {
    String signed = PARTS[0] + "." + PARTS[1] + "=".repeat(4 - PARTS[1].length() % 4);
    byte[] signature = SigningKey.ONE.sign("SHA256withRSA", signed);
    String token = signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    assertThat(Verification.of(token)).isEqualTo(Reason.TOKEN_INVALID.code());
  }

  @Test
  @DisplayName("J31 an M2M token without a category stays one, or is none, with padding behind it")
  void paddingAndKind() throws Exception {
    String machine = Token.valid().claim("sub", "mch_1").text();
    assertThat(Jws.decode(machine, null).jwt().isM2mToken()).isTrue();
    ReceivedToken padded =
        Verification.verifier(new ManualTime())
            .receive(TokenText.of(machine + "="), Verification.RULES);
    assertThat(padded.jwtIfDecodable()).isNull();
    assertThat(padded.isOpaque()).isTrue();
  }

  @ParameterizedTest
  @DisplayName("J30 JSON in UTF-16 or UTF-32, with or without a byte order mark, is refused")
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void otherUnicodeEncodings(String charset) {
    for (String mark : new String[] {"", "\ufeff"}) {
      byte[] header = bytes(mark + decoded(PARTS[0]), charset);
      byte[] payload = bytes(mark + decoded(PARTS[1]), charset);
      assertThat(Verification.of(signed(header, bytes(decoded(PARTS[1]), "UTF-8"))))
          .isEqualTo(Reason.TOKEN_INVALID.code());
      assertThat(Verification.of(signed(bytes(decoded(PARTS[0]), "UTF-8"), payload)))
          .isEqualTo(Reason.TOKEN_INVALID.code());
    }
  }

  @Test
  @DisplayName("J30 one byte order mark of UTF-8 is skipped, as upstream; a second is no JSON")
  void byteOrderMark() {
    for (int part = 0; part < 2; part++) {
      String[] json = {decoded(PARTS[0]), decoded(PARTS[1])};
      json[part] = "\ufeff" + json[part];
      assertThat(Verification.of(signed(bytes(json[0], "UTF-8"), bytes(json[1], "UTF-8"))))
          .isEqualTo(Verification.VALID);
      json[part] = "\ufeff" + json[part];
      assertThat(Verification.of(signed(bytes(json[0], "UTF-8"), bytes(json[1], "UTF-8"))))
          .isEqualTo(Reason.TOKEN_INVALID.code());
    }
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }

  private static String signed(byte[] header, byte[] payload) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String input = encoder.encodeToString(header) + "." + encoder.encodeToString(payload);
    return input + "." + encoder.encodeToString(SigningKey.ONE.sign("SHA256withRSA", input));
  }

  @Test
  @DisplayName("J8 a last character with other unused bits is refused: one token, one text")
  void nonCanonicalLastCharacter() {
    // 256 bytes end in two characters, of which the last has four unused bits
    assertThat(PARTS[2]).hasSize(342);
    char last = PARTS[2].charAt(341);
    int refused = 0;
    for (char other :
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
      String altered = GOOD.substring(0, GOOD.length() - 1) + other;
      String reason = Verification.of(altered);
      assertThat(reason.equals(Verification.VALID)).isEqualTo(other == last);
      refused += reason.equals(Reason.TOKEN_INVALID.code()) ? 1 : 0;
    }
    assertThat(refused).isEqualTo(60);
  }

  @Test
  @DisplayName("J8 a part of one character more than whole bytes need is refused")
  void leftoverCharacter() {
    assertThat(Verification.of("A." + PARTS[1] + "." + PARTS[2]))
        .isEqualTo(Reason.TOKEN_INVALID.code());
    assertThat(Verification.of(PARTS[0] + ".AAAAA." + PARTS[2]))
        .isEqualTo(Reason.TOKEN_INVALID.code());
  }

  @ParameterizedTest
  @DisplayName("J9 a header or payload that isn't JSON is refused")
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "{",
        "}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{'a':1}",
        "{}{}",
        "{} x",
        "NaN",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "// x\n{}",
        "[1",
        "tru",
        "\u0000"
      })
  void notJson(String text) {
    assertThat(Verification.of(encoded(text) + "." + PARTS[1] + "." + PARTS[2]))
        .isEqualTo(Reason.TOKEN_INVALID.code());
    assertThat(Verification.of(PARTS[0] + "." + encoded(text) + "." + PARTS[2]))
        .isEqualTo(Reason.TOKEN_INVALID.code());
  }

  @ParameterizedTest
  @DisplayName("J9 a header that is JSON but no object names no algorithm")
  @ValueSource(strings = {"[]", "[{\"alg\":\"RS256\"}]", "\"RS256\"", "1", "true"})
  void headerIsNoObject(String header) {
    assertThat(Verification.of(Token.valid().headerText(header).text()))
        .isEqualTo(Reason.TOKEN_INVALID_ALGORITHM.code());
  }

  @ParameterizedTest
  @DisplayName("J9 signed claims that are JSON but no object name no subject")
  @ValueSource(strings = {"[]", "[{\"sub\":\"user_1\"}]", "\"user_1\"", "1", "true"})
  void payloadIsNoObject(String payload) {
    assertThat(Verification.of(Token.valid().payloadText(payload).text()))
        .isEqualTo(Reason.TOKEN_VERIFICATION_FAILED.code());
  }

  @Test
  @DisplayName("J9 a header or payload of null is an unexpected error, as upstream")
  void nulls() {
    assertThat(Verification.of(Token.valid().headerText("null").text()))
        .isEqualTo(Reason.UNEXPECTED_ERROR.code());
    assertThat(Verification.of(Token.valid().payloadText("null").text()))
        .isEqualTo(Reason.UNEXPECTED_ERROR.code());
  }

  @Test
  @DisplayName("J9 of a repeated member the last counts, for whoever reads the token")
  void repeatedMembers() throws Exception {
    Token token = Token.valid().rawClaim("sub", "\"user_1\",\"sub\":\"user_2\"");
    assertThat(Jws.decode(token.text(), null).jwt().claim("sub")).isEqualTo("user_2");
    assertThat(
            Verification.of(
                Token.valid()
                    .headerText("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"alg\":\"none\"}")
                    .text()))
        .isEqualTo(Reason.TOKEN_INVALID_ALGORITHM.code());
  }

  @Test
  @DisplayName("J9 a claim 200 deep is read; 10,000 deep is refused; the stack holds")
  void nesting() {
    assertThat(Verification.of(nested(200, 16_384))).isEqualTo(Verification.VALID);
    assertThat(Verification.of(nested(3_000, 16_384))).isEqualTo(Reason.TOKEN_INVALID.code());
    TokenVerifier patient =
        Verification.verifier(PemKey.parse(SigningKey.ONE.pem()), new ManualTime(), 1_000_000);
    assertThat(Verification.of(patient, nested(100_000, 1_000_000), Verification.RULES))
        .isEqualTo(Reason.TOKEN_INVALID.code());
  }

  @Test
  @DisplayName("J9 bytes in another Unicode encoding, or in none, raise nothing")
  void otherEncodings() {
    byte[][] starts = {
      {0, 0, 0, '{'},
      {'{', 0, 0, 0},
      {0, '{', 0, '}'},
      {'{', 0, '}', 0},
      {(byte) 0xff, (byte) 0xfe, 0, 0},
      {0, 0, (byte) 0xfe, (byte) 0xff},
      {0, 0, (byte) 0xff, (byte) 0xfe},
      {(byte) 0xfe, (byte) 0xff, 0, 0},
      {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '{'},
      {(byte) 0xed, (byte) 0xa0, (byte) 0x80, '{'},
      {(byte) 0xc0, (byte) 0x80, '{', '}'},
      {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff},
      {'{', '"', (byte) 0xf4, (byte) 0xbf},
      {0, 0x10, 0x20, '{', 0, 0x22, 0, 0},
      {0, '{', '"'}
    };
    for (byte[] start : starts) {
      String part = Base64.getUrlEncoder().withoutPadding().encodeToString(start);
      assertThat(Verification.of(part + "." + PARTS[1] + "." + PARTS[2]))
          .isNotEqualTo(Verification.VALID);
      assertThat(Verification.of(PARTS[0] + "." + part + "." + PARTS[2]))
          .isNotEqualTo(Verification.VALID);
    }
  }

  @Test
  @DisplayName("J9 lone surrogates, NULs and numbers beyond any type in other claims do no harm")
  void strangeValues() {
    for (String value :
        new String[] {
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u0000\"",
          "1e400",
          "-1e400",
          "1e-400",
          "9".repeat(300),
          "-" + "9".repeat(300),
          "0." + "1".repeat(300),
          "-0",
          "-0.0",
          "[[[]]]"
        }) {
      assertThat(Verification.of(Token.valid().rawClaim("strange", value).text()))
          .as(value)
          .isEqualTo(Verification.VALID);
    }
    assertThat(Verification.of(Token.valid().rawClaim("strange", "1" + "0".repeat(400)).text()))
        .isIn(Verification.VALID, Reason.TOKEN_INVALID.code());
  }

  private static String nested(int depth, int limit) {
    String token = Token.valid().rawClaim("deep", "[".repeat(depth) + "]".repeat(depth)).text();
    assertThat(token.length()).isLessThan(limit);
    return token;
  }
}
