package io.github.clerkjakarta.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.testing.Instances;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CookielessBrowsersTest {

  /** Begins just before it overflows. */
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000);

  private final CookielessBrowsers browsers = new CookielessBrowsers(clock::get);

  @Test
  @DisplayName("R9 a minute later it begins anew")
  void window() {
    for (int i = 0; i < 10; i++) {
      assertThat(ends(Instances.TEST_KEY, "/")).isFalse();
    }
    assertThat(ends(Instances.TEST_KEY, "/")).isTrue();
    clock.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(ends(Instances.TEST_KEY, "/")).isTrue();
    clock.addAndGet(1);
    assertThat(ends(Instances.TEST_KEY, "/")).isFalse();
  }

  @Test
  @DisplayName("R9 production isn't counted: there new visitors are many and have no cookie")
  void production() {
    for (int i = 0; i < 20; i++) {
      assertThat(ends(Instances.LIVE_KEY, "/")).isFalse();
    }
  }

  @Test
  @DisplayName("R9 a flood of addresses takes no more memory, and shuts nobody out")
  void flood() {
    for (int i = 0; i < 10; i++) {
      ends(Instances.TEST_KEY, "/");
    }
    for (int i = 0; i < 5_000; i++) {
      assertThat(ends(Instances.TEST_KEY, "/" + i)).isFalse();
    }
    assertThat(ends(Instances.TEST_KEY, "/")).as("was forgotten").isFalse();
  }

  private boolean ends(String key, String path) {
    ClerkRequest request =
        ClerkRequest.of(
            "GET", "https://shop.example" + path, Map.of("user-agent", List.of("a browser")));
    RequestSettings settings =
        RequestSettings.of(ClerkOptions.builder().publishableKey(key).build());
    RequestState state = RequestState.about(request, settings).handshake("dev-browser-missing", "");
    return browsers.endHandshakes(fromLoopback(), state);
  }

  private static HttpServletRequest fromLoopback() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            CookielessBrowsersTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> "127.0.0.1");
  }
}
