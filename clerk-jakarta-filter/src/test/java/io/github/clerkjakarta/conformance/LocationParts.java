package io.github.clerkjakarta.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A URL taken apart, as far as vectors tell URLs apart. */
final class LocationParts {

  private LocationParts() {}

  /** What an expected {@code location} would say of this URL; the last of several inner URLs. */
  static Map<String, @Nullable Object> of(String text, Map<String, @Nullable Object> expected) {
    Map<String, @Nullable Object> parts = split(text);
    Map<String, @Nullable Object> inner = Values.object(expected, "inner");
    if (inner.isEmpty()) {
      return parts;
    }
    String param = Values.string(inner, "param");
    for (Object pair : Values.list(parts.get("query"))) {
      List<@Nullable Object> named = Values.list(pair);
      if (param.equals(named.get(0))) {
        Map<String, @Nullable Object> url =
            new LinkedHashMap<>(split(String.valueOf(named.get(1))));
        url.put("param", param);
        parts.put("inner", url);
      }
    }
    parts.put("query", withoutText(Values.list(parts.get("query")), param));
    return parts;
  }

  /** The expected {@code location}, with the text of the inner URL left out. */
  static Map<String, @Nullable Object> comparable(Map<String, @Nullable Object> expected) {
    Map<String, @Nullable Object> inner = Values.object(expected, "inner");
    return inner.isEmpty()
        ? expected
        : Values.with(
            expected,
            "query",
            withoutText(Values.list(expected.get("query")), Values.string(inner, "param")));
  }

  /** The query with the last parameter of this name left blank. */
  private static List<List<@Nullable Object>> withoutText(List<?> query, String param) {
    List<List<@Nullable Object>> shown = new ArrayList<>();
    int last = -1;
    for (Object pair : query) {
      List<@Nullable Object> named = Values.list(pair);
      last = param.equals(named.get(0)) ? shown.size() : last;
      shown.add(named);
    }
    if (last >= 0) {
      shown.set(last, List.of(param, "(inner)"));
    }
    return shown;
  }

  private static Map<String, @Nullable Object> split(String text) {
    Map<String, @Nullable Object> parts = new LinkedHashMap<>();
    int hash = text.indexOf('#');
    String beforeHash = hash < 0 ? text : text.substring(0, hash);
    int mark = beforeHash.indexOf('?');
    parts.put("url", withPath(mark < 0 ? beforeHash : beforeHash.substring(0, mark)));
    parts.put("query", mark < 0 ? List.of() : query(beforeHash.substring(mark + 1)));
    if (hash >= 0 && hash + 1 < text.length()) {
      parts.put("fragment", text.substring(hash));
    }
    return parts;
  }

  /** Scheme, host and path as a URL parser shows them: no user, and a slash for an empty path. */
  private static String withPath(String url) {
    int authority = url.indexOf("://") + 3;
    if (authority < 3) {
      return url;
    }
    int slash = url.indexOf('/', authority);
    String host = slash < 0 ? url.substring(authority) : url.substring(authority, slash);
    return url.substring(0, authority)
        + host.substring(host.lastIndexOf('@') + 1)
        + (slash < 0 ? "/" : url.substring(slash));
  }

  /** Names and values in order, decoded as {@code application/x-www-form-urlencoded}. */
  static List<List<String>> query(String text) {
    List<List<String>> pairs = new ArrayList<>();
    for (String pair : text.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        pairs.add(
            equals < 0
                ? List.of(decoded(pair), "")
                : List.of(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length; i++) {
      int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
      int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
      if (encoded[i] == '%' && high >= 0 && low >= 0) {
        decoded.write(high * 16 + low);
        i += 2;
      } else {
        decoded.write(encoded[i] == '+' ? ' ' : encoded[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }
}
