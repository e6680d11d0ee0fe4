package io.github.clerkjakarta.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.ClerkOptions;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings")
final class SettingTest {

  @Test
  @DisplayName("of an instance have an accessor and a builder's method each")
  void accessorsAndSetters() {
    for (Setting<?> setting : Setting.table()) {
      if (setting.scope() == Scope.INSTANCE) {
        assertThat(ClerkOptions.class.getDeclaredMethods())
            .extracting(Method::getName)
            .contains(accessor(setting));
        assertThat(ClerkOptions.Builder.class.getDeclaredMethods())
            .extracting(Method::getName)
            .contains(accessor(setting));
      }
    }
  }

  @Test
  @DisplayName("are all in the table")
  void noneLeftOut() {
    List<Setting<?>> known =
        Stream.of(Setting.class.getDeclaredFields())
            .filter(field -> field.getType() == Setting.class)
            .<Setting<?>>map(SettingTest::value)
            .toList();

    assertThat(Setting.table()).containsExactlyElementsOf(known);
  }

  private static Setting<?> value(Field constant) {
    try {
      return (Setting<?>) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** JavaScript's name is {@code isSatellite}, and so are the property and the variable. */
  private static String accessor(Setting<?> setting) {
    String name = setting.property().substring("clerk.".length());
    return name.equals("isSatellite") ? "satellite" : name;
  }
}
