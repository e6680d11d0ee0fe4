package io.github.clerkjakarta.internal.token;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Verifies the JWTs of one Clerk instance. Thread-safe. */
public final class TokenVerifier {

  private static final Logger LOGGER = System.getLogger(TokenVerifier.class.getName());

  private final KeySource keys;
  private final VerifiedTokens verified;
  private final TimeSource time;
  private final int maxLength;

  /**
   * A verifier.
   *
   * @param keys the keys of the instance
   * @param time the clocks
   * @param maxLength the longest token that is looked at, in characters
   */
  public TokenVerifier(KeySource keys, TimeSource time, int maxLength) {
    this.keys = keys;
    this.verified = new VerifiedTokens(time);
    this.time = time;
    this.maxLength = maxLength;
  }

  /** The wall clock, in milliseconds since the epoch. */
  public long now() {
    return time.currentTimeMillis();
  }

  /** A token of a request, looked up among those seen before unless the rules say otherwise. */
  public ReceivedToken receive(TokenText text, TokenRules rules) {
    return new ReceivedToken(
        text, rules.skipCache() ? null : verified.find(text), text.length() > maxLength);
  }

  /**
   * Verifies a token that has to be a session token.
   *
   * @throws TokenRefused with the first thing that is wrong
   */
  public VerifiedToken verifySession(ReceivedToken token, TokenRules rules) throws TokenRefused {
    if (token.jwt().hasNonSessionCategory()) {
      throw new TokenRefused(
          Reason.TOKEN_INVALID, "Invalid session token category.", TokenRefused.ENSURE_CLERK_JWT);
    }
    return verify(token, rules);
  }

  /**
   * Verifies a token: key, header, signature, claims, in this order.
   *
   * @throws TokenRefused with the first thing that is wrong
   */
  public VerifiedToken verify(ReceivedToken token, TokenRules rules) throws TokenRefused {
    VerifiedToken seen = token.seen();
    if (seen != null && seen.key().equals(keys.known(seen.keyId()))) {
      HeaderRules.check(seen.jwt(), rules.types());
      ClaimRules.check(seen.jwt(), rules, time.currentTimeMillis());
      return seen;
    }
    Jwt jwt = token.jwt();
    VerifiedToken genuine = verifySignature(token, jwt, rules);
    checkClaims(jwt, rules);
    if (!rules.skipCache()) {
      verified.remember(genuine, rules.clockSkewMillis());
    }
    return genuine;
  }

  /**
   * Verifies a handshake token: header, category, signature, and expiry if it has one.
   *
   * @return what it says
   * @throws TokenRefused with the first thing that is wrong
   */
  public Jwt verifyHandshake(String handshake, TokenRules rules) throws TokenRefused {
    ReceivedToken token = receive(TokenText.of(handshake), rules);
    Jwt jwt = token.jwt();
    VerificationKey key = findKey(jwt, rules);
    String algorithm = HeaderRules.check(jwt, null);
    if (jwt.hasNonSessionCategory()) {
      throw new TokenRefused(
          Reason.TOKEN_INVALID, "Invalid handshake token category.", TokenRefused.ENSURE_CLERK_JWT);
    }
    key.check(jwt, algorithm);
    if (jwt.hasClaim("exp")) {
      ClaimRules.checkExpiration(jwt, time.currentTimeMillis(), rules.clockSkewMillis());
    }
    return jwt;
  }

  private VerifiedToken verifySignature(ReceivedToken token, Jwt jwt, TokenRules rules)
      throws TokenRefused {
    VerificationKey key = findKey(jwt, rules);
    String algorithm = HeaderRules.check(jwt, rules.types());
    VerifiedToken seen = token.seen();
    if (seen != null && seen.key().equals(key)) {
      return seen;
    }
    key.check(jwt, algorithm);
    return VerifiedToken.of(token.text(), jwt, keyId(jwt), key);
  }

  private void checkClaims(Jwt jwt, TokenRules rules) throws TokenRefused {
    if (jwt.isPayloadNull()) {
      throw TokenRefused.unexpected();
    }
    ClaimRules.check(jwt, rules, time.currentTimeMillis());
  }

  private VerificationKey findKey(Jwt jwt, TokenRules rules) throws TokenRefused {
    if (jwt.isHeaderNull()) {
      throw TokenRefused.unexpected();
    }
    try {
      return keys.find(keyId(jwt), rules.skipCache());
    } catch (KeySource.KeysUnavailable e) {
      LOGGER.log(Level.DEBUG, "No key could be fetched", e);
      throw TokenRefused.unexpected();
    }
  }

  /** A key id is text; anything else names no key. */
  private static @Nullable String keyId(Jwt jwt) {
    return jwt.headerParameter("kid") instanceof String keyId ? keyId : null;
  }
}
