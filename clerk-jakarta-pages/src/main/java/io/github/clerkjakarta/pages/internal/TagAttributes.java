package io.github.clerkjakarta.pages.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The attributes of one tag on a page, each checked and read by its type. An empty one counts as
 * not there, as expressions give it for null.
 */
final class TagAttributes {

  private final Map<String, Object> values;

  private TagAttributes(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * Reads what stands on the page.
   *
   * @param known the attributes that the tag takes
   * @param address how an address of the application is written for browsers
   * @throws IllegalArgumentException when a value can't stand where it does
   */
  static TagAttributes read(
      Map<String, ?> written, Map<String, AttributeType> known, UnaryOperator<String> address) {
    Map<String, Object> values = new LinkedHashMap<>();
    written.forEach(
        (name, value) -> {
          AttributeType type = known.get(name);
          if (type == null) {
            throw new IllegalArgumentException(
                "There is no attribute '" + name + "'; there are " + known.keySet() + ".");
          }
          if (value != null && !value.toString().isEmpty()) {
            Object read = type.value(name, value);
            values.put(name, type == AttributeType.URL ? address.apply(read.toString()) : read);
          }
        });
    return new TagAttributes(values);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(Object::toString);
  }

  boolean isOn(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  boolean isOff(String name) {
    return Boolean.FALSE.equals(values.get(name));
  }

  /** What ClerkJS gets: all but these attributes, on top of the object that one of them holds. */
  Map<String, Object> props(String object, Set<String> without) {
    Map<String, Object> props = new LinkedHashMap<>();
    if (values.get(object) instanceof Map<?, ?> members) {
      members.forEach((name, value) -> props.put(String.valueOf(name), value));
    }
    values.forEach(
        (name, value) -> {
          if (!name.equals(object) && !without.contains(name)) {
            props.put(name, value);
          }
        });
    return props;
  }
}
