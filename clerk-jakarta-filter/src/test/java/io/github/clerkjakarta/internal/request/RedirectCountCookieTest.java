package io.github.clerkjakarta.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestSettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        "__clerk_redirect_count=3                                   |   | 3",
        "a=b; __clerk_redirect_count=3; c=d                         |   | 3",
        "__Host-clerk_redirect_count=2                              | 2 |",
        "a=b;__Host-clerk_redirect_count=2; __clerk_redirect_count=3 | 2 | 3",
        "x__clerk_redirect_count=3                                  |   |",
        "a=__Host-clerk_redirect_count=3                            |   |",
        "__clerk_redirect_count                                     |   |",
      })
  @DisplayName("C15 is read on https under the name that no sibling can set")
  void read(String sent, @Nullable String secure, @Nullable String plain) {
    assertThat(count("https://app.example/", sent)).isEqualTo(secure);
    assertThat(count("http://app.example/", sent)).isEqualTo(plain);
  }

  @Test
  @DisplayName("C15 is Clerk's own where no browser is known")
  void engine() {
    ClerkRequest request =
        ClerkRequest.of(
            "GET",
            "https://app.example/",
            Map.of("cookie", List.of("__clerk_redirect_count=3; __Host-clerk_redirect_count=1")));
    assertThat(IncomingRequest.of(request).redirectCount()).isEqualTo("3");
  }

  private static @Nullable String count(String url, String cookies) {
    ClerkRequest request = ClerkRequest.of("GET", url, Map.of("cookie", List.of(cookies)));
    PublicAddress seenAt = PublicAddress.of(RequestSettings.of(ClerkOptions.builder().build()));
    return IncomingRequest.ofBrowser(request, seenAt).redirectCount();
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
