package io.github.clerkjakarta.internal.startup;

import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Objects;
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

  private static boolean isOne(String name, ServletContext context) {
    if (name.equals(ClerkFilter.class.getName())) {
      return true;
    }
    try {
      Class<?> type = Class.forName(name, false, context.getClassLoader());
      return ClerkFilter.class.isAssignableFrom(type);
    } catch (ClassNotFoundException | LinkageError e) {
      // The container will say so; what can't be loaded isn't ours.
      return false;
    }
  }

  private static Stream<String> names(ServletContext context) {
    return context.getFilterRegistrations().values().stream()
        .map(FilterRegistration::getClassName)
        .filter(Objects::nonNull);
  }
}
