package io.github.clerkjakarta.security.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.servlet.Settings;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.settings.SettingValues;
import io.github.clerkjakarta.testsupport.SampleText;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A setting means the same")
class ConfigPropertiesTest {

  @TempDir private Path classes;

  static Stream<Setting<?>> table() {
    return Setting.table().stream().map(setting -> setting.named("acme"));
  }

  @ParameterizedTest
  @MethodSource("table")
  @DisplayName("G4 as a property of MicroProfile Config in the application")
  void property(Setting<?> setting) throws IOException {
    String text = SampleText.of(setting.property(), setting.defaultText().orElse(""));
    Optional<?> meant =
        SettingValues.find(
            setting,
            List.of(name -> Optional.of(text).filter(it -> name.equals(setting.property()))));

    try (URLClassLoader application = applicationThatSays(setting.property(), text)) {
      assertThat(Settings.of(context(application)).find(setting)).isEqualTo(meant);
    }

    assertThat(meant).isNotEqualTo(SettingValues.find(setting, List.of()));
  }

  private URLClassLoader applicationThatSays(String name, String text) throws IOException {
    Properties properties = new Properties();
    properties.setProperty(name, text);
    Path file = classes.resolve("META-INF/microprofile-config.properties");
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, ConfigPropertiesTest.class.getClassLoader());
  }

  private static ServletContext context(ClassLoader application) {
    InvocationHandler answers =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getInitParameter" -> null;
              case "getInitParameterNames" -> Collections.emptyEnumeration();
              case "getClassLoader" -> application;
              default -> throw new UnsupportedOperationException(method.getName());
            };
    return (ServletContext)
        Proxy.newProxyInstance(application, new Class<?>[] {ServletContext.class}, answers);
  }
}
