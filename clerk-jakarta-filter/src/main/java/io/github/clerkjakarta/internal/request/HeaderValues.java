package io.github.clerkjakarta.internal.request;

import io.github.clerkjakarta.ClerkRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads request headers as the Fetch standard does: trimmed, several values joined. */
public final class HeaderValues {

  private HeaderValues() {}

  /** The value; null when the header is absent. */
  public static @Nullable String value(ClerkRequest request, String name) {
    return joined(request.header(name), ", ");
  }

  /** The value; null when the header is absent or empty. */
  static @Nullable String nonEmpty(ClerkRequest request, String name) {
    String value = value(request, name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** The cookies of all {@code Cookie} headers; empty when there is none. */
  static String cookies(ClerkRequest request) {
    String joined = joined(request.header("cookie"), "; ");
    return joined == null ? "" : joined;
  }

  private static @Nullable String joined(List<String> values, String separator) {
    return switch (values.size()) {
      case 0 -> null;
      case 1 -> trimmed(values.get(0));
      default -> String.join(separator, values.stream().map(HeaderValues::trimmed).toList());
    };
  }

  private static String trimmed(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isHttpWhitespace(value.charAt(start))) {
      start++;
    }
    while (end > start && isHttpWhitespace(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  private static boolean isHttpWhitespace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
