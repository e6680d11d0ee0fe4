package io.github.clerkjakarta.internal.settings;

import io.github.clerkjakarta.ConfigurationSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A place where settings are written, and where their names can be listed.
 *
 * @param title what it is called in messages, for example {@code the context-params}
 * @param scopes what may be said there
 * @param source looks values up
 * @param names lists the names that have a value, of settings and of whatever else
 * @param shared whether other applications read their settings there as well
 */
public record Place(
    String title,
    Set<Scope> scopes,
    ConfigurationSource source,
    Supplier<? extends Collection<String>> names,
    boolean shared) {

  /** The parameters of a filter. */
  public static Place ofFilter(
      ConfigurationSource source, Supplier<? extends Collection<String>> names) {
    return new Place(
        "the init-params of the filter",
        EnumSet.of(Scope.INSTANCE, Scope.FILTER),
        source,
        names,
        false);
  }

  /** What an application says of itself. */
  public static Place ofApplication(
      String title, ConfigurationSource source, Supplier<? extends Collection<String>> names) {
    return new Place(title, EnumSet.complementOf(EnumSet.of(Scope.SERVER)), source, names, false);
  }

  /** What is there before the application is. */
  public static Place ofServer(
      String title, ConfigurationSource source, Supplier<? extends Collection<String>> names) {
    return new Place(title, EnumSet.allOf(Scope.class), source, names, false);
  }

  /** The system properties of this Java process, and so of all applications of a server. */
  public static Place systemProperties() {
    return new Place(
        "the system properties",
        EnumSet.allOf(Scope.class),
        ConfigurationSource.systemProperties(),
        () -> System.getProperties().stringPropertyNames(),
        true);
  }
}
