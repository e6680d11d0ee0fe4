package io.github.clerkjakarta.testkit.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code application/x-www-form-urlencoded} text, in a query or a body. */
public final class Query {

  private Query() {}

  /** Returns the values by name; the first wins where a name repeats. */
  public static Map<String, String> parse(@Nullable String text) {
    Map<String, String> values = new LinkedHashMap<>();
    if (text == null || text.isEmpty()) {
      return values;
    }
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      values.putIfAbsent(decode(name), decode(value));
    }
    return values;
  }

  /** Returns every value of a name that repeats, in order. */
  public static List<String> values(String text, String name) {
    return Arrays.stream(text.split("&", -1))
        .filter(pair -> pair.indexOf('=') > 0)
        .filter(pair -> decode(pair.substring(0, pair.indexOf('='))).equals(name))
        .map(pair -> decode(pair.substring(pair.indexOf('=') + 1)))
        .toList();
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
