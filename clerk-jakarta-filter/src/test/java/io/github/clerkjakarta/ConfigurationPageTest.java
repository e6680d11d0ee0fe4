package io.github.clerkjakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  private static final Pattern JAVADOC_ROW =
      Pattern.compile(
          "<td>\\{@code (clerk\\.\\S+)}</td>\\s*\\*\\s*<td>\\{@code (\\S+)}</td>"
              + "<td>(?:\\{@code (\\S+)})?</td>\\s*\\*\\s*<td>(.+?)</td></tr>");

  private static final Pattern LITERAL = Pattern.compile("\"(clerk\\.[A-Za-z.]+)\"");

  private static final List<Path> SOURCES =
      List.of(Path.of("src/main/java"), Path.of("../clerk-jakarta-security/src/main/java"));

  private final List<Row> page = rows(ROW, Files.readString(Path.of("../docs/configuration.md")));

  ConfigurationPageTest() throws IOException {}

  @Test
  @DisplayName("says of each option what the Javadoc says")
  void options() throws IOException {
    List<Row> documented =
        rows(
            JAVADOC_ROW,
            Files.readString(Path.of("src/main/java/io/github/clerkjakarta/ClerkOptions.java")));

    assertThat(documented).hasSameSizeAs(ClerkOption.table());
    assertThat(page).containsAll(documented);
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

  private static List<Row> rows(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(Row::of).toList();
  }

  private record Row(String name, String variable, String defaultValue, String meaning) {

    static Row of(MatchResult row) {
      return new Row(row.group(1), plain(row.group(2)), plain(row.group(3)), plain(row.group(4)));
    }

    private static String plain(String text) {
      return text == null
          ? ""
          : text.replaceAll("\\{@link (\\w+)#(\\w+)}", "$1.$2")
              .replaceAll("\\{@code ([^}]*)}", "$1")
              .replace("`", "")
              .strip();
    }
  }
}
