package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.internal.json.JsonValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member of an outcome that isn't what it should be.
 *
 * @param member the path of the member
 * @param expected what it should be
 * @param actual what it is
 */
record Mismatch(String member, @Nullable Object expected, @Nullable Object actual) {

  private static final int LONGEST = 300;

  /** One readable line. */
  String line() {
    return member + ": expected " + shown(expected) + " but was " + shown(actual);
  }

  private static String shown(@Nullable Object value) {
    boolean json =
        value instanceof String || value instanceof Map<?, ?> || value instanceof List<?>;
    String text = json ? JsonValues.write(value) : String.valueOf(value);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
