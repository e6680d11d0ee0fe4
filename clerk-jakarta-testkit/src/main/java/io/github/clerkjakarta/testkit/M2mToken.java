package io.github.clerkjakarta.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A machine-to-machine token, in both of its formats.
 *
 * @see <a href="https://clerk.com/docs/guides/development/machine-auth/m2m-tokens">M2M tokens</a>
 */
public final class M2mToken extends MachineToken {

  private final SessionTokens tokens;

  M2mToken(String machineId, SessionTokens tokens) {
    super("mt_", machineId, tokens.now().toEpochMilli());
    this.tokens = tokens;
  }

  /**
   * Lets the machine talk to another one.
   *
   * @param scope the other machine, {@code mch_…}
   * @return this token
   */
  public M2mToken scope(String scope) {
    addScope(scope);
    return this;
  }

  /**
   * Attaches a claim.
   *
   * @param claim its name
   * @param value a string, number, boolean, map or iterable, written as JSON
   * @return this token
   */
  public M2mToken claim(String claim, Object value) {
    setClaim(claim, value);
    return this;
  }

  /**
   * Lets the opaque token be past its expiration; for a JWT, ask {@link #tokenBuilder()}.
   *
   * @return this token
   */
  public M2mToken expired() {
    expire();
    return this;
  }

  /** Returns the token as a JWT, which an application verifies by itself. */
  public String jwt() {
    return tokenBuilder().token();
  }

  /** Starts from what {@link #jwt()} returns, to change any header or claim of it. */
  public TokenBuilder tokenBuilder() {
    TokenBuilder builder =
        tokens
            .ofSubject(subject())
            .category(TokenCategory.M2M)
            .claim("jti", id())
            .claim("aud", scopes())
            .claim("scopes", String.join(" ", scopes()));
    claims().forEach(builder::claim);
    return builder;
  }

  @Override
  String object() {
    return "machine_to_machine_token";
  }

  @Override
  void addTo(Map<String, @Nullable Object> json) {
    json.put("claims", claims());
  }
}
