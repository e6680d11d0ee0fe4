package io.github.clerkjakarta.security;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.example.GroupsWithPartners;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The code of docs/roles-and-permissions.md")
class RolesPageTest {

  private static final Path EXAMPLES =
      Path.of("src/test/java/io/github/clerkjakarta/security/example");

  @Test
  @DisplayName("is the code of the examples, line by line")
  void verbatim() throws IOException {
    List<String> shown =
        Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs/roles-and-permissions.md")))
            .results()
            .map(block -> block.group(1))
            .toList();

    assertThat(shown).hasSize(5).allSatisfy(block -> assertThat(examples()).contains(block));
  }

  @Test
  @DisplayName("adds a group of its own to those of Clerk")
  void groups() {
    try (Callers callers = new Callers()) {
      String token = callers.clerk().session(ADA).organization(ACME).token();

      assertThat(new GroupsWithPartners().groups(callers.of(token)))
          .contains("partner", "org:admin");
      assertThat(new GroupsWithPartners().groups(callers.of(callers.clerk().sessionToken(ADA))))
          .doesNotContain("partner");
    }
  }

  private static String examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files
          .filter(Files::isRegularFile)
          .map(RolesPageTest::read)
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
