package io.github.clerkjakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The options")
final class ClerkOptionTest {

  @Test
  @DisplayName("have an accessor and a setter each")
  void accessorsAndSetters() {
    for (ClerkOption<?> option : ClerkOption.table()) {
      assertThat(ClerkOptions.class.getDeclaredMethods())
          .anyMatch(method -> method.getName().equals(accessor(option)));
      assertThat(ClerkOptions.Builder.class.getDeclaredMethods())
          .anyMatch(method -> method.getName().equals(accessor(option)));
    }
  }

  @Test
  @DisplayName("are all in the table")
  void noneLeftOut() {
    List<ClerkOption<?>> known =
        Stream.of(ClerkOption.class.getDeclaredFields())
            .filter(field -> field.getType() == ClerkOption.class)
            .<ClerkOption<?>>map(ClerkOptionTest::value)
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
}
