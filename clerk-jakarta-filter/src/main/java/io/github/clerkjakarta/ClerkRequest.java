package io.github.clerkjakarta;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is read off a request. Body and form parameters are never among it.
 *
 * <p>An implementation may read lazily; each method answers the same for the life of a request.
 */
public interface ClerkRequest {

  /** The method, as sent: {@code GET}. */
  String method();

  /**
   * The absolute URL as the container sees it, with the raw query: {@code
   * https://app.example/a?b=c}.
   */
  String url();

  /** The values of a header in the order sent; the name is lower-case. Empty when it's absent. */
  List<String> header(String name);

  /** The lower-case names of all headers. */
  Set<String> headerNames();

  /** The context path of the application, as it stands in the URL; empty for the root. */
  default String contextPath() {
    return "";
  }

  /**
   * A request with these parts.
   *
   * @param method the method
   * @param url the absolute URL, with its query
   * @param headers names in any case
   */
  static ClerkRequest of(String method, String url, Map<String, List<String>> headers) {
    Map<String, List<String>> copy = new TreeMap<>();
    headers.forEach((name, values) -> copy.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    return new ClerkRequest() {
      @Override
      public String method() {
        return method;
      }

      @Override
      public String url() {
        return url;
      }

      @Override
      public List<String> header(String name) {
        return copy.getOrDefault(name, List.of());
      }

      @Override
      public Set<String> headerNames() {
        return Collections.unmodifiableSet(copy.keySet());
      }
    };
  }
}
