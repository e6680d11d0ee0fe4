package io.github.clerkjakarta.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Holds docs/testing.md to code that is compiled and run. */
class TestingPageTest {

  private static final Path EXAMPLE =
      Path.of("src/test/java/io/github/clerkjakarta/testkit/example/InvoicesTest.java");

  private final String page = Files.readString(Path.of("../docs/testing.md"));

  TestingPageTest() throws IOException {}

  @Test
  @DisplayName("the test class on the page is the one that runs here")
  void example() throws IOException {
    String source = Files.readString(EXAMPLE);

    assertThat(page).contains(source.substring(source.indexOf("class InvoicesTest")));
  }

  @Test
  @DisplayName("every method that the page names exists and is public")
  void methods() {
    Map<String, Class<?>> receivers =
        Map.of(
            "clerk", LocalClerk.class,
            "session", Session.class,
            "builder", TokenBuilder.class);
    Matcher call = Pattern.compile("`(clerk|session|builder)\\.(\\w+)\\(").matcher(page);
    List<String> missing =
        call.results()
            .filter(
                each ->
                    Stream.of(receivers.get(each.group(1)).getMethods())
                        .noneMatch(method -> method.getName().equals(each.group(2))))
            .map(each -> each.group(0))
            .toList();

    assertThat(missing).isEmpty();
    assertThat(call.reset().results().count()).isGreaterThan(10);
  }
}
