package io.github.clerkjakarta.security.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.internal.servlet.SettingsProvider;
import io.github.clerkjakarta.security.internal.config.ApplicationSettings;
import io.github.clerkjakarta.security.internal.rest.RestDenials;
import io.github.clerkjakarta.security.internal.rest.RestProtection;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On a server without CDI")
class WithoutCdiTest {

  private static final ServletContext CONTEXT = silent(ServletContext.class);
  private static final FilterConfig CONFIG =
      (FilterConfig)
          Proxy.newProxyInstance(
              WithoutCdiTest.class.getClassLoader(),
              new Class<?>[] {FilterConfig.class},
              (proxy, method, arguments) ->
                  method.getName().equals("getServletContext") ? CONTEXT : null);

  private final ClassLoader server = new ServerWithoutCdi();

  @Test
  @DisplayName("D14 the deployment fails where the mechanism is asked for")
  void mechanismIsAskedFor() throws ReflectiveOperationException {
    Constructor<?> constructor =
        server
            .loadClass(SecurityFilter.class.getName())
            .getDeclaredConstructor(Optional.class, Set.class);
    constructor.setAccessible(true);
    Filter filter = (Filter) constructor.newInstance(Optional.empty(), Set.of());

    assertThatThrownBy(() -> filter.init(CONFIG))
        .isInstanceOf(ServletException.class)
        .hasMessageContaining("clerk.security.auto");
  }

  @Test
  @DisplayName("D9 the filter alone finds its settings")
  void settingsAreFound() throws ReflectiveOperationException {
    SettingsProvider settings =
        (SettingsProvider)
            server.loadClass(ApplicationSettings.class.getName()).getConstructor().newInstance();

    assertThat(settings.first(CONTEXT).source().value("clerk.secretKey")).isEmpty();
  }

  @Test
  @DisplayName("D9 REST methods are left to the server")
  void restIsLeftAlone() throws ReflectiveOperationException {
    DynamicFeature protection =
        (DynamicFeature)
            server.loadClass(RestProtection.class.getName()).getConstructor().newInstance();
    Feature denials =
        (Feature) server.loadClass(RestDenials.class.getName()).getConstructor().newInstance();
    FeatureContext untouched = refusing(FeatureContext.class);

    assertThatCode(() -> protection.configure(silent(ResourceInfo.class), untouched))
        .doesNotThrowAnyException();
    assertThat(denials.configure(untouched)).isFalse();
  }

  private static <T> T refusing(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new AssertionError(method);
            }));
  }

  private static <T> T silent(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
  }

  /** Knows this module, and what Jakarta EE has beside CDI. */
  private static final class ServerWithoutCdi extends URLClassLoader {

    ServerWithoutCdi() {
      super(
          new URL[] {SecurityFilter.class.getProtectionDomain().getCodeSource().getLocation()},
          WithoutCdiTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("jakarta.enterprise.")) {
        throw new ClassNotFoundException(name);
      }
      synchronized (getClassLoadingLock(name)) {
        boolean own = name.startsWith("io.github.clerkjakarta.security.");
        return own && findLoadedClass(name) == null
            ? findClass(name)
            : super.loadClass(name, resolve);
      }
    }
  }
}
