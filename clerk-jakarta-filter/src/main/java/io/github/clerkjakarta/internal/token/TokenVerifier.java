package io.github.clerkjakarta.internal.token;

import io.github.clerkjakarta.internal.reason.Reason;
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

  /** That of the last token found genuine, and so of nearly every one that comes next. */
  private volatile @Nullable JoseHeader usualHeader;

  /**
   * A verifier.
   *
   * @param keys the keys of the instance
   * @param time the clocks
   * @param maxLength the longest token that is looked at, in characters
   * @param verified remembers tokens, for other verifiers as well
   */
  public TokenVerifier(KeySource keys, TimeSource time, int maxLength, VerifiedTokens verified) {
    this.keys = keys;
    this.verified = verified;
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
        text,
        rules.skipCache() ? null : verified.find(keys, text),
        usualHeader,
        text.length() > maxLength);
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
    if (seen != null && seen.key().equals(keys.known(seen.jwt().header().keyId()))) {
      HeaderRules.checkType(seen.jwt().header(), rules.types());
      ClaimRules.check(seen.jwt(), rules, time.currentTimeMillis());
      return seen;
    }
    VerifiedToken genuine = verifySignature(token, rules);
    checkClaims(genuine.jwt(), rules);
    if (!rules.skipCache()) {
      verified.remember(keys, genuine, rules.clockSkewMillis());
      usualHeader = genuine.jwt().header();
    }
    return genuine;
  }

  /**
   * Verifies a handshake token: header, category, signature, and expiry if it has one.
   *
   * @return what it says
   * @throws TokenRefused with the first thing that is wrong
   */
  public DecodedJwt verifyHandshake(String handshake, TokenRules rules) throws TokenRefused {
    ReceivedToken token = receive(TokenText.of(handshake), rules);
    Jws jws = token.jws();
    DecodedJwt jwt = jws.jwt();
    VerificationKey key = findKey(jwt.header(), rules);
    String algorithm = HeaderRules.check(jwt.header(), null);
    if (jwt.hasNonSessionCategory()) {
      throw new TokenRefused(
          Reason.TOKEN_INVALID, "Invalid handshake token category.", TokenRefused.ENSURE_CLERK_JWT);
    }
    key.check(jws, algorithm);
    if (jwt.hasClaim("exp")) {
      ClaimRules.checkExpiration(jwt, time.currentTimeMillis(), rules.clockSkewMillis());
    }
    return jwt;
  }

  /** Forgets the tokens of this instance. */
  public void close() {
    verified.forget(keys);
  }

  private VerifiedToken verifySignature(ReceivedToken token, TokenRules rules) throws TokenRefused {
    JoseHeader header = token.jwt().header();
    VerificationKey key = findKey(header, rules);
    String algorithm = HeaderRules.check(header, rules.types());
    VerifiedToken seen = token.seen();
    if (seen != null && seen.key().equals(key)) {
      return seen;
    }
    Jws jws = token.jws();
    key.check(jws, algorithm);
    return VerifiedToken.of(token.text(), jws.jwt(), key);
  }

  private void checkClaims(DecodedJwt jwt, TokenRules rules) throws TokenRefused {
    if (jwt.isPayloadNull()) {
      throw TokenRefused.unexpected();
    }
    ClaimRules.check(jwt, rules, time.currentTimeMillis());
  }

  private VerificationKey findKey(JoseHeader header, TokenRules rules) throws TokenRefused {
    if (header.isNull()) {
      throw TokenRefused.unexpected();
    }
    try {
      return keys.find(header.keyId(), rules.skipCache());
    } catch (KeySource.KeysUnavailable e) {
      LOGGER.log(Level.DEBUG, "No key could be fetched", e);
      throw TokenRefused.unexpected();
    }
  }
}
