package io.github.clerkjakarta.internal.web;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A directive of Clerk's Frontend API for a {@code Set-Cookie} header: {@code __session=…; Path=/;
 * SameSite=Lax}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-4.1">RFC 6265, 4.1</a>
 */
public final class SetCookie {

  private final String directive;
  private final String name;
  private final @Nullable String value;
  private final Map<String, String> attributes;

  private SetCookie(
      String directive, String name, @Nullable String value, Map<String, String> attributes) {
    this.directive = directive;
    this.name = name;
    this.value = value;
    this.attributes = attributes;
  }

  /** Reads a directive. Every text is one; see {@link #hasControlCharacters()}. */
  public static SetCookie parse(String directive) {
    String[] parts = directive.split(";", -1);
    String[] pair = parts[0].split("=", -1);
    Map<String, String> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      String attribute = equals < 0 ? parts[i] : parts[i].substring(0, equals);
      String text = equals < 0 ? "" : parts[i].substring(equals + 1);
      if (!attribute.isBlank()) {
        attributes.put(attribute.strip(), text.strip());
      }
    }
    return new SetCookie(
        directive,
        pair[0],
        pair.length > 1 ? pair[1] : null,
        Collections.unmodifiableMap(attributes));
  }

  /** The text before the first {@code =}, as it stands. */
  public String name() {
    return name;
  }

  /**
   * The text between the first and the second {@code =}, as it stands, which is how Clerk's SDKs
   * cut it; null when the directive sets no value.
   */
  public @Nullable String value() {
    return value;
  }

  /**
   * The attributes by name, whose case does not matter: {@code Path}, {@code Domain}, {@code
   * Max-Age}. One without a value, like {@code Secure}, has {@code ""}. Of equal names the last
   * counts (RFC 6265, 5.3).
   */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** The whole directive, as it would stand in the header. */
  public String directive() {
    return directive;
  }

  /**
   * Whether the directive must not reach a response header: it holds a control character, or a
   * character beyond ISO 8859-1, of which a container may write the low byte alone, which can be a
   * line feed.
   */
  public boolean hasControlCharacters() {
    return directive.chars().anyMatch(c -> Character.isISOControl(c) || c > 0xFF);
  }

  /** The name alone: the value may be a token. */
  @Override
  public String toString() {
    return "SetCookie[" + name + "]";
  }
}
