package io.github.clerkjakarta.testing;

import io.github.clerkjakarta.internal.json.JsonValues;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a session token that differs from a good one in exactly what a test asks for. */
public final class Token {

  /** When tokens are issued unless a test says otherwise, in seconds since the epoch. */
  public static final long NOW_SECONDS = 1_766_000_000L;

  /** What the publishable keys of {@link Instances} say who issues tokens. */
  public static final String ISSUER = "https://clerk.shop.example";

  private final Map<String, @Nullable Object> header = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();
  private @Nullable String headerText;
  private @Nullable String payloadText;
  private SigningKey key = SigningKey.ONE;
  private String algorithm = "SHA256withRSA";

  private Token() {
    header.put("alg", "RS256");
    header.put("kid", key.id());
    header.put("typ", "JWT");
    claims.put("iss", ISSUER);
    claims.put("sub", "user_1");
    claims.put("sid", "sess_1");
    issuedAt(NOW_SECONDS);
  }

  /** A good token of {@code user_1}, valid for a minute. */
  public static Token valid() {
    return new Token();
  }

  /** A token that says who the user is. */
  public static Token of(String user) {
    return new Token().claim("sub", user).claim("sid", "sess_of_" + user);
  }

  /** Sets a claim to any JSON value. */
  public Token claim(String name, @Nullable Object value) {
    claims.put(name, value);
    return this;
  }

  /** Leaves a claim out. */
  public Token without(String claim) {
    claims.remove(claim);
    return this;
  }

  /** Sets a header parameter to any JSON value. */
  public Token header(String name, @Nullable Object value) {
    header.put(name, value);
    return this;
  }

  /** Leaves a header parameter out. */
  public Token withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  /** Issues it at another time, for a minute. */
  public Token issuedAt(long seconds) {
    return claim("iat", seconds).claim("nbf", seconds - 10).claim("exp", seconds + 60);
  }

  /** Writes this text in place of the header. */
  public Token headerText(String text) {
    headerText = text;
    return this;
  }

  /** Writes this text in place of the claims. */
  public Token payloadText(String text) {
    payloadText = text;
    return this;
  }

  /** Puts a claim into the payload as it is spelled here, be it JSON or not. */
  public Token rawClaim(String name, String json) {
    Map<String, @Nullable Object> others = new LinkedHashMap<>(claims);
    others.remove(name);
    String written = JsonValues.write(others);
    return payloadText(
        written.substring(0, written.length() - 1) + ",\"" + name + "\":" + json + "}");
  }

  /** Signs with another key, and names it. */
  public Token signedBy(SigningKey other) {
    key = other;
    return header("kid", other.id());
  }

  /** Signs with another key; the {@code kid} stays. */
  public Token forgedBy(SigningKey other) {
    key = other;
    return this;
  }

  /** Signs by another of Java's algorithms; the {@code alg} stays. */
  public Token signedWith(String javaAlgorithm) {
    algorithm = javaAlgorithm;
    return this;
  }

  /** The header and the payload, encoded, with a dot between them. */
  public String signingInput() {
    return encoded(headerText == null ? JsonValues.write(header) : headerText)
        + "."
        + encoded(payloadText == null ? JsonValues.write(claims) : payloadText);
  }

  /** The token. */
  public String text() {
    String input = signingInput();
    return input + "." + encoded(key.sign(algorithm, input));
  }

  /** The token with other bytes as its signature. */
  public String withSignature(byte[] signature) {
    return signingInput() + "." + encoded(signature);
  }

  /** Base64url without padding (RFC 7515, appendix C). */
  public static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Base64url of the UTF-8 bytes. */
  public static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }
}
