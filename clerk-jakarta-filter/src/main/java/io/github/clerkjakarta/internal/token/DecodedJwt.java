package io.github.clerkjakarta.internal.token;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON Web Token says, believed or not: header and payload are whatever JSON they spell.
 * What is asked of a token at every request, though it was seen before, is kept read.
 */
public final class DecodedJwt {

  private final JoseHeader header;
  private final @Nullable Object payload;
  private final boolean signed;
  private final @Nullable Object issuer;
  private final @Nullable Object authorizedParty;
  private final @Nullable Object iat;
  private final @Nullable String subject;
  private final double expiresAt;
  private final double notBefore;
  private final double issuedAt;

  DecodedJwt(JoseHeader header, @Nullable Object payload, boolean signed) {
    this.header = header;
    this.payload = payload;
    this.signed = signed;
    this.issuer = claim("iss");
    this.authorizedParty = claim("azp");
    this.iat = claim("iat");
    this.subject = claim("sub") instanceof String text ? text : null;
    this.expiresAt = NumericDate.millis(claim("exp"));
    this.notBefore = start("nbf");
    this.issuedAt = start("iat");
  }

  JoseHeader header() {
    return header;
  }

  /** Whether the payload is JSON's null, of which nothing can be asked. */
  boolean isPayloadNull() {
    return payload == null;
  }

  /** The claim of this name; null when it's absent, or the payload is no object. */
  public @Nullable Object claim(String name) {
    return payload instanceof Map<?, ?> claims ? claims.get(name) : null;
  }

  /** Whether there is a claim of this name, be it null. */
  public boolean hasClaim(String name) {
    return payload instanceof Map<?, ?> claims && claims.containsKey(name);
  }

  /** All claims; empty when the payload is no object. */
  @SuppressWarnings("unchecked") // the reader makes no maps but of names to values
  public Map<String, @Nullable Object> claims() {
    return payload instanceof Map<?, ?> claims ? (Map<String, @Nullable Object>) claims : Map.of();
  }

  /** The claim {@code iss}, which may be any value; null when it's absent. */
  public @Nullable Object issuer() {
    return issuer;
  }

  /** The claim {@code azp}, which may be any value; null when it's absent. */
  public @Nullable Object authorizedParty() {
    return authorizedParty;
  }

  /** The claim {@code iat}, which may be any value; null when it's absent. */
  public @Nullable Object iat() {
    return iat;
  }

  /** The claim {@code sub}; null when it's absent or no text. */
  @Nullable String subject() {
    return subject;
  }

  /** The claim {@code exp}; {@link NumericDate#NONE} when it's absent or no date. */
  double expiresAt() {
    return expiresAt;
  }

  /** The claim {@code nbf}; {@link NumericDate#NONE} when it's no date, since ever when absent. */
  double notBefore() {
    return notBefore;
  }

  /** The claim {@code iat}; {@link NumericDate#NONE} when it's no date, since ever when absent. */
  double issuedAt() {
    return issuedAt;
  }

  /** The token category: which class of token the instance's key signed here; may be any value. */
  public @Nullable Object category() {
    return header.parameter("cat");
  }

  /** Whether there is a category, be it null. */
  public boolean hasCategory() {
    return header.has("cat");
  }

  /**
   * Whether the category says that this is no session token. A token without a category may be one:
   * it can stem from before there were categories.
   */
  public boolean hasNonSessionCategory() {
    return header.hasNonSessionCategory();
  }

  /** Whether type or subject say that this is an OAuth access token or an M2M token. */
  public boolean isMachineToken() {
    return isOAuthToken() || isM2mToken();
  }

  /** Whether the type is that of an OAuth access token (RFC 9068, section 2.1). */
  public boolean isOAuthToken() {
    return signed && header.isOfOAuth();
  }

  /** Whether the subject is a machine. */
  public boolean isM2mToken() {
    return signed && !header.isNull() && subject != null && subject.startsWith("mch_");
  }

  /** Whether the third part, the signature, isn't empty. */
  public boolean isSigned() {
    return signed;
  }

  private double start(String name) {
    return hasClaim(name) ? NumericDate.millis(claim(name)) : Double.NEGATIVE_INFINITY;
  }
}
