package io.github.clerkjakarta;

import java.util.Map;
import java.util.Optional;

/** The values of those options that were set; the others have their default. */
record OptionValues(Map<ClerkOption<?>, Object> set) {

  OptionValues {
    set = Map.copyOf(set);
  }

  /** The value, or else the default; empty when there is neither. */
  <T> Optional<T> find(ClerkOption<T> option) {
    @SuppressWarnings("unchecked") // only values of its own type are ever set for an option
    T value = (T) set.get(option);
    return value == null ? option.defaultValue() : Optional.of(value);
  }

  /** The value of an option that has a default. */
  <T> T get(ClerkOption<T> option) {
    return find(option).orElseThrow();
  }
}
