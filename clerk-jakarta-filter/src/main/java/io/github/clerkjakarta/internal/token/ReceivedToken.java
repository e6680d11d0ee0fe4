package io.github.clerkjakarta.internal.token;

import org.jspecify.annotations.Nullable;

/**
 * A token as a request carried it: seen before, or taken apart when first asked. Belongs to one
 * request and one thread.
 */
public final class ReceivedToken {

  private TokenText text;
  private final @Nullable VerifiedToken seen;
  private @Nullable Jwt jwt;
  private @Nullable TokenRefused undecodable;

  ReceivedToken(TokenText text, @Nullable VerifiedToken seen, boolean tooLong) {
    this.text = text;
    this.seen = seen;
    this.undecodable = tooLong ? tooLong() : null;
  }

  /** The token. */
  public String text() {
    if (seen != null) {
      return seen.text();
    }
    text = TokenText.of(text.text());
    return text.text();
  }

  /** Whether this is the token that these characters are. */
  public boolean is(TokenText other) {
    return other.equals(TokenText.of(text()));
  }

  /** Whether this is no JWT, so that only whoever issued it can say what it is. */
  public boolean isOpaque() {
    Jwt decoded = jwtIfDecodable();
    return decoded == null || !decoded.isPlain();
  }

  /** The token when its signature was found valid before; it may no longer count. */
  @Nullable VerifiedToken seen() {
    return seen;
  }

  /**
   * The token taken apart.
   *
   * @throws TokenRefused when it can't be
   */
  public Jwt jwt() throws TokenRefused {
    if (seen != null) {
      return seen.jwt();
    }
    if (undecodable != null) {
      throw undecodable;
    }
    if (jwt == null) {
      jwt = decode();
    }
    return jwt;
  }

  /** The token taken apart, or null when it can't be. */
  public @Nullable Jwt jwtIfDecodable() {
    try {
      return jwt();
    } catch (TokenRefused e) {
      return null;
    }
  }

  private Jwt decode() throws TokenRefused {
    try {
      return Jwt.decode(text());
    } catch (TokenRefused e) {
      undecodable = e;
      throw e;
    }
  }

  private static TokenRefused tooLong() {
    return new TokenRefused(
        Reason.TOKEN_INVALID,
        "Invalid JWT form. The token is longer than a Clerk token can be.",
        TokenRefused.NO_ACTION);
  }
}
