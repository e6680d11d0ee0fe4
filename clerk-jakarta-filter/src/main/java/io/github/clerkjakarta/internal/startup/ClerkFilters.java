package io.github.clerkjakarta.internal.startup;

import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which filters of Clerk's an application has, by the names of the registered classes. */
public final class ClerkFilters {

  private static final String OURS = ClerkFilters.class.getPackageName() + ".";

  private ClerkFilters() {}

  /** Whether there is a {@link ClerkFilter}, be it the one that registers itself. */
  public static boolean hasAny(ServletContext context) {
    return names(context).anyMatch(name -> isOne(name, context));
  }

  /** Whether the application has registered several. */
  public static boolean hasSeveral(ServletContext context) {
    return names(context)
            .filter(name -> isOne(name, context) && !name.startsWith(OURS))
            .limit(2)
            .count()
        == 2;
  }

  /** Whether there is a {@link ClerkFilter} of another class than the one that adds itself. */
  static boolean hasOtherThan(Class<? extends ClerkFilter> automatic, ServletContext context) {
    return names(context)
        .anyMatch(name -> !name.equals(automatic.getName()) && isOne(name, context));
  }

  /** Whether one, and no other, sees every request: that of the application, or our own. */
  static boolean areOneForAll(ServletContext context) {
    List<FilterRegistration> all =
        context.getFilterRegistrations().values().stream()
            .filter(it -> it.getClassName() != null && isOne(it.getClassName(), context))
            .collect(Collectors.toCollection(ArrayList::new));
    if (all.size() > 1) {
      // Our own has stepped aside.
      all.removeIf(it -> it.getClassName().startsWith(OURS));
    }
    return all.size() == 1 && all.get(0).getUrlPatternMappings().contains("/*");
  }

  private static boolean isOne(String name, ServletContext context) {
    return name.equals(ClerkFilter.class.getName())
        || load(name, context).filter(ClerkFilter.class::isAssignableFrom).isPresent();
  }

  /** A class of the application; empty when it can't be loaded, which the container will say. */
  static Optional<Class<?>> load(String name, ServletContext context) {
    try {
      return Optional.of(Class.forName(name, false, context.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static Stream<String> names(ServletContext context) {
    return context.getFilterRegistrations().values().stream()
        .map(FilterRegistration::getClassName)
        .filter(Objects::nonNull);
  }
}
