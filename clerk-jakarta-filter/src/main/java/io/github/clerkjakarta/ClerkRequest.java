package io.github.clerkjakarta;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

  /** The URL of the host's root, for example {@code https://app.example/}: the start of the URL. */
  default String rootUrl() {
    String url = url();
    int authority = url.indexOf("://");
    if (authority < 0) {
      return url;
    }
    int end = authority + 3;
    while (end < url.length() && "/\\?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return url.substring(0, end) + "/";
  }

  /** The raw query of {@link #url}, without its question mark; empty when there is none. */
  default String query() {
    String url = url();
    int question = url.indexOf('?');
    int hash = url.indexOf('#');
    boolean absent = question < 0 || (hash >= 0 && hash < question);
    return absent ? "" : url.substring(question + 1, hash < 0 ? url.length() : hash);
  }

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
    Map<String, List<String>> copy = new HashMap<>();
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
