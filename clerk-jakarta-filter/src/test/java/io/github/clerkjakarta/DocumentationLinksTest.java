package io.github.clerkjakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Follows the links from page to page. */
@DisplayName("The documentation")
class DocumentationLinksTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  @DisplayName("has links that lead to a file that is there, and to a heading in it")
  void links(Path page) throws IOException {
    List<MatchResult> links = LINK.matcher(text(page)).results().toList();

    assertThat(links)
        .allSatisfy(
            link -> {
              Path target =
                  link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
              assertThat(target).exists();
              if (link.group(2) != null) {
                assertThat(anchors(target)).as(target.toString()).contains(link.group(2));
              }
            });
  }

  @Test
  @DisplayName("is reached from the README, every page of it")
  void reachable() throws IOException {
    String readme = text(ROOT.resolve("README.md"));

    assertThat(pages().filter(page -> page.startsWith(ROOT.resolve("docs"))))
        .allSatisfy(page -> assertThat(readme).contains("(docs/" + page.getFileName()));
  }

  private static String text(Path page) throws IOException {
    return CODE_BLOCK.matcher(Files.readString(page)).replaceAll("");
  }

  /** What GitHub makes of headings, of which no two are the same here. */
  private static List<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(text(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
