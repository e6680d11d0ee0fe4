package io.github.clerkjakarta.internal.auth;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads single claims as Clerk's own SDKs, which run on JavaScript, read them. */
final class ClaimText {

  private ClaimText() {}

  /** The claim's text; null when it is missing or anything but a string. */
  static @Nullable String text(@Nullable Object claim) {
    return claim instanceof String text ? text : null;
  }

  /** Whether a claim says nothing: it is missing, empty, false or zero. */
  static boolean isNothing(@Nullable Object claim) {
    return claim == null
        || claim.equals("")
        || claim.equals(false)
        || (claim instanceof Number number && number.doubleValue() == 0);
  }

  /** The parts of a list in one string, split at every comma and trimmed. */
  static List<String> parts(String claim) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int comma = claim.indexOf(','); comma >= 0; comma = claim.indexOf(',', start)) {
      parts.add(trim(claim.substring(start, comma)));
      start = comma + 1;
    }
    parts.add(trim(claim.substring(start)));
    return parts;
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isWhiteSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** White space and line terminators of ECMAScript (ECMA-262, sections 12.2 and 12.3). */
  private static boolean isWhiteSpace(char c) {
    return (c >= '\t' && c <= '\r') || Character.isSpaceChar(c) || c == '\uFEFF';
  }
}
