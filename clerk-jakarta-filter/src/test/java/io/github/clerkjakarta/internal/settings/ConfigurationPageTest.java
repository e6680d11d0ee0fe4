package io.github.clerkjakarta.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/configuration.md to the table of settings. With {@code -DwriteDocs} it writes the
 * page's table anew.
 */
@DisplayName("The page of settings")
class ConfigurationPageTest {

  private static final Path PAGE = Path.of("../docs/configuration.md");

  private static final String HEAD =
      """
      | Setting | Environment variable | Default | Meaning |
      | --- | --- | --- | --- |
      """;

  private static final Pattern TABLE = Pattern.compile("\\| Setting \\|.*\\n(\\|.*\\n)+");

  private static final Pattern LITERAL = Pattern.compile("\"clerk\\.[A-Za-z.]+\"");

  @Test
  @DisplayName("has the table of the code")
  void table() throws IOException {
    String table = HEAD + rows();
    String page = Files.readString(PAGE);
    if (System.getProperty("writeDocs") != null) {
      page = TABLE.matcher(page).replaceFirst(found -> table.replace("$", "\\$"));
      Files.writeString(PAGE, page);
    }
    assertThat(page).contains(table);
  }

  @Test
  @DisplayName("is about all settings, for no name of one stands outside the table in the code")
  void everySetting() throws IOException {
    for (String module : new String[] {".", "../clerk-jakarta-security"}) {
      try (Stream<Path> files = Files.walk(Path.of(module, "src/main/java"))) {
        assertThat(files.filter(file -> file.toString().endsWith(".java")))
            .allSatisfy(file -> assertThat(read(file)).doesNotContainPattern(LITERAL));
      }
    }
  }

  private static String rows() {
    return Setting.table().stream().map(ConfigurationPageTest::row).collect(Collectors.joining());
  }

  private static String row(Setting<?> setting) {
    String places =
        switch (setting.scope()) {
          case APPLICATION -> "; no init-param of a filter can say so";
          case SERVER -> "; no init-param or context-param can say so";
          case INSTANCE, FILTER -> "";
        };
    return "| %s | %s | %s | %s%s |\n"
        .formatted(
            code(setting.property()),
            setting.variable().map(ConfigurationPageTest::code).orElse(""),
            setting.defaultText().map(ConfigurationPageTest::code).orElse(""),
            setting.sentence(),
            places);
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
