package io.github.clerkjakarta.internal.jetty;

import jakarta.servlet.ServletContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's objects, asked for their public methods: applications can't name Jetty's classes, and
 * other servers don't have them. Every method here throws an IllegalStateException where something
 * isn't there.
 */
final class JettyObjects {

  private static final String CONTEXT = ".servlet.ServletContextHandler$ServletContextApi";

  private JettyObjects() {}

  /** The {@code ServletContextHandler} of an application on Jetty 12. */
  static Object contextHandler(ServletContext context) {
    for (Class<?> type = context.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().endsWith(CONTEXT)) {
        return call(call(context, "getContext"), "getServletContextHandler");
      }
    }
    throw new IllegalStateException(context.getClass() + " isn't a context of Jetty 12.");
  }

  /** The result of a getter that never gives null. */
  static Object call(Object target, String name) {
    return Objects.requireNonNull(invoke(method(target.getClass(), name), target), name);
  }

  /** A public method. */
  static Method method(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Calls a method; of a static one the target is null. */
  static @Nullable Object invoke(
      Method method, @Nullable Object target, @Nullable Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A class that another one can name. */
  static Class<?> type(String name, Class<?> by) {
    try {
      return Class.forName(name, false, by.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An object of Jetty's interfaces. */
  static Object proxy(Calls calls, Class<?>... interfaces) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "equals" -> proxy == arguments[0];
              case "hashCode" -> System.identityHashCode(proxy);
              case "toString" -> calls.getClass().getName();
              default -> calls.answer(method, arguments == null ? new Object[0] : arguments);
            };
    return Proxy.newProxyInstance(interfaces[0].getClassLoader(), interfaces, handler);
  }

  /** Answers the methods of an interface. */
  interface Calls {

    /**
     * What a method gives.
     *
     * @throws Exception as the method may
     */
    @Nullable Object answer(Method method, Object[] arguments) throws Exception;
  }
}
