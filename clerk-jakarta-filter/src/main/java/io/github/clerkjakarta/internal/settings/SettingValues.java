package io.github.clerkjakarta.internal.settings;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ConfigurationSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The values of those settings that were set; the others have their default.
 *
 * @param set the values, each in its one form
 */
public record SettingValues(Map<Setting<?>, Object> set) {

  /** Keeps an immutable copy. */
  public SettingValues {
    set = Map.copyOf(set);
  }

  /** The value, or else the default; empty when there is neither. */
  public <T> Optional<T> find(Setting<T> setting) {
    @SuppressWarnings("unchecked") // only values of its own type are ever set for a setting
    T value = (T) set.get(setting);
    return value == null ? setting.defaultValue() : Optional.of(value);
  }

  /** The value of a setting that has a default. */
  public <T> T get(Setting<T> setting) {
    return find(setting).orElseThrow();
  }

  /**
   * The value that sources have for a setting, or else its default; empty when there is neither.
   *
   * @throws ClerkConfigurationException when the value can't be right
   */
  public static <T> Optional<T> find(Setting<T> setting, List<ConfigurationSource> sources) {
    Builder builder = new Builder(new SettingValues(Map.of()));
    builder.fill(setting, sources);
    return builder.build().find(setting);
  }

  /** Collects values, from calls and from sources, and checks them as a whole. */
  public static final class Builder {

    private final Map<Setting<?>, Object> values;
    private final Map<Setting<?>, String> unreadable = new LinkedHashMap<>();

    /** Starts with these values. */
    public Builder(SettingValues values) {
      this.values = new LinkedHashMap<>(values.set());
    }

    /** Sets a setting, whatever it was; an empty text is no value. */
    public <T> void set(Setting<T> setting, T value) {
      Objects.requireNonNull(value, () -> setting.property() + " is null");
      unreadable.remove(setting);
      if (value.equals("")) {
        values.remove(setting);
      } else {
        values.put(setting, value);
      }
    }

    /** Gives each option that isn't set yet the first value of these sources. */
    public void fillFrom(List<ConfigurationSource> sources) {
      Setting.ofOptions().forEach(setting -> fill(setting, sources));
    }

    private <T> void fill(Setting<T> setting, List<ConfigurationSource> sources) {
      if (!values.containsKey(setting) && !unreadable.containsKey(setting)) {
        sources.stream()
            .flatMap(source -> source.value(setting.property()).stream())
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .ifPresent(text -> read(setting, text));
      }
    }

    private <T> void read(Setting<T> setting, String text) {
      try {
        T value = setting.read(text);
        setting
            .fault(value, text)
            .ifPresentOrElse(
                fault -> unreadable.put(setting, fault), () -> values.put(setting, value));
      } catch (IllegalArgumentException e) {
        unreadable.put(setting, setting.fault(text));
      }
    }

    /**
     * What was collected.
     *
     * @throws ClerkConfigurationException when a value can't be read or can't be right; the message
     *     has a sentence for each of them, in the order of the table
     */
    public SettingValues build() {
      List<String> faults =
          Stream.of(Setting.table(), values.keySet(), unreadable.keySet())
              .flatMap(Collection::stream)
              .distinct()
              .flatMap(setting -> fault(setting).stream())
              .toList();
      if (!faults.isEmpty()) {
        throw new ClerkConfigurationException(String.join(" ", faults));
      }
      return new SettingValues(values);
    }

    /** What is wrong with a value, which otherwise gets its one form. */
    private <T> Optional<String> fault(Setting<T> setting) {
      @SuppressWarnings("unchecked") // only values of its own type are ever set for a setting
      T value = (T) values.get(setting);
      if (value == null) {
        return Optional.ofNullable(unreadable.get(setting));
      }
      Optional<String> fault = setting.fault(value, value.toString());
      if (fault.isEmpty()) {
        values.put(setting, setting.canonical(value));
      }
      return fault;
    }
  }
}
