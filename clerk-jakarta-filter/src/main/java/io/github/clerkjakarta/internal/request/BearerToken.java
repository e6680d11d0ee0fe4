package io.github.clerkjakarta.internal.request;

import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.token.TokenText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The token of an {@code Authorization} header, by Clerk's exact rules: behind {@code Bearer} and
 * one space, or the whole value where there is no second word. Other schemes carry no token.
 */
public final class BearerToken {

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

  /** The kind of a token that only Clerk can read, by its prefix; empty for any other. */
  public static Optional<TokenType> opaqueType(String token) {
    if (token.startsWith("ak_")) {
      return Optional.of(TokenType.API_KEY);
    }
    if (token.startsWith("mt_")) {
      return Optional.of(TokenType.M2M_TOKEN);
    }
    return token.startsWith("oat_") ? Optional.of(TokenType.OAUTH_TOKEN) : Optional.empty();
  }
}
