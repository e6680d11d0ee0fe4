package io.github.clerkjakarta.pages.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every tag of the table")
class TagTableTest {

  @Test
  @DisplayName("is there for JSP, with a class of its own, and for Facelets")
  void libraries() throws IOException {
    String jsp = resource("clerk.tld");
    assertThat(all("<name>(\\w+)</name>\\s*<tag-class>", jsp))
        .containsExactlyInAnyOrderElementsOf(with("show"));
    assertThat(all("<tag-class>(.*?)</tag-class>", jsp)).doesNotHaveDuplicates();
    assertThat(all("<tag-name>(\\w+)</tag-name>", resource("clerk.taglib.xml")))
        .containsExactlyInAnyOrderElementsOf(with("show", "fallback"));
  }

  @Test
  @DisplayName("stands in the documentation")
  void documentation() throws IOException {
    String page = Files.readString(Path.of("../docs/components.md"));

    assertThat(PageTag.all().keySet())
        .allMatch(tag -> page.contains("`" + tag + "`") || page.contains("<clerk:" + tag));
  }

  private static List<String> with(String... others) {
    return Stream.concat(PageTag.all().keySet().stream(), Stream.of(others)).toList();
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(it -> it.group(1)).toList();
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = PageTag.class.getResourceAsStream("/META-INF/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
