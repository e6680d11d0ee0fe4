package io.github.clerkjakarta.benchmarks;

import io.github.clerkjakarta.PublishableKey;
import java.util.List;
import java.util.Map;

/**
 * How a request carries its session token; the headers are those a browser or an API client sends.
 */
enum Carrier {
  BEARER("bearer token") {
    @Override
    Map<String, List<String>> headers(String token) {
      return Map.of(
          "host", List.of("app.example.com"),
          "accept", List.of("application/json"),
          "user-agent", List.of("okhttp/5.1.0"),
          "authorization", List.of("Bearer " + token));
    }
  },
  COOKIE("session cookie") {
    @Override
    Map<String, List<String>> headers(String token) {
      return browser("__client_uat=1716200000; __session=" + token);
    }
  },
  COOKIE_TWINS("session cookie and its twin") {
    @Override
    Map<String, List<String>> headers(String token) {
      return browser(
          "__client_uat=1716200000; __client_uat_"
              + SUFFIX
              + "=1716200000; __session="
              + token
              + "; __session_"
              + SUFFIX
              + "="
              + token);
    }
  };

  private static final String SUFFIX =
      PublishableKey.parse(BenchmarkInstance.PUBLISHABLE_KEY).orElseThrow().cookieSuffix();

  private final String words;

  Carrier(String words) {
    this.words = words;
  }

  /** The names are in lower case. */
  abstract Map<String, List<String>> headers(String token);

  /** What the table calls it. */
  String words() {
    return words;
  }

  /** Clerk's cookies stand among others. */
  private static Map<String, List<String>> browser(String cookies) {
    return Map.of(
        "host", List.of("app.example.com"),
        "accept", List.of("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
        "user-agent", List.of("Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0"),
        "sec-fetch-dest", List.of("document"),
        "sec-fetch-mode", List.of("navigate"),
        "sec-fetch-site", List.of("same-origin"),
        "referer", List.of("https://app.example.com/invoices"),
        "cookie",
            List.of(
                "_ga=GA1.1.1483290471.1716200000; theme=dark; JSESSIONID=8F2C1D7A90B34E5F; "
                    + cookies
                    + "; _ga_X1Y2Z3=GS2.1.s1716200000$o3$g1$t1716200900; cookie_consent=all"));
  }
}
