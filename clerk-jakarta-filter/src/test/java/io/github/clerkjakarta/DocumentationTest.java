package io.github.clerkjakarta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.servlet.access.AccessRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds pages of the documentation to code that compiles and to settings that exist. */
@DisplayName("A page of the documentation")
class DocumentationTest {

  private static final Path EXAMPLES = Path.of("src/test/java/io/github/clerkjakarta/example");

  /** A page, and the classes among the examples whose code it shows. */
  record Page(String name, List<String> examples) {

    Page(String name, String... examples) {
      this(name, List.of(examples));
    }

    String source() throws IOException {
      StringBuilder source = new StringBuilder();
      for (String example : examples) {
        source.append(unindented(Files.readString(EXAMPLES.resolve(example))));
      }
      return source.toString();
    }

    String text() throws IOException {
      return Files.readString(Path.of("../docs", name));
    }

    Stream<String> blocks(String language) throws IOException {
      return Pattern.compile(" *```" + language + "\\n(.*?) *```", Pattern.DOTALL)
          .matcher(text())
          .results()
          .map(result -> result.group(1));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Page> pages() {
    return Stream.of(
        new Page("api.md", "AskingPages.java"),
        new Page("backend-api.md", "BackendPages.java", "BackOffice.java"),
        new Page("machine-tokens.md", "MachineRoutes.java"),
        new Page("configuration.md", "ShopSettings.java"),
        new Page("content-security-policy.md", "PolicyPages.java"),
        new Page("embedded-servers.md", "TomcatInside.java", "JettyInside.java"),
        new Page("filter.md", "Filters.java"),
        new Page("forms.md", "CommentForm.java"),
        new Page("many-instances.md", "InstancePages.java"),
        new Page("organizations.md", "OrganizationPages.java"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  @DisplayName("shows code that compiles, as it stands among the examples")
  void code(Page page) throws IOException {
    String source = page.source();

    assertThat(page.blocks("java")).isNotEmpty();
    assertThat(page.blocks("java").map(DocumentationTest::unindented))
        .allSatisfy(block -> assertThat(source).contains(block));
  }

  @ParameterizedTest
  @MethodSource("pages")
  @DisplayName("has rules that can be read and names settings that there are")
  void settings(Page page) throws IOException {
    page.blocks("xml")
        .flatMap(
            xml ->
                Pattern.compile(
                        "<param-name>(.*?)</param-name>\\s*<param-value>(.*?)</param-value>",
                        Pattern.DOTALL)
                    .matcher(xml)
                    .results())
        .forEach(DocumentationTest::check);
  }

  private static void check(MatchResult setting) {
    List<String> options = Setting.table().stream().map(Setting::property).toList();
    if (setting.group(1).equals("clerk.rules")) {
      assertThat(AccessRules.parse(setting.group(2))).isNotEqualTo(AccessRules.NONE);
    } else {
      assertThat(options).contains(setting.group(1));
    }
  }

  private static String unindented(String code) {
    return code.lines().map(String::strip).reduce("", (text, line) -> text + line + "\n");
  }
}
