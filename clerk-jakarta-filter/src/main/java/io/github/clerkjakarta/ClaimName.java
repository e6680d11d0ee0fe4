package io.github.clerkjakarta;

import io.github.clerkjakarta.internal.settings.ShownValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name of a claim. Dots lead into claims that have members: {@code metadata.role} is {@code
 * role} of {@code {"metadata": {"role": "admin"}}}. Where a claim has dots in a name of its own, as
 * {@code https://app.example/role} has, the longest name that is there counts, and no other is
 * tried.
 */
public final class ClaimName {

  private final String text;

  private ClaimName(String text) {
    this.text = text;
  }

  /**
   * The name that this text spells.
   *
   * @throws IllegalArgumentException when no claim can have it: a part between its dots is empty,
   *     or there is white space in it
   */
  public static ClaimName of(String text) {
    if (Stream.of(text.split("\\.", -1)).anyMatch(String::isEmpty)
        || text.codePoints().anyMatch(ClaimName::isBlank)) {
      throw new IllegalArgumentException(
          "A claim is named as in email or metadata.role, and "
              + ShownValue.of(text)
              + " has an empty part or white space.");
    }
    return new ClaimName(text);
  }

  /** The claim among these; empty when it isn't there, or is null. */
  public Optional<Object> in(Map<String, Object> claims) {
    return Optional.ofNullable(value(claims, text));
  }

  /**
   * The values of the claim, as text: that of a text, a number, {@code true} or {@code false}, or
   * those of a list of them. Anything else is none, and so is an empty text.
   */
  public List<String> textsIn(Map<String, Object> claims) {
    return in(claims).stream()
        .flatMap(claim -> claim instanceof Collection<?> list ? list.stream() : Stream.of(claim))
        .filter(ClaimName::isPlain)
        .map(Object::toString)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClaimName that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The name as it is written. */
  @Override
  public String toString() {
    return text;
  }

  private static @Nullable Object value(Map<?, ?> members, String name) {
    for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
      if (members.containsKey(name.substring(0, end))) {
        Object member = members.get(name.substring(0, end));
        if (end == name.length()) {
          return member;
        }
        return member instanceof Map<?, ?> inner ? value(inner, name.substring(end + 1)) : null;
      }
    }
    return null;
  }

  private static boolean isPlain(@Nullable Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  private static boolean isBlank(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character);
  }
}
