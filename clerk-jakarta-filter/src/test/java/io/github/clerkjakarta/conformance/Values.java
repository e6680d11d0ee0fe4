package io.github.clerkjakarta.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reading and comparing JSON values. */
final class Values {

  private Values() {}

  /** Numbers by value, as JavaScript sees them; the members of an object in any order. */
  static boolean equal(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Number number && other instanceof Number otherNumber) {
      return number.doubleValue() == otherNumber.doubleValue();
    }
    if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> otherMap) {
      return map.keySet().equals(otherMap.keySet())
          && map.keySet().stream().allMatch(name -> equal(map.get(name), otherMap.get(name)));
    }
    if (one instanceof List<?> list && other instanceof List<?> otherList) {
      if (list.size() != otherList.size()) {
        return false;
      }
      for (int i = 0; i < list.size(); i++) {
        if (!equal(list.get(i), otherList.get(i))) {
          return false;
        }
      }
      return true;
    }
    return one == null ? isNull(other) : one.equals(other);
  }

  /** JSON has no infinity: JavaScript writes null for it. */
  private static boolean isNull(@Nullable Object value) {
    return value == null || (value instanceof Double number && number.isInfinite());
  }

  /** The object that this value is. */
  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> object(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw new IllegalArgumentException("Not an object: " + value);
  }

  /** The member of this name as an object; empty when it's absent or null. */
  static Map<String, @Nullable Object> object(Map<String, @Nullable Object> owner, String name) {
    Object value = owner.get(name);
    return value == null ? Map.of() : object(value);
  }

  /** The list that this value is; empty for null. */
  @SuppressWarnings("unchecked")
  static List<@Nullable Object> list(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return (List<@Nullable Object>) list;
    }
    throw new IllegalArgumentException("Not a list: " + value);
  }

  /** The objects in the list that this value is. */
  static List<Map<String, @Nullable Object>> objects(@Nullable Object value) {
    return list(value).stream().map(Values::object).toList();
  }

  /** The member of this name, which must be a string. */
  static String string(Map<String, @Nullable Object> owner, String name) {
    return optionalString(owner, name)
        .orElseThrow(() -> new IllegalArgumentException("No " + name + " in " + owner.keySet()));
  }

  /** The member of this name when it's a string. */
  static Optional<String> optionalString(Map<String, @Nullable Object> owner, String name) {
    return owner.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** A copy with one member set. */
  static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> object, String name, @Nullable Object value) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(object);
    copy.put(name, value);
    return copy;
  }

  /** A copy without some members. */
  static Map<String, @Nullable Object> without(
      Map<String, @Nullable Object> object, String... names) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(object);
    List.of(names).forEach(copy::remove);
    return copy;
  }

  /** A copy in which every string is replaced. */
  static @Nullable Object mapStrings(@Nullable Object value, UnaryOperator<String> replacement) {
    if (value instanceof String text) {
      return replacement.apply(text);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, member) -> copy.put((String) name, mapStrings(member, replacement)));
      return copy;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(element -> mapStrings(element, replacement)).toList();
    }
    return value;
  }
}
