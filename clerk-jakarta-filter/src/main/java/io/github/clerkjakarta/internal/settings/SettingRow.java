package io.github.clerkjakarta.internal.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the table of settings says, word by word, beginning with how the value is written.
 *
 * @param <T> the type of the setting's value
 */
final class SettingRow<T> {

  private final String name;
  private final Function<String, T> reader;
  private final String form;
  private final List<Check<T>> checks = new ArrayList<>();
  private UnaryOperator<T> canonical = UnaryOperator.identity();
  private @Nullable String defaultText;
  private Scope scope = Scope.INSTANCE;
  private boolean own;
  private boolean secret;
  private boolean variable = true;
  private String meaning = "";

  private SettingRow(String name, Function<String, T> reader, String form) {
    this.name = name;
    this.reader = reader;
    this.form = form;
  }

  /** What can't be right, and what to set instead. */
  private record Check<T>(Predicate<T> wrong, String form) {}

  static <T> SettingRow<T> setting(String name, Function<String, T> reader, String form) {
    return new SettingRow<>(name, reader, form);
  }

  static SettingRow<String> text(String name) {
    return setting(name, Function.identity(), "another value");
  }

  static SettingRow<Boolean> flag(String name, String defaultText) {
    return setting(name, SettingText::flag, "true or false").defaultsTo(defaultText);
  }

  static SettingRow<Integer> number(String name, String defaultText, String form) {
    return setting(name, Integer::valueOf, form).defaultsTo(defaultText);
  }

  static SettingRow<String> page(String name) {
    return text(name)
        .only(
            UrlForms::isPage,
            "an https:// or http:// address, or to a path that starts with / or ~/");
  }

  static SettingRow<String> ownPath(String name, String example) {
    return text(name)
        .scope(Scope.APPLICATION)
        .only(
            path -> path.matches("(/[A-Za-z0-9_-][A-Za-z0-9._~-]*)+"),
            "one path below the context path, such as "
                + example
                + ", of letters, digits, '-', '.', '_' and '~', without a '/' at its end");
  }

  static SettingRow<List<String>> list(String name) {
    return setting(name, SettingText::list, "entries with commas between them");
  }

  static SettingRow<List<String>> origins(String name) {
    return list(name)
        .defaultsTo("")
        .refusing(UrlForms::haveWildcard, UrlForms.NO_WILDCARD)
        .only(
            UrlForms::areOrigins,
            "origins without a path, such as https://app.example, with commas between them")
        .canonical(UrlForms::canonical);
  }

  static SettingRow<Duration> duration(String name, String defaultText) {
    return setting(
            name,
            SettingText::duration,
            "a time that isn't negative, such as 500ms, 5s, 10m, 24h or PT5S")
        .defaultsTo(defaultText)
        .only(SettingText::isPlainDuration);
  }

  static <E extends Enum<E>> SettingRow<E> oneOf(String name, E[] values) {
    Map<String, E> byWord = new LinkedHashMap<>();
    for (E value : values) {
      byWord.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
    }
    String form = String.join(", ", byWord.keySet()).replaceFirst(", (?=[^,]*$)", " or ");
    return setting(name, text -> found(byWord, text.toLowerCase(Locale.ROOT)), form);
  }

  static <E> E found(Map<String, E> byWord, String word) {
    E value = byWord.get(word);
    if (value == null) {
      throw new IllegalArgumentException("No such word");
    }
    return value;
  }

  /** What is set where nothing is. */
  SettingRow<T> defaultsTo(String text) {
    defaultText = text;
    return this;
  }

  SettingRow<T> only(Predicate<T> right, String instead) {
    return refusing(right.negate(), instead);
  }

  SettingRow<T> only(Predicate<T> right) {
    return only(right, form);
  }

  SettingRow<T> refusing(Predicate<T> wrong, String instead) {
    checks.add(new Check<>(wrong, instead));
    return this;
  }

  SettingRow<T> canonical(UnaryOperator<T> form) {
    canonical = form;
    return this;
  }

  SettingRow<T> scope(Scope what) {
    scope = what;
    return this;
  }

  SettingRow<T> own() {
    own = true;
    return this;
  }

  SettingRow<T> secret() {
    secret = true;
    return this;
  }

  SettingRow<T> withoutVariable() {
    variable = false;
    return this;
  }

  /** Says what the setting means, in Markdown. */
  SettingRow<T> meaning(String sentence) {
    meaning = sentence;
    return this;
  }

  String name() {
    return name;
  }

  String meaning() {
    return meaning;
  }

  T read(String text) {
    return reader.apply(text);
  }

  /** How a value is written. */
  String form() {
    return form;
  }

  /** What to set instead of a value that can't be right; empty when it can. */
  Optional<String> formInsteadOf(T value) {
    return checks.stream()
        .filter(check -> check.wrong.test(value))
        .findFirst()
        .map(check -> check.form);
  }

  T canonical(T value) {
    return canonical.apply(value);
  }

  Optional<String> defaultText() {
    return Optional.ofNullable(defaultText);
  }

  Scope scope() {
    return scope;
  }

  boolean isOwn() {
    return own;
  }

  boolean isSecret() {
    return secret;
  }

  boolean hasVariable() {
    return variable;
  }
}
