package io.github.clerkjakarta.internal.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.token.PemKey;
import io.github.clerkjakarta.internal.token.TokenVerifier;
import io.github.clerkjakarta.internal.token.VerifiedTokens;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.ManualTime;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Visit;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the cookies that an answer wants set reach the response. */
class CookieDirectivesTest {

  @ParameterizedTest
  @DisplayName("R2 Clerk's own cookies pass as they are")
  @ValueSource(
      strings = {
        "__session=a.b.c; Path=/; SameSite=Lax",
        "__session_MqCvchyS=a.b.c; Path=/; Secure; SameSite=Lax",
        "__client_uat=0; Path=/; Domain=shop.example; Max-Age=315360000",
        "__client_uat_MqCvchyS=1; Domain=.example.com; Path=/",
        "__refresh_MqCvchyS=x; HttpOnly; Secure",
        "__client=x; HttpOnly",
        "__clerk_db_jwt=dvb_1; Path=/",
        "__clerk_handshake=; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
        "__session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
        "__session=x; Domain="
      })
  void ours(String directive) {
    assertThat(accepted(directive)).containsExactly(directive);
  }

  @ParameterizedTest
  @DisplayName("R2 cookies of any other name are dropped")
  @ValueSource(
      strings = {
        "JSESSIONID=x; Path=/",
        "__Host-session=x",
        "__sessions=x",
        "__SESSION=x",
        "session=x",
        "__session_=x",
        " __session=x",
        "\t__session=x",
        "__session =x",
        "=__session",
        "__session2=x",
        "x__session=x",
        "XSRF-TOKEN=__session=x",
        "__clerkx=y",
        "",
        ";",
        "=",
        "; __session=x",
        "__Secure-__session=x"
      })
  void foreignNames(String directive) {
    assertThat(accepted(directive)).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("R2 a domain that the host doesn't belong to is dropped, however it is spelled")
  @ValueSource(
      strings = {
        "__session=x; Domain=evil.example.org",
        "__session=x; domain = evil.example.org ",
        "__session=x; DOMAIN=.evil.example.org",
        "__session=x; Domain=shop.example.com; Domain=evil.example.org",
        "__session=x; Domain=com",
        "__session=x; Domain=.com",
        "__session=x; Domain=.",
        "__session=x; Domain=..example.com",
        "__session=x; Domain=hop.example.com",
        "__session=x; Domain=a.shop.example.com",
        "__session=x; Domain=\"example.com\"",
        "__session=x; Domain=example.com.",
        "__session=x; Domain=shop.example.com:443",
        "__session=x; Domain=https://shop.example.com"
      })
  void foreignDomains(String directive) {
    assertThat(accepted(directive)).isEmpty();
  }

  @Test
  @DisplayName("R2 the host's own domain and the one above it pass")
  void ownDomains() {
    for (String domain : List.of("shop.example.com", ".shop.example.com", "EXAMPLE.com")) {
      assertThat(accepted("__session=x; Domain=" + domain)).hasSize(1);
    }
  }

  @Test
  @DisplayName("R2 control characters, and characters that may become one, are dropped")
  void controlCharacters() {
    for (char c :
        new char[] {'\r', '\n', '\0', '\t', 0x1b, 0x7f, 0x85, '\u010a', '\u560a', '\ud800'}) {
      assertThat(accepted("__session=x" + c + "Set-Cookie: evil=1; Path=/"))
          .as("U+%04x", (int) c)
          .isEmpty();
      assertThat(accepted("__session=x; Path=/" + c)).isEmpty();
      assertThat(accepted("__session" + c + "=x")).isEmpty();
    }
  }

  @Test
  @DisplayName("R2 a dropped session cookie signs nobody in by the one that it was to replace")
  void tokenOfADroppedCookie() {
    CookieDirectives directives =
        of("__session=good; Path=/", "__session=other; Domain=evil.example.org");

    assertThat(directives.sessionToken()).isEqualTo("other");
  }

  @Test
  @DisplayName("C14 several cookies keep their number and order")
  void several() {
    CookieDirectives cookies =
        of("__session=one; Path=/", "JSESSIONID=x", "__client_uat=1", "__session_abcdefgh=two");
    ResponseHeaders headers = new ResponseHeaders();
    cookies.addTo(headers);
    assertThat(headers.toMap().get("set-cookie"))
        .containsExactly("__session=one; Path=/", "__client_uat=1", "__session_abcdefgh=two");
    assertThat(cookies.sessionToken()).isEqualTo("two");
  }

  private static List<String> accepted(String directive) {
    ResponseHeaders headers = new ResponseHeaders();
    of(directive).addTo(headers);
    return headers.toMap().getOrDefault("set-cookie", List.of());
  }

  private static CookieDirectives of(String... directives) {
    ClerkInstance instance =
        new ClerkInstance(Instances.production().build(), new DecisionLog(System::nanoTime));
    TokenVerifier verifier =
        new TokenVerifier(
            PemKey.parse(SigningKey.ONE.pem()),
            new ManualTime(),
            16_384,
            new VerifiedTokens(new ManualTime(), 100));
    String host = directives[0].contains("shop.example;") ? "shop.example" : "shop.example.com";
    return CookieDirectives.of(
        List.of(directives),
        new RequestContext(
            IncomingRequest.of(Visit.document("https://" + host + "/").request()),
            instance,
            verifier,
            instance.rules()));
  }
}
