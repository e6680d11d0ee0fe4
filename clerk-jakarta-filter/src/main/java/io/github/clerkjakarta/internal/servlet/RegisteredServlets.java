package io.github.clerkjakarta.internal.servlet;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which servlets of an application are of a class, by the names that they are registered by. */
final class RegisteredServlets {

  private RegisteredServlets() {}

  /** Those of a class. */
  static Stream<? extends ServletRegistration> of(
      Class<? extends Servlet> type, ServletContext context) {
    Collection<? extends ServletRegistration> all = context.getServletRegistrations().values();
    return all.stream().filter(servlet -> isOf(type, servlet, context));
  }

  /** Whether the servlet of a name is of a class. */
  static boolean isOf(
      Class<? extends Servlet> type, @Nullable String name, ServletContext context) {
    return isOf(type, name == null ? null : context.getServletRegistration(name), context);
  }

  private static boolean isOf(
      Class<? extends Servlet> type,
      @Nullable ServletRegistration registration,
      ServletContext context) {
    String found = registration == null ? null : registration.getClassName();
    if (found == null) {
      return false;
    }
    try {
      return type.isAssignableFrom(Class.forName(found, false, context.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      // The container will say so; what can't be loaded isn't ours.
      return false;
    }
  }
}
