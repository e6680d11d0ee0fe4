package io.github.clerkjakarta.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expected here was printed by {@code new URL(…).hostname} in Node.js 20. */
class HostParserTest {

  @ParameterizedTest
  @CsvSource({
    "EXAMPLE.Com, example.com",
    "ex%41mple.com, example.com",
    "a.example., a.example.",
    "a..b, a..b",
    "., .",
    "a_b, a_b",
    "-a-, -a-",
    "a%2fb,",
    "a%00b,",
    "%,",
    "%zz,",
    "a%7Fb,",
    "a b,",
    "<bad>host,",
    "a|b,",
    "a^b,",
    "'',"
  })
  void domain(String text, @Nullable String host) {
    assertThat(HostParser.parse(text)).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "bücher.example, xn--bcher-kva.example",
    "BÜCHER.example, xn--bcher-kva.example",
    "b%C3%BCcher.example, xn--bcher-kva.example",
    "ＧＯ.example, go.example",
    "a。b, a.b",
    "日本語.jp, xn--wgv71a119e.jp",
    "ΟΔΟΣ.example, xn--pxavbq.example",
    "İ.example, xn--i-9bb.example",
    "a\u00ADü.example, xn--a-eha.example",
    "\uD87E\uDC68.example, xn--snl.example",
    "xn--bcher-kva.ü, xn--bcher-kva.xn--tda",
    "xn--bcher-kva.example, xn--bcher-kva.example",
    "xn--a.example, xn--a.example",
    "％41,",
    "１２７.1, 127.0.0.1"
  })
  void internationalDomain(String text, @Nullable String host) {
    assertThat(HostParser.parse(text)).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "straße.example",
        "φως.example",
        "a\u200Db.example",
        "😀.example",
        "ü..example",
        "www\u2025example",
        "www\u2024example",
        "\u2488example",
        "\u04C0.example",
        "\u2183.example",
        "\u10A0.example",
        "a\u1806b.example",
        "a\u115Fb.example",
        "a\u3164b.example",
        "a\uFFA0b.example",
        "a\u17B4b.example",
        "fa\u00DF.example",
        "xn--a.ü",
        "ü.xn--a"
      })
  @DisplayName("H8 a host that browsers may read differently is refused")
  void internationalDomainThatTheJdkMayReadDifferentlyIsRefused(String text) {
    assertThat(HostParser.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "127.1, 127.0.0.1",
    "0x7f.1, 127.0.0.1",
    "0300.0250.1, 192.168.0.1",
    "017700000001, 127.0.0.1",
    "4294967295, 255.255.255.255",
    "4294967296,",
    "99999999999999999999999999,",
    "1.2.3.256,",
    "256.1,",
    "1.2.65535, 1.2.255.255",
    "1.2.65536,",
    "1.2.3.4.5,",
    "1.2.3.4., 1.2.3.4",
    "1.2.3.4..,1.2.3.4..",
    "1..2,",
    "1.2.3.08,",
    "foo.0x4,",
    "foo.0xg, foo.0xg",
    "foo.09,",
    "0x, 0.0.0.0",
    "1e3, 1e3"
  })
  void ipv4Address(String text, @Nullable String host) {
    assertThat(HostParser.parse(text)).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "[::1], [::1]",
    "[::], [::]",
    "[1:2:3:4:5:6:7:8], [1:2:3:4:5:6:7:8]",
    "[2001:DB8::0:1], [2001:db8::1]",
    "[1:0:0:2:0:0:0:3], [1:0:0:2::3]",
    "[1:0:0:2:3:0:0:4], [1::2:3:0:0:4]",
    "[1:0:2:3:4:5:6:7], [1:0:2:3:4:5:6:7]",
    "[1::], [1::]",
    "[::ffff:1.2.3.4], [::ffff:102:304]",
    "[1:2:3:4:5:6:7::], [1:2:3:4:5:6:7:0]",
    "[1:2:3:4:5:6:1.2.3.4], [1:2:3:4:5:6:102:304]",
    "[1:2:3:4:5:6:7:1.2.3.4],",
    "[1.2.3.4::],",
    "[1::2::3],",
    "[:::],",
    "[12345::],",
    "[g::],",
    "[:1],",
    "[1:],",
    "[1:2:3:4:5:6:7],",
    "[1:2:3:4:5:6:7:8:9],",
    "[::1.2.3],",
    "[::1.2.3.04],",
    "[::1.2.3.256],",
    "[::1.2..4],",
    "[::1.2.3.4:1],",
    "[fe80::1%25eth0],",
    "[],",
    "[::1,",
    "[::1]x,"
  })
  void ipv6Address(String text, @Nullable String host) {
    assertThat(HostParser.parse(text)).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"::", "::1", ":", "[", "]", "user@shop.example", "shop.example/evil"})
  @DisplayName("H8 what is no host is refused without an exception")
  void noHost(String text) {
    assertThat(HostParser.parse(text)).isNull();
  }

  @Test
  @DisplayName("H8 no text makes the host parser throw")
  void anyText() {
    Random random = new Random(8);
    String odd = ".:[]%0x1a-ü。ßＧ\ud83d\ude00\ud800\u0000\u200d\u3002";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "xn--" : "");
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(
            random.nextBoolean()
                ? odd.charAt(random.nextInt(odd.length()))
                : (char) random.nextInt(0x10000));
      }
      assertThatCode(() -> HostParser.parse(text.toString()))
          .as(() -> text.chars().mapToObj(Integer::toHexString).toList().toString())
          .doesNotThrowAnyException();
    }
  }
}
