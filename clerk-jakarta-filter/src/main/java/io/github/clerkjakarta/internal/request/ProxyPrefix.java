package io.github.clerkjakarta.internal.request;

import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a path that browsers see and the application doesn't, because a reverse proxy takes
 * it away: empty, or one that begins with a slash and ends in none.
 */
final class ProxyPrefix {

  private static final Pattern PLAIN =
      Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~!$&'()*+=:@-]+)*");
  private static final Pattern COMMA = Pattern.compile(",");

  private ProxyPrefix() {}

  /** What comes before the context path at the public URL of an application. */
  static String of(WebUrl application, String contextPath) {
    String path = withoutEnd(application.pathname(), "/");
    return withoutEnd(path, contextPath);
  }

  /**
   * What the proxies have taken away, the first of them first; empty when that isn't plainly a
   * path.
   *
   * @param header the values of {@code X-Forwarded-Prefix}; null when it isn't sent
   */
  static String forwarded(@Nullable String header) {
    if (header == null) {
      return "";
    }
    StringBuilder prefix = new StringBuilder();
    COMMA.splitAsStream(header).map(path -> withoutEnd(path.strip(), "/")).forEach(prefix::append);
    return PLAIN.matcher(prefix).matches() ? prefix.toString() : "";
  }

  private static String withoutEnd(String path, String end) {
    return path.endsWith(end) ? path.substring(0, path.length() - end.length()) : path;
  }
}
