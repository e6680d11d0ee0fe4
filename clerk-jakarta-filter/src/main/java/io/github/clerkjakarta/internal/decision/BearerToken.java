package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.internal.token.TokenText;
import org.jspecify.annotations.Nullable;

/**
 * The token of an {@code Authorization} header, by Clerk's exact rules: behind {@code Bearer} and
 * one space, or the whole value where there is no second word. Other schemes carry no token.
 */
final class BearerToken {

  private BearerToken() {}

  static @Nullable TokenText of(@Nullable String authorization) {
    if (authorization == null || authorization.isEmpty()) {
      return null;
    }
    int space = authorization.indexOf(' ');
    if (space < 0) {
      return TokenText.of(authorization);
    }
    int start = space + 1;
    int next = authorization.indexOf(' ', start);
    int end = next < 0 ? authorization.length() : next;
    if (start == end) {
      return TokenText.of(authorization, 0, space);
    }
    return space == 6 && authorization.startsWith("Bearer")
        ? TokenText.of(authorization, start, end)
        : null;
  }
}
