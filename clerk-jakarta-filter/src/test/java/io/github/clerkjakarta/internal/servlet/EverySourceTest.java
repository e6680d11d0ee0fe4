package io.github.clerkjakarta.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ClerkSettings;
import io.github.clerkjakarta.ConfigurationSource;
import io.github.clerkjakarta.internal.settings.EnvironmentVariables;
import io.github.clerkjakarta.internal.settings.Scope;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.settings.SettingValues;
import io.github.clerkjakarta.testsupport.SampleText;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A setting means the same")
class EverySourceTest {

  private static final ClassLoader LOADER = EverySourceTest.class.getClassLoader();

  static Stream<Setting<?>> table() {
    return Setting.table().stream().map(setting -> setting.named("acme"));
  }

  static Stream<Setting<?>> options() {
    return table().filter(setting -> setting.scope() == Scope.INSTANCE);
  }

  @ParameterizedTest
  @MethodSource("table")
  @DisplayName("G4 in code, as init-param, context-param, system property, environment variable")
  void everySource(Setting<?> setting) {
    String text = sample(setting);
    Object meant = value(setting, List.of(source(setting.property(), text)));
    Settings ofContext = Settings.of(context(setting.property(), text));

    assertThat(meant).isNotEqualTo(value(setting, List.of()));
    assertThat(value(setting, ofContext.sources())).isEqualTo(meant);
    assertThat(value(setting, bySystemProperty(setting, text))).isEqualTo(meant);
    assertThat(value(setting, byCode(setting, text))).isEqualTo(meant);
    setting
        .variable()
        .map(variable -> new EnvironmentVariables(Map.of(variable, text)))
        .ifPresent(
            environment ->
                assertThat(value(setting, List.of(environment::value))).isEqualTo(meant));
    if (setting.scope() == Scope.INSTANCE || setting.scope() == Scope.FILTER) {
      Settings ofFilter = Settings.of(filter(setting.property(), text));
      assertThat(value(setting, ofFilter.sources())).isEqualTo(meant);
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  @DisplayName("G4 in code, of the type that it has there")
  void code(Setting<?> setting) throws ReflectiveOperationException {
    String text = sample(setting);
    String name = setting.property().substring("clerk.".length());
    String accessor = name.equals("isSatellite") ? "satellite" : name;
    Method ask = ClerkOptions.class.getMethod(accessor);
    ClerkOptions read = ClerkOptions.from(List.of(source(setting.property(), text)));
    Object value = ask.invoke(read);
    ClerkOptions.Builder builder = ClerkOptions.builder();

    Method tell =
        Stream.of(ClerkOptions.Builder.class.getMethods())
            .filter(method -> method.getName().equals(accessor))
            .findFirst()
            .orElseThrow();
    tell.invoke(builder, value instanceof Optional<?> some ? some.orElseThrow() : value);

    assertThat(ask.invoke(builder.build())).isEqualTo(value);
    assertThat(ask.invoke(builder.build().toBuilder().build())).isEqualTo(value);
  }

  private static String sample(Setting<?> setting) {
    return SampleText.of(setting.property(), setting.defaultText().orElse(""));
  }

  private static Object value(Setting<?> setting, List<ConfigurationSource> sources) {
    return SettingValues.find(setting, sources);
  }

  private static List<ConfigurationSource> bySystemProperty(Setting<?> setting, String text) {
    String had = System.setProperty(setting.property(), text);
    try {
      Optional<String> found = ConfigurationSource.systemProperties().value(setting.property());
      return List.of(name -> name.equals(setting.property()) ? found : Optional.empty());
    } finally {
      if (had == null) {
        System.clearProperty(setting.property());
      } else {
        System.setProperty(setting.property(), had);
      }
    }
  }

  private static List<ConfigurationSource> byCode(Setting<?> setting, String text) {
    InCode.said = Map.of(setting.property(), text);
    try {
      return Settings.of(stub(ServletContext.class, "", "", new CodeLoader())).sources();
    } finally {
      InCode.said = Map.of();
    }
  }

  /** What an application says in its code. */
  public static final class InCode implements ClerkSettings {
    private static Map<String, String> said = Map.of();

    @Override
    public Map<String, String> settings() {
      return said;
    }
  }

  /** That of an application whose {@code META-INF/services} names the class above. */
  private static final class CodeLoader extends ClassLoader {
    CodeLoader() {
      super(EverySourceTest.class.getClassLoader());
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      if (!name.equals("META-INF/services/" + ClerkSettings.class.getName())) {
        return super.getResources(name);
      }
      Path services = Files.createTempFile(Path.of("target"), "services", "");
      services.toFile().deleteOnExit();
      return Collections.enumeration(
          List.of(Files.writeString(services, InCode.class.getName()).toUri().toURL()));
    }
  }

  private static ConfigurationSource source(String name, String text) {
    return asked -> asked.equals(name) ? Optional.of(text) : Optional.empty();
  }

  private static FilterConfig filter(String name, String text) {
    return stub(FilterConfig.class, name, text, LOADER);
  }

  private static ServletContext context(String name, String text) {
    return stub(ServletContext.class, name, text, LOADER);
  }

  /** What has one init parameter, in an application that has none. */
  private static <T> T stub(Class<T> type, String name, String text, ClassLoader loader) {
    InvocationHandler answers =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getInitParameter" -> arguments[0].equals(name) ? text : null;
              case "getInitParameterNames" -> names(name);
              case "getServletContext" -> stub(ServletContext.class, "", "", loader);
              case "getClassLoader" -> loader;
              default -> throw new UnsupportedOperationException(method.getName());
            };
    return type.cast(Proxy.newProxyInstance(LOADER, new Class<?>[] {type}, answers));
  }

  private static Enumeration<String> names(String name) {
    return Collections.enumeration(List.of(name));
  }
}
