package io.github.clerkjakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table in the Javadoc of ClerkOptions")
final class ClerkOptionTableTest {

  private static final Pattern ROW =
      Pattern.compile(
          "<tr><td>\\{@link #(\\w+)}</td><td>\\{@code (\\S+)}</td>\\s*\\*\\s*"
              + "<td>\\{@code (\\S+)}</td><td>(?:\\{@code (\\S+)})?</td>\\s*\\*\\s*"
              + "<td>(.+?)</td></tr>");

  @Test
  @DisplayName("names every option, by the names and the default that the code has")
  void sameAsTheCode() throws IOException {
    List<Row> documented =
        ROW.matcher(
                Files.readString(Path.of("src/main/java/io/github/clerkjakarta/ClerkOptions.java")))
            .results()
            .map(Row::of)
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(ClerkOption.table().stream().map(Row::of).toList());
  }

  @Test
  @DisplayName("links the accessor and has a setter for each option")
  void accessorsAndSetters() {
    for (ClerkOption<?> option : ClerkOption.table()) {
      assertThat(ClerkOptions.class.getDeclaredMethods())
          .anyMatch(method -> method.getName().equals(accessor(option)));
      assertThat(ClerkOptions.Builder.class.getDeclaredMethods())
          .anyMatch(method -> method.getName().equals(accessor(option)));
    }
  }

  @Test
  @DisplayName("leaves out no option that the code knows")
  void noneLeftOut() {
    List<ClerkOption<?>> known =
        Stream.of(ClerkOption.class.getDeclaredFields())
            .filter(field -> field.getType() == ClerkOption.class)
            .<ClerkOption<?>>map(ClerkOptionTableTest::value)
            .toList();

    assertThat(ClerkOption.table()).containsExactlyElementsOf(known);
  }

  private static ClerkOption<?> value(Field constant) {
    try {
      return (ClerkOption<?>) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** JavaScript's name is {@code isSatellite}, and so are the property and the variable. */
  private static String accessor(ClerkOption<?> option) {
    String name = option.property().substring("clerk.".length());
    return name.equals("isSatellite") ? "satellite" : name;
  }

  private record Row(String accessor, String property, String variable, String defaultValue) {

    static Row of(MatchResult row) {
      return new Row(
          row.group(1), row.group(2), row.group(3), Optional.ofNullable(row.group(4)).orElse(""));
    }

    static Row of(ClerkOption<?> option) {
      return new Row(
          ClerkOptionTableTest.accessor(option),
          option.property(),
          option.variable(),
          option.defaultValue().map(Row::text).orElse(""));
    }

    private static String text(Object value) {
      if (value instanceof Duration duration) {
        return duration.toHours() > 0 ? duration.toHours() + "h" : duration.toSeconds() + "s";
      }
      if (value instanceof AcceptsToken.Only only) {
        return only.type().value();
      }
      return value instanceof List<?> list && list.isEmpty()
          ? ""
          : value.toString().toLowerCase(Locale.ROOT);
    }
  }
}
