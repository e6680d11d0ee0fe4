package io.github.clerkjakarta.internal.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/reasons.md")
class ReasonsPageTest {

  @Test
  @DisplayName("has every reason, with what happened and what cures it, and no other")
  void everyReason() throws IOException {
    assertThat(rows())
        .extracting(row -> row.code() + ": " + row.happened() + " " + row.cure())
        .containsExactlyInAnyOrderElementsOf(
            reasons()
                .map(it -> it.code() + ": " + it.words() + " " + it.resolution().code())
                .toList());
  }

  @Test
  @DisplayName("says what to do about each")
  void whatToDo() throws IOException {
    assertThat(rows()).noneMatch(row -> row.toDo().isEmpty());
  }

  @Test
  @DisplayName("says what every cure means")
  void cures() throws IOException {
    String page = page();
    for (Reason.Resolution cure : Reason.Resolution.values()) {
      assertThat(page).contains("\n| `" + cure.code() + "` | ");
    }
  }

  private static List<Row> rows() throws IOException {
    return page()
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(2, line.length() - 2).split(" \\| ", -1))
        .filter(cells -> cells.length == 4)
        .map(
            cells ->
                new Row(cells[0].replace("`", ""), cells[1], cells[2].replace("`", ""), cells[3]))
        .toList();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/reasons.md"));
  }

  private static Stream<Reason> reasons() {
    return Stream.of(Reason.class.getDeclaredFields())
        .filter(field -> Modifier.isPublic(field.getModifiers()))
        .map(ReasonsPageTest::value);
  }

  private static Reason value(Field constant) {
    try {
      return (Reason) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private record Row(String code, String happened, String cure, String toDo) {}
}
