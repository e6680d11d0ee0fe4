package io.github.clerkjakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Holds docs/configuration.md to the code: one row for each setting that is read anywhere. */
@DisplayName("The table of settings")
class ConfigurationPageTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(clerk\\.\\S+)` \\| (.*?) \\| ?(.*?) \\| (.+) \\|$");

  private static final Pattern LITERAL = Pattern.compile("\"(clerk\\.[A-Za-z.]+)\"");

  private static final List<Path> SOURCES =
      List.of(Path.of("src/main/java"), Path.of("../clerk-jakarta-security/src/main/java"));

  private final List<Row> page =
      ROW.matcher(Files.readString(Path.of("../docs/configuration.md")))
          .results()
          .map(Row::of)
          .toList();

  ConfigurationPageTest() throws IOException {}

  @Test
  @DisplayName("has every option, by the names and the default that the code has")
  void options() {
    assertThat(page).containsAll(ClerkOption.table().stream().map(Row::of).toList());
  }

  @Test
  @DisplayName("has a row for every setting that the sources name, and no other")
  void everySetting() {
    Map<String, Row> byName = new TreeMap<>();
    page.forEach(row -> byName.put(row.name(), row));

    assertThat(byName).hasSameSizeAs(page);
    assertThat(byName.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(ClerkOption.table().stream().map(ClerkOption::property), namedInSources())
                .distinct()
                .toList());
  }

  @Test
  @DisplayName("gives the variables that the environment is asked for")
  void variables() {
    assertThat(page)
        .filteredOn(row -> !row.name().endsWith(".NAME"))
        .allMatch(row -> row.variable().equals(EnvironmentVariables.variable(row.name())));
  }

  /** A literal that ends with a dot is the beginning of many names. */
  private static Stream<String> namedInSources() {
    return SOURCES.stream()
        .flatMap(ConfigurationPageTest::files)
        .filter(file -> file.toString().endsWith(".java"))
        .flatMap(file -> LITERAL.matcher(read(file)).results())
        .map(literal -> literal.group(1))
        .map(name -> name.endsWith(".") ? name + "NAME" : name);
  }

  private static Stream<Path> files(Path folder) {
    try {
      return Files.walk(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Row(String name, String variable, String defaultValue) {

    static Row of(MatchResult row) {
      return new Row(row.group(1), unquoted(row.group(2)), unquoted(row.group(3)));
    }

    static Row of(ClerkOption<?> option) {
      return new Row(
          option.property(), option.variable(), option.defaultValue().map(Row::text).orElse(""));
    }

    private static String text(Object value) {
      if (value instanceof Duration duration) {
        return duration.toHours() > 0 ? duration.toHours() + "h" : duration.toSeconds() + "s";
      }
      if (value instanceof AcceptsToken.Only only) {
        return only.type().value();
      }
      return value instanceof List<?> list && list.isEmpty()
          ? ""
          : value.toString().toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String text) {
      return text.replace("`", "").strip();
    }
  }
}
