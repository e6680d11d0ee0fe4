package io.github.clerkjakarta.internal.token;

import io.github.clerkjakarta.internal.json.Json;
import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Web Token taken apart (RFC 7515, section 7.1), not yet believed. Header and payload are
 * whatever JSON they spell.
 */
public final class Jwt {

  private final @Nullable Object header;
  private final @Nullable Object payload;
  private final byte[] ascii;
  private final int payloadDot;
  private final int signatureDot;
  private final boolean padded;

  private Jwt(
      @Nullable Object header,
      @Nullable Object payload,
      byte[] ascii,
      int payloadDot,
      int signatureDot,
      boolean padded) {
    this.header = header;
    this.payload = payload;
    this.ascii = ascii;
    this.payloadDot = payloadDot;
    this.signatureDot = signatureDot;
    this.padded = padded;
  }

  /**
   * Takes a token apart.
   *
   * @throws TokenRefused when it has not three parts, or one of them can't be decoded
   */
  public static Jwt decode(String token) throws TokenRefused {
    int payloadDot = token.indexOf('.');
    int signatureDot = payloadDot < 0 ? -1 : token.indexOf('.', payloadDot + 1);
    if (signatureDot < 0 || token.indexOf('.', signatureDot + 1) >= 0) {
      throw invalid("A JWT consists of three parts separated by dots.");
    }
    byte[] ascii = token.getBytes(StandardCharsets.ISO_8859_1);
    byte[] header = Base64Url.decode(ascii, 0, payloadDot);
    byte[] payload = Base64Url.decode(ascii, payloadDot + 1, signatureDot);
    byte[] signature = Base64Url.decode(ascii, signatureDot + 1, ascii.length);
    if (header == null || payload == null || signature == null) {
      throw undecodable();
    }
    return new Jwt(
        json(header), json(payload), ascii, payloadDot, signatureDot, token.indexOf('=') >= 0);
  }

  /** The header parameter of this name; null when it's absent, or the header is no object. */
  @Nullable Object headerParameter(String name) {
    return header instanceof Map<?, ?> parameters ? parameters.get(name) : null;
  }

  /** Whether the header has a parameter of this name, be it null. */
  boolean hasHeaderParameter(String name) {
    return header instanceof Map<?, ?> parameters && parameters.containsKey(name);
  }

  /** Whether the header is JSON's null, of which nothing can be asked. */
  boolean isHeaderNull() {
    return header == null;
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

  /** The token category: which class of token the instance's key signed here; may be any value. */
  public @Nullable Object category() {
    return headerParameter("cat");
  }

  /** Whether there is a category, be it null. */
  public boolean hasCategory() {
    return hasHeaderParameter("cat");
  }

  /**
   * Whether the category says that this is no session token. A token without a category may be one:
   * it can stem from before there were categories.
   */
  public boolean hasNonSessionCategory() {
    return hasCategory()
        && !Category.SESSION.equals(category())
        && !Category.IGNORE.equals(category());
  }

  /** Whether type or subject say that this is an OAuth access token or an M2M token. */
  public boolean isMachineToken() {
    return isOAuthToken() || isM2mToken();
  }

  /** Whether the type is that of an OAuth access token (RFC 9068, section 2.1). */
  public boolean isOAuthToken() {
    Object type = headerParameter("typ");
    return isPlain() && ("at+jwt".equals(type) || "application/at+jwt".equals(type));
  }

  /** Whether the subject is a machine. */
  public boolean isM2mToken() {
    return isPlain()
        && !isHeaderNull()
        && claim("sub") instanceof String subject
        && subject.startsWith("mch_");
  }

  /** Whether all three parts are there, and no padding. */
  public boolean isPlain() {
    return !padded
        && payloadDot > 0
        && signatureDot > payloadDot + 1
        && ascii.length > signatureDot + 1;
  }

  /** What is signed: header and payload as they were sent. */
  byte[] signingInput() {
    return Arrays.copyOf(ascii, signatureDot);
  }

  /** The signature. */
  byte[] signature() {
    return Objects.requireNonNull(Base64Url.decode(ascii, signatureDot + 1, ascii.length));
  }

  /**
   * What these bytes spell. Bytes that aren't UTF-8 are read with replacement characters, as
   * browsers do; that can't make a forged token genuine, because the signature covers the bytes.
   */
  private static @Nullable Object json(byte[] bytes) throws TokenRefused {
    try {
      return Json.read(bytes);
    } catch (JsonSyntaxException e) {
      return jsonWithReplacements(bytes);
    }
  }

  private static @Nullable Object jsonWithReplacements(byte[] bytes) throws TokenRefused {
    try {
      return Json.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw undecodable();
    }
  }

  private static TokenRefused undecodable() {
    return invalid("The header, payload, or signature could not be decoded.");
  }

  private static TokenRefused invalid(String why) {
    return new TokenRefused(
        Reason.TOKEN_INVALID, "Invalid JWT form. " + why, TokenRefused.NO_ACTION);
  }
}
