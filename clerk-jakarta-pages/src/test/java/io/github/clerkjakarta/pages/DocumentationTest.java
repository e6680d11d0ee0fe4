package io.github.clerkjakarta.pages;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.LocalClerk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The documentation")
class DocumentationTest {

  @Test
  @DisplayName("shows pages that run")
  void pages() {
    List<String> pages =
        Stream.of("pages.md", "components.md", "content-security-policy.md")
            .flatMap(DocumentationTest::jsp)
            .map(page -> page.replaceAll("<%@ taglib .*%>", ""))
            .toList();
    assertThat(pages).hasSizeGreaterThan(2);
    try (LocalClerk clerk = LocalClerk.start();
        TestApplication application = new TestApplication(clerk)) {
      for (int i = 0; i < pages.size(); i++) {
        application.page(i + ".jsp", pages.get(i));
      }
      application.start();
      for (int i = 0; i < pages.size(); i++) {
        var request = application.request("/" + i + ".jsp");
        var session = clerk.session(ADA).organization(ACME);
        var answer = application.send(request.header("Cookie", session.cookieHeader()));
        assertThat(answer.statusCode()).as(pages.get(i)).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<clerk:");
      }
    }
  }

  @Test
  @DisplayName("names properties that there are")
  void properties() throws IOException {
    List<String> named =
        Pattern.compile("`clerk\\.([a-z]\\w+)`")
            .matcher(Files.readString(Path.of("../docs/pages.md")))
            .results()
            .map(it -> it.group(1))
            .filter(name -> !name.equals("userCache"))
            .toList();

    assertThat(named)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            name ->
                assertThat(Stream.of(ClerkPage.class.getMethods()).map(it -> it.getName()))
                    .containsAnyOf(getter("get", name), getter("is", name)));
  }

  private static String getter(String prefix, String name) {
    return prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static Stream<String> jsp(String page) {
    try {
      return Pattern.compile("```jsp\\n(.*?)```", Pattern.DOTALL)
          .matcher(Files.readString(Path.of("../docs", page)))
          .results()
          .map(it -> it.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
