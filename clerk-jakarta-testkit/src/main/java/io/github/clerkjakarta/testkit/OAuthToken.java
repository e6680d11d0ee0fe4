package io.github.clerkjakarta.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth access token, with which a client acts for a person, in both of its formats.
 *
 * @see <a href="https://clerk.com/docs/guides/configure/auth-strategies/oauth/overview">Clerk as an
 *     OAuth provider</a>
 */
public final class OAuthToken extends MachineToken {

  private final SessionTokens tokens;

  private volatile String client = "client_test";

  OAuthToken(Person person, SessionTokens tokens) {
    super("oat_", person.id(), tokens.now().toEpochMilli());
    this.tokens = tokens;
  }

  /**
   * Grants a scope.
   *
   * @param scope such as {@code profile}
   * @return this token
   */
  public OAuthToken scope(String scope) {
    addScope(scope);
    return this;
  }

  /**
   * Issues the token to a client.
   *
   * @param clientId by default {@code client_test}
   * @return this token
   */
  public OAuthToken client(String clientId) {
    client = clientId;
    return this;
  }

  /**
   * Lets the opaque token be past its expiration; for a JWT, ask {@link #tokenBuilder()}.
   *
   * @return this token
   */
  public OAuthToken expired() {
    expire();
    return this;
  }

  /** Returns the token as a JWT (RFC 9068), which an application verifies by itself. */
  public String jwt() {
    return tokenBuilder().token();
  }

  /** Starts from what {@link #jwt()} returns, to change any header or claim of it. */
  public TokenBuilder tokenBuilder() {
    return tokens
        .ofSubject(subject())
        .header("typ", "at+jwt")
        .withoutHeader("cat")
        .claim("jti", id())
        .claim("client_id", client)
        .claim("scope", String.join(" ", scopes()));
  }

  @Override
  String object() {
    return "clerk_idp_oauth_access_token";
  }

  @Override
  void addTo(Map<String, @Nullable Object> json) {
    json.put("type", "oauth_token");
    json.put("client_id", client);
  }
}
