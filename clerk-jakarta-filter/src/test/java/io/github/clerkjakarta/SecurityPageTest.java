package io.github.clerkjakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/security.md")
class SecurityPageTest {

  private static final Pattern NAME =
      Pattern.compile("@DisplayName\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern IDS = Pattern.compile("(?:[A-Z]\\d+,? )+");
  private static final Pattern ID = Pattern.compile("[A-Z]\\d+");
  private static final Pattern LINE =
      Pattern.compile("(?m)^\\| ([A-Z]\\d+) \\| (.+) \\| (.+) \\|$");

  @Test
  @DisplayName("has a line for each id that begins the name of a test, and a test for each line")
  void everyId() throws IOException {
    assertThat(lines().map(line -> line.group(1))).doesNotHaveDuplicates();
    assertThat(lines().map(line -> line.group(1)).collect(Collectors.toSet()))
        .isEqualTo(testsById().keySet());
  }

  @Test
  @DisplayName("names tests that are about the id")
  void namedTests() throws IOException {
    Map<String, Set<String>> tests = testsById();

    assertThat(lines())
        .allSatisfy(
            line ->
                assertThat(tests.get(line.group(1)))
                    .as(line.group(1))
                    .contains(line.group(3).replace("`", "").split(", ")));
  }

  private static Stream<MatchResult> lines() throws IOException {
    return LINE.matcher(Files.readString(Path.of("../docs/security.md"))).results();
  }

  /** The classes of the tests whose names begin with an id, in all modules. */
  private static Map<String, Set<String>> testsById() throws IOException {
    Map<String, Set<String>> tests = new TreeMap<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(SecurityPageTest::sources)
          .forEach(source -> addTo(tests, source));
    }
    return tests;
  }

  private static void addTo(Map<String, Set<String>> tests, Path source) {
    String type = source.getFileName().toString().replace(".java", "");
    Matcher names = NAME.matcher(read(source));
    while (names.find()) {
      Matcher ids = IDS.matcher(names.group(1));
      if (ids.lookingAt()) {
        ID.matcher(ids.group())
            .results()
            .forEach(id -> tests.computeIfAbsent(id.group(), it -> new TreeSet<>()).add(type));
      }
    }
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
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
}
