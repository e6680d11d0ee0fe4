package io.github.clerkjakarta.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The cookie that counts handshakes")
class RedirectCountCookieTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "__clerk_redirect_count=3                                  | ''",
        "a=b; __clerk_redirect_count=3; c=d                         | a=b; c=d",
        "__Host-clerk_redirect_count=2                             | __clerk_redirect_count=2",
        "a=b;__Host-clerk_redirect_count=2; __clerk_redirect_count=3 | a=b;__clerk_redirect_count=2",
        "x__clerk_redirect_count=3                                 | x__clerk_redirect_count=3",
        "a=__clerk_redirect_count=3                                | a=__clerk_redirect_count=3",
        "__clerk_redirect_count                                    | __clerk_redirect_count",
        "a=b                                                       | a=b",
      })
  @DisplayName("C15 is read on https under the name that no sibling can set")
  void read(String sent, String read) {
    assertThat(RedirectCountCookie.read(List.of(sent), () -> true)).containsExactly(read);
    assertThat(RedirectCountCookie.read(List.of(sent), () -> false)).containsExactly(sent);
  }

  @Test
  @DisplayName("C15 is written under that name on https, for the whole host and Secure")
  void written() {
    String directive = "__clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2";
    assertThat(RedirectCountCookie.written(directive, true))
        .isEqualTo(
            "__Host-clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2; Path=/; Secure");
    assertThat(RedirectCountCookie.written(directive, false)).isEqualTo(directive + "; Path=/");
    String other = "__session=__clerk_redirect_count=1; Path=/";
    assertThat(RedirectCountCookie.written(other, true)).isEqualTo(other);
  }
}
