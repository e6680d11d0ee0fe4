package io.github.clerkjakarta.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The code of a page of the documentation")
class DocumentationTest {

  private static final Path EXAMPLES =
      Path.of("src/test/java/io/github/clerkjakarta/security/example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jakarta-security.md",
        "coming-from-form-login.md",
        "roles-and-permissions.md",
        "several-mechanisms.md",
        "webhooks.md"
      })
  @DisplayName("is the code of the examples, line by line")
  void verbatim(String page) throws IOException {
    List<String> shown =
        Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs", page)))
            .results()
            .map(block -> block.group(1))
            .toList();

    assertThat(shown).isNotEmpty().allSatisfy(block -> assertThat(examples()).contains(block));
  }

  private static String examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files
          .filter(Files::isRegularFile)
          .map(DocumentationTest::read)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
