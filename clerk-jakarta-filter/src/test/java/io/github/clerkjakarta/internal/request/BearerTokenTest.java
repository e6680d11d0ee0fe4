package io.github.clerkjakarta.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.token.TokenText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which token an {@code Authorization} header carries. */
class BearerTokenTest {

  @ParameterizedTest
  @DisplayName("H1 a token stands behind Bearer and one space, or alone")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Bearer abc,abc",
        "Bearer abc def,abc",
        "Bearer abc ,abc",
        "abc,abc",
        "Bearer,Bearer",
        "abc ,abc",
        "Bearer ,Bearer",
        "Bearer  abc,Bearer",
        "basic,basic",
        "Bearer\tabc,Bearer\tabc",
        "a.b.c,a.b.c"
      })
  void carries(String authorization, String token) {
    assertThat(tokenOf(authorization)).isEqualTo(token);
  }

  @ParameterizedTest
  @DisplayName("H1 any other scheme carries no token, however alike its name")
  @ValueSource(
      strings = {
        "bearer abc",
        "BEARER abc",
        "Bearer\t abc",
        "Bearers abc",
        "xBearer abc",
        "Bearer: abc",
        "JWT abc"
      })
  void otherSchemes(String authorization) {
    assertThat(tokenOf(authorization)).isNull();
  }

  @ParameterizedTest
  @DisplayName("H2 Basic, Digest and Negotiate carry none")
  @ValueSource(strings = {"Basic dTpw", "Digest username=\"u\"", "Negotiate YII", "NTLM x"})
  void containersSchemes(String authorization) {
    assertThat(tokenOf(authorization)).isNull();
  }

  @Test
  @DisplayName("H1 no header, or an empty one, carries none; no text makes it throw")
  void nothing() {
    assertThat(BearerToken.of(null)).isNull();
    assertThat(tokenOf("")).isNull();
    for (String text : new String[] {" ", "  ", "\u0000", "\ud800", "Bearer \u0000", " Bearer x"}) {
      TokenText token = BearerToken.of(text);
      assertThat(token == null || token.length() <= text.length()).isTrue();
    }
  }

  private static @Nullable String tokenOf(String authorization) {
    TokenText token = BearerToken.of(authorization);
    return token == null ? null : token.text();
  }
}
