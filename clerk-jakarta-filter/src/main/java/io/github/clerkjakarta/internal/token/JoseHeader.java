package io.github.clerkjakarta.internal.token;

import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.json.JsonValues;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header of a token (RFC 7515, section 4): whatever JSON it spells. Tokens of one kind that one
 * key signed have the same, so that they can share it.
 */
final class JoseHeader {

  private final String encoded;
  private final @Nullable Object value;
  private final @Nullable Object type;
  private final @Nullable Object algorithm;
  private final @Nullable String keyId;
  private final boolean typed;
  private final boolean critical;
  private final boolean nonSessionCategory;
  private final boolean ofOAuth;

  private JoseHeader(String encoded, @Nullable Object value) {
    this.encoded = encoded;
    this.value = value;
    this.type = parameter("typ");
    this.algorithm = parameter("alg");
    this.keyId = parameter("kid") instanceof String text ? text : null;
    this.typed = has("typ");
    this.critical = has("crit");
    Object category = parameter("cat");
    this.nonSessionCategory =
        has("cat") && !Category.SESSION.equals(category) && !Category.IGNORE.equals(category);
    this.ofOAuth = "at+jwt".equals(type) || "application/at+jwt".equals(type);
  }

  /**
   * Reads a header.
   *
   * @param encoded the text of which it was decoded
   * @param decoded its bytes
   * @throws JsonSyntaxException when they aren't JSON
   */
  static JoseHeader read(String encoded, byte[] decoded) throws JsonSyntaxException {
    return new JoseHeader(encoded, JsonValues.readReplacing(decoded));
  }

  /** Whether this is the header of a token whose first part ends here. */
  boolean isOf(String token, int end) {
    return encoded.length() == end && token.startsWith(encoded);
  }

  /** The parameter of this name; null when it's absent, or the header is no object. */
  @Nullable Object parameter(String name) {
    return value instanceof Map<?, ?> parameters ? parameters.get(name) : null;
  }

  /** Whether there is a parameter of this name, be it null. */
  boolean has(String name) {
    return value instanceof Map<?, ?> parameters && parameters.containsKey(name);
  }

  /** Whether the header is JSON's null, of which nothing can be asked. */
  boolean isNull() {
    return value == null;
  }

  /** Which key signed the token. A key id is text; anything else names no key. */
  @Nullable String keyId() {
    return keyId;
  }

  /** The type; null when there is none. */
  @Nullable Object type() {
    return type;
  }

  /** Whether there is a type, be it null. */
  boolean isTyped() {
    return typed;
  }

  /** The algorithm; null when there is none. */
  @Nullable Object algorithm() {
    return algorithm;
  }

  /** Whether there are parameters that have to be understood. */
  boolean isCritical() {
    return critical;
  }

  /** Whether the category says that this is no session token. */
  boolean hasNonSessionCategory() {
    return nonSessionCategory;
  }

  /** Whether the type is that of an OAuth access token (RFC 9068, section 2.1). */
  boolean isOfOAuth() {
    return ofOAuth;
  }
}
