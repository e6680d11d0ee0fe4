package io.github.clerkjakarta.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the pages about several origins to the code that the browser tests run. */
class SamplePagesTest {

  private static final List<Path> SOURCES =
      List.of(
          Path.of("src/main/java/io/github/clerkjakarta/sample/SignInServlet.java"),
          Path.of("src/test/java/io/github/clerkjakarta/sample/CrossOriginFilter.java"),
          Path.of("src/test/resources/satellite/satellite.xml"),
          Path.of("src/test/resources/satellite/primary.xml"),
          Path.of("src/test/resources/single-page/filters.xml"),
          Path.of("src/test/resources/single-page/page.html"));

  @ParameterizedTest
  @CsvSource({"satellites.md, 3", "single-page-apps.md, 3"})
  @DisplayName("every block of code on the page is one that runs")
  void code(String page, int blocks) {
    List<String> sources = SOURCES.stream().map(SamplePagesTest::read).toList();
    List<String> shown =
        Pattern.compile("```(?:java|xml|js)\\n(.*?)```", Pattern.DOTALL)
            .matcher(read(Path.of("../docs", page)))
            .results()
            .map((MatchResult block) -> unindented(block.group(1)))
            .toList();

    assertThat(shown)
        .hasSize(blocks)
        .allSatisfy(code -> assertThat(sources).anyMatch(source -> source.contains(code)));
  }

  private static String read(Path file) {
    try {
      return unindented(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unindented(String text) {
    return text.replaceAll("(?m)^ +", "").strip();
  }
}
