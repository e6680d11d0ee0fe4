package io.github.clerkjakarta.internal.auth;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.TokenType;
import java.util.Optional;

/** Nobody is calling. What is known even so is of which instance, and which token was asked for. */
public final class Nobody implements Auth {

  private final Optional<String> instance;
  private final Optional<TokenType> asked;

  private Nobody(Optional<String> instance, Optional<TokenType> asked) {
    this.instance = instance;
    this.asked = asked;
  }

  /**
   * Nobody.
   *
   * @param instance the name of the Clerk instance, where the application has several
   * @param asked the kind of token that was asked for; empty where one of several was
   */
  public static Auth of(Optional<String> instance, Optional<TokenType> asked) {
    return new Nobody(instance, asked);
  }

  @Override
  public Optional<String> instance() {
    return instance;
  }

  @Override
  public Optional<TokenType> tokenType() {
    return asked;
  }

  @Override
  public String toString() {
    return "Nobody";
  }
}
