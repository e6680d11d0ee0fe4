package io.github.clerkjakarta;

import java.util.Arrays;

/**
 * The kinds of token that Clerk issues, by the names of its documentation.
 *
 * @see <a href="https://clerk.com/docs/guides/development/machine-auth/token-formats">Clerk: token
 *     formats</a>
 */
public enum TokenType {
  /**
   * A person's session: a JWT that lives 60 seconds, in the {@code __session} cookie or a header.
   */
  SESSION_TOKEN("session_token"),
  /** An API key of a user or an organization ({@code ak_…}). */
  API_KEY("api_key"),
  /** A machine-to-machine token ({@code mt_…}, or a JWT whose subject starts with {@code mch_}). */
  M2M_TOKEN("m2m_token"),
  /** An OAuth access token ({@code oat_…}, or a JWT of type {@code at+jwt}). */
  OAUTH_TOKEN("oauth_token");

  private final String value;

  TokenType(String value) {
    this.value = value;
  }

  /** The name that Clerk uses, for example {@code session_token}. */
  public String value() {
    return value;
  }

  /**
   * The token type of this name.
   *
   * @throws IllegalArgumentException when no token type has this name
   */
  public static TokenType of(String value) {
    return Arrays.stream(values())
        .filter(type -> type.value.equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown token type; use one of session_token, api_key, m2m_token, oauth_token."));
  }
}
