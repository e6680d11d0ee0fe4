package io.github.clerkjakarta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Collects the values of options, from calls and from sources, and checks them as a whole. */
final class OptionCollector {

  private final Map<ClerkOption<?>, Object> values;
  private final Map<ClerkOption<?>, String> refused = new LinkedHashMap<>();

  /** Starts with these values. */
  OptionCollector(OptionValues values) {
    this.values = new LinkedHashMap<>(values.set());
  }

  /** Sets an option, whatever it was; an empty text is no value. */
  <T> void set(ClerkOption<T> option, T value) {
    Objects.requireNonNull(value, () -> option.property() + " is null");
    refused.remove(option);
    if (value.equals("")) {
      values.remove(option);
    } else {
      values.put(option, value);
    }
  }

  /** Gives each option that isn't set yet the first value that these sources have for it. */
  void fillFrom(List<ConfigurationSource> sources) {
    for (ClerkOption<?> option : ClerkOption.table()) {
      if (!values.containsKey(option) && !refused.containsKey(option)) {
        sources.stream()
            .flatMap(source -> source.value(option.property()).stream())
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .ifPresent(text -> read(option, text));
      }
    }
  }

  /**
   * What was collected.
   *
   * @throws ClerkConfigurationException when a value can't be read or can't be right; the message
   *     has a sentence for each of them
   */
  OptionValues collected() {
    OptionValues collected = new OptionValues(values);
    List<String> faults = new ArrayList<>();
    ClerkOption.table().forEach(option -> fault(option, collected).ifPresent(faults::add));
    if (!faults.isEmpty()) {
      throw new ClerkConfigurationException(String.join(" ", faults));
    }
    return collected;
  }

  private <T> void read(ClerkOption<T> option, String text) {
    try {
      T value = option.read(text);
      if (option.allows(value)) {
        set(option, value);
        return;
      }
    } catch (IllegalArgumentException e) {
      // the text spells no value at all: the same sentence as for one that can't be right
    }
    refused.put(option, option.fault(text));
  }

  private <T> Optional<String> fault(ClerkOption<T> option, OptionValues collected) {
    return Optional.ofNullable(refused.get(option))
        .or(
            () ->
                collected
                    .find(option)
                    .filter(value -> !option.allows(value))
                    .map(value -> option.fault(value.toString())));
  }
}
