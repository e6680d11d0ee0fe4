package io.github.clerkjakarta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.servlet.ClerkFilter;
import io.github.clerkjakarta.servlet.access.AccessRules;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Holds the five minutes of the README to code that compiles and names that exist. */
@DisplayName("The README")
class ReadmeTest {

  private static final Path SOURCE =
      Path.of("src/test/java/io/github/clerkjakarta/ReadmeTest.java");

  private final String readme = Files.readString(Path.of("../README.md"));

  ReadmeTest() throws IOException {}

  @Test
  @DisplayName("asks as the servlet below does")
  void javaCompiles() throws IOException {
    List<String> asked = lines(block("java"));

    assertThat(lines(Files.readString(SOURCE))).containsSubsequence(asked);
    assertThat(asked).hasSizeGreaterThan(3);
  }

  @Test
  @DisplayName("names variables that are read")
  void variables() {
    List<String> known = Setting.table().stream().flatMap(it -> it.variable().stream()).toList();
    List<String> named =
        Pattern.compile("CLERK_[A-Z_]+").matcher(readme).results().map(MatchResult::group).toList();

    assertThat(named).isNotEmpty().isSubsetOf(known);
  }

  @Test
  @DisplayName("has rules that can be read")
  void rules() {
    String value =
        Pattern.compile("<param-value>(.*?)</param-value>", Pattern.DOTALL)
            .matcher(block("xml", "<context-param>"))
            .results()
            .map(result -> result.group(1))
            .collect(Collectors.joining());

    assertThat(AccessRules.parse(value)).isNotEqualTo(AccessRules.NONE);
    assertThat(value).contains("permission org:invoices:create");
  }

  @Test
  @DisplayName("and the bill of materials know the same jars, of one version")
  void billOfMaterials() throws IOException {
    String bill = Files.readString(Path.of("../clerk-jakarta-bom/pom.xml"));
    String build = Files.readString(Path.of("../.ci/run"));
    List<String> shipped =
        List.of(build.replaceAll("(?s).*shipped=\\((.*?)\\).*", "$1").split("\\s+"));

    assertThat(found("<artifactId>(clerk-jakarta-(?!bom)[a-z-]+)<", bill))
        .containsExactlyInAnyOrderElementsOf(shipped);
    assertThat(version(bill)).isEqualTo(version(readme));
    assertThat(version(bill)).isEqualTo(version(Files.readString(Path.of("../pom.xml"))));
  }

  private static String version(String pom) {
    return found("<version>([0-9][^<]*)<", pom).get(0);
  }

  private static List<String> found(String regex, String text) {
    return Pattern.compile(regex).matcher(text).results().map(it -> it.group(1)).toList();
  }

  private String block(String language) {
    return block(language, "");
  }

  private String block(String language, String holding) {
    return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
        .matcher(readme)
        .results()
        .map(result -> result.group(1))
        .filter(code -> code.contains(holding))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> lines(String code) {
    return code.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** What a reader of the README writes. */
  static final class Invoices extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Auth auth = ClerkFilter.auth(request);
      String caller = auth.userId().orElse("nobody");
      boolean mayCreate = auth.has(Requirement.permission("org:invoices:create"));
      response.getWriter().println(caller + (mayCreate ? " may" : " may not") + " create invoices");
    }
  }
}
