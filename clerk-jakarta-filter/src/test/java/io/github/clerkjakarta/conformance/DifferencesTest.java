package io.github.clerkjakarta.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DifferencesTest {

  private static final Pattern ROW = Pattern.compile("^\\| ([A-Z]\\d+) \\|");

  @Test
  void everyDifferenceHasItsLineInTheDocumentationAndEveryLineItsRule() throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of("../docs/differences.md")).stream()
            .map(ROW::matcher)
            .filter(Matcher::find)
            .map(row -> row.group(1))
            .toList();
    assertThat(documented)
        .containsExactlyElementsOf(
            Differences.TABLE.stream().map(Differences.Difference::id).toList());
  }
}
