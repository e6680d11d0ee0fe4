package io.github.clerkjakarta.internal.auth;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.TokenType;
import java.util.Optional;

/**
 * Nobody is calling. What is known even so is which kind of token was asked for, and whether a
 * session is pending.
 */
public final class Nobody extends Caller {

  private static final Nobody SIGNED_OUT =
      new Nobody(Optional.of(TokenType.SESSION_TOKEN), Optional.empty());
  private static final Nobody PENDING =
      new Nobody(Optional.of(TokenType.SESSION_TOKEN), Optional.of(SessionAuth.PENDING));
  private static final Nobody API_KEY =
      new Nobody(Optional.of(TokenType.API_KEY), Optional.empty());
  private static final Nobody M2M_TOKEN =
      new Nobody(Optional.of(TokenType.M2M_TOKEN), Optional.empty());
  private static final Nobody OAUTH_TOKEN =
      new Nobody(Optional.of(TokenType.OAUTH_TOKEN), Optional.empty());
  private static final Nobody INVALID_TOKEN = new Nobody(Optional.empty(), Optional.empty());

  private final Optional<TokenType> tokenType;
  private final Optional<String> sessionStatus;

  private Nobody(Optional<TokenType> tokenType, Optional<String> sessionStatus) {
    this.tokenType = tokenType;
    this.sessionStatus = sessionStatus;
  }

  /** Nobody, where a session was asked for. */
  public static Auth nobody() {
    return SIGNED_OUT;
  }

  /** Nobody, where this kind of token was asked for. */
  public static Auth nobody(TokenType asked) {
    return switch (asked) {
      case SESSION_TOKEN -> SIGNED_OUT;
      case API_KEY -> API_KEY;
      case M2M_TOKEN -> M2M_TOKEN;
      case OAUTH_TOKEN -> OAUTH_TOKEN;
    };
  }

  /** Nobody, because the person still has a session task to do. */
  public static Auth pending() {
    return PENDING;
  }

  /** Nobody, where one of several kinds of token was asked for and none of them came. */
  public static Auth invalidToken() {
    return INVALID_TOKEN;
  }

  @Override
  boolean meets(Requirement requirement) {
    return false;
  }

  @Override
  public boolean isAuthenticated() {
    return false;
  }

  @Override
  public Optional<TokenType> tokenType() {
    return tokenType;
  }

  @Override
  public Optional<String> sessionStatus() {
    return sessionStatus;
  }

  @Override
  public String toString() {
    return "Nobody";
  }
}
