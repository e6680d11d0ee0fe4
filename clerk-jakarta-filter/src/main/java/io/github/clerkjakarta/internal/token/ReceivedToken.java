package io.github.clerkjakarta.internal.token;

import io.github.clerkjakarta.internal.reason.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A token as a request carried it: seen before, or taken apart when first asked. Belongs to one
 * request and one thread.
 */
public final class ReceivedToken {

  private TokenText text;
  private final @Nullable VerifiedToken seen;
  private final @Nullable JoseHeader usualHeader;
  private @Nullable Jws jws;
  private @Nullable TokenRefused undecodable;

  ReceivedToken(
      TokenText text,
      @Nullable VerifiedToken seen,
      @Nullable JoseHeader usualHeader,
      boolean tooLong) {
    this.text = text;
    this.seen = seen;
    this.usualHeader = usualHeader;
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
    return other.is(text());
  }

  /** Whether this is no JWT, so that only whoever issued it can say what it is. */
  public boolean isOpaque() {
    DecodedJwt decoded = jwtIfDecodable();
    return decoded == null || !decoded.isSigned();
  }

  /** Whether its signature was found valid before; it may no longer count. */
  public boolean wasSeenBefore() {
    return seen != null;
  }

  /** The token when its signature was found valid before; it may no longer count. */
  @Nullable VerifiedToken seen() {
    return seen;
  }

  /**
   * What the token says.
   *
   * @throws TokenRefused when it can't be taken apart
   */
  public DecodedJwt jwt() throws TokenRefused {
    return seen == null ? jws().jwt() : seen.jwt();
  }

  /**
   * The token taken apart.
   *
   * @throws TokenRefused when it can't be
   */
  Jws jws() throws TokenRefused {
    if (undecodable != null) {
      throw undecodable;
    }
    if (jws == null) {
      jws = decode();
    }
    return jws;
  }

  /** What the token says, or null when it can't be taken apart. */
  public @Nullable DecodedJwt jwtIfDecodable() {
    try {
      return jwt();
    } catch (TokenRefused e) {
      return null;
    }
  }

  private Jws decode() throws TokenRefused {
    try {
      return Jws.decode(text(), usualHeader);
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
