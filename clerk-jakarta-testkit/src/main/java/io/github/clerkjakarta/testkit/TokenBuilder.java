package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.keys.Jwt;
import io.github.clerkjakarta.testkit.internal.keys.SigningKey;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a JWT that differs from the one Clerk would issue in exactly what a test asks for. Later
 * calls win over earlier ones. Not safe for use by several threads.
 */
public final class TokenBuilder {

  private final Map<String, @Nullable Object> header = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();
  private final Duration lifetime;
  private final Instant now;
  private final Map<String, ?> version1;

  private PrivateKey key;

  TokenBuilder(
      SigningKey key,
      Map<String, ? extends @Nullable Object> claims,
      Instant now,
      Duration lifetime,
      Map<String, ?> version1) {
    this.key = key.privateKey();
    this.now = now;
    this.lifetime = lifetime;
    this.version1 = version1;
    header.put("alg", "RS256");
    header.put("kid", key.id());
    header.put("typ", "JWT");
    this.claims.putAll(claims);
    issuedAt(now);
    category(TokenCategory.SESSION);
  }

  /**
   * Sets a claim.
   *
   * @param name its name
   * @param value a string, number, boolean, map, iterable or null, written as JSON
   * @return this builder
   */
  public TokenBuilder claim(String name, @Nullable Object value) {
    claims.put(name, value);
    return this;
  }

  /**
   * Leaves a claim out.
   *
   * @param name its name
   * @return this builder
   */
  public TokenBuilder withoutClaim(String name) {
    claims.remove(name);
    return this;
  }

  /**
   * Sets a member of the JOSE header. Whatever {@code alg} says, the signature stays RS256.
   *
   * @param name its name
   * @param value a string, number, boolean, map, iterable or null, written as JSON
   * @return this builder
   */
  public TokenBuilder header(String name, @Nullable Object value) {
    header.put(name, value);
    return this;
  }

  /**
   * Leaves a member of the JOSE header out.
   *
   * @param name its name
   * @return this builder
   */
  public TokenBuilder withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  /**
   * Issues the token at another time, with its usual lifetime.
   *
   * @param instant the {@code iat}; {@code nbf} is ten seconds before it
   * @return this builder
   */
  public TokenBuilder issuedAt(Instant instant) {
    return claim("iat", instant.getEpochSecond())
        .claim("nbf", instant.getEpochSecond() - 10)
        .claim("exp", instant.plus(lifetime).getEpochSecond());
  }

  /**
   * Issues the token an hour and its lifetime ago: no tolerated clock skew makes it valid again.
   *
   * @return this builder
   */
  public TokenBuilder expired() {
    return issuedAt(now.minus(lifetime).minus(Duration.ofHours(1)));
  }

  /**
   * Sets the authorized party, which for a browser is the origin that asked for the token.
   *
   * @param origin the {@code azp} claim, such as {@code http://localhost:8080}
   * @return this builder
   */
  public TokenBuilder authorizedParty(String origin) {
    return claim("azp", origin);
  }

  /**
   * Sets what the token claims to be for; its claims stay as they are.
   *
   * @param category the {@code cat} header
   * @return this builder
   */
  public TokenBuilder category(TokenCategory category) {
    return header("cat", category.header());
  }

  /**
   * Makes it a token from a JWT template, which can't carry the session's own claims.
   *
   * @return this builder
   */
  public TokenBuilder jwtTemplate() {
    return category(TokenCategory.JWT_TEMPLATE).withoutSessionClaims();
  }

  /**
   * Makes it a machine-to-machine token: the subject is a machine.
   *
   * @param machineId the machine, {@code mch_…}
   * @return this builder
   */
  public TokenBuilder machine(String machineId) {
    return category(TokenCategory.M2M).withoutSessionClaims().claim("sub", machineId);
  }

  /**
   * Uses version 1 of the claims, deprecated in April 2025: {@code org_id} and its like.
   *
   * @return this builder
   */
  public TokenBuilder version1() {
    withoutSessionClaims();
    claims.putAll(version1);
    return this;
  }

  /**
   * Signs with a key that the instance does not have, under the key id of one that it has.
   *
   * @return this builder
   */
  public TokenBuilder forged() {
    return signedWith(SigningKey.generate().privateKey());
  }

  /**
   * Signs with a key that the instance does not have, under a key id that it does not have either.
   *
   * @return this builder
   */
  public TokenBuilder unknownKey() {
    SigningKey unknown = SigningKey.generate();
    return header("kid", unknown.id()).signedWith(unknown.privateKey());
  }

  /**
   * Signs with another key; the {@code kid} header stays as it is.
   *
   * @param privateKey an RSA key
   * @return this builder
   */
  public TokenBuilder signedWith(PrivateKey privateKey) {
    key = privateKey;
    return this;
  }

  /**
   * Returns the token.
   *
   * @throws IllegalArgumentException if a header or claim has no JSON form, or the key can't sign
   */
  public String token() {
    return Jwt.sign(header, claims, key);
  }

  private TokenBuilder withoutSessionClaims() {
    claims.keySet().removeAll(SessionClaims.NAMES);
    return this;
  }

  /** Says what this is, not what the token would be. */
  @Override
  public String toString() {
    return "a token of " + claims.get("sub");
  }
}
