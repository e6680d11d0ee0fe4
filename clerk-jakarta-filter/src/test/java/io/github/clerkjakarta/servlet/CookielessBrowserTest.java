package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A browser that keeps no cookie, and a development instance")
class CookielessBrowserTest {

  @ParameterizedTest
  @EnumSource
  @DisplayName("R9 is sent to Clerk ten times in a minute for one address, and then told")
  void bounded(TestServer server) {
    RunningServer running = EngineServers.development(server, Map.of("clerk.clockSkew", "6s"));
    for (int i = 0; i < 10; i++) {
      assertThat(page(running, "/x?a=b", "one").status()).isEqualTo(307);
    }
    Answer answer = page(running, "/x?a=b", "one");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("sends no cookies to this site");
    assertThat(page(running, "/y", "one").status()).as("another address").isEqualTo(307);
    assertThat(page(running, "/x?a=b", "two").status()).as("another browser").isEqualTo(307);
    assertThat(
            running
                .get("/x?a=b")
                .asDocument()
                .with("User-Agent", "one")
                .with("X-Forwarded-For", "203.0.113.9")
                .send()
                .status())
        .as("another client of the proxy")
        .isEqualTo(307);
    assertThat(
            running
                .get("/x?a=b")
                .asDocument()
                .with("User-Agent", "one")
                .with("Cookie", "a=b")
                .send()
                .status())
        .as("with a cookie")
        .isEqualTo(307);
  }

  private static Answer page(RunningServer running, String target, String browser) {
    return running.get(target).asDocument().with("User-Agent", browser).send();
  }
}
