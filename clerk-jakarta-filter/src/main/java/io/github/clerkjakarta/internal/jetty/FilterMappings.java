package io.github.clerkjakarta.internal.jetty;

import jakarta.servlet.ServletContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.EventListener;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The filter mappings of a context of Jetty 12, in the order of the chain. Applications can't name
 * Jetty's classes, and other servers don't have them; so its objects are asked for their public
 * methods, and every method here throws an IllegalStateException where they don't have them.
 */
final class FilterMappings {

  private static final String CONTEXT = ".servlet.ServletContextHandler$ServletContextApi";
  private static final String EVENTS = "org.eclipse.jetty.util.component.";

  /** Jetty's {@code ServletHandler}, which holds filters, their mappings and servlets. */
  private final Object handler;

  private FilterMappings(Object handler) {
    this.handler = handler;
  }

  static FilterMappings of(ServletContext context) {
    for (Class<?> type = context.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().endsWith(CONTEXT)) {
        Object scope = call(context, "getContext");
        Object contextHandler = call(scope, "getServletContextHandler");
        return new FilterMappings(call(contextHandler, "getServletHandler"));
      }
    }
    throw new IllegalStateException(context.getClass() + " isn't a context of Jetty 12.");
  }

  /** Moves the mappings of filters of these classes behind all mappings of the named filter. */
  void placeBehind(String filterName, Predicate<String> classNames) {
    Object[] mappings = (Object[]) call(handler, "getFilterMappings");
    List<Object> before = List.of(mappings);
    List<Object> after =
        FilterOrder.behind(
            before,
            mapping -> filterName(mapping).equals(filterName),
            mapping -> classNames.test(className(filterName(mapping))));
    if (!after.equals(before)) {
      Object[] changed = after.toArray(Arrays.copyOf(mappings, 0));
      invoke(method(handler, "setFilterMappings", mappings.getClass()), handler, (Object) changed);
    }
  }

  /** Does this now and whenever a mapping has been added, until the context is stopped. */
  void onEachChange(Runnable action) {
    Method add = method(handler, "addEventListener", EventListener.class);
    Method remove = method(handler, "removeEventListener", EventListener.class);
    Class<?>[] events = {
      event(add, EVENTS + "Container$Listener"), event(add, EVENTS + "LifeCycle$Listener")
    };
    Object listener =
        Proxy.newProxyInstance(
            events[0].getClassLoader(),
            events,
            (proxy, event, arguments) -> {
              switch (event.getName()) {
                case "beanAdded" -> action.run();
                case "lifeCycleStopping" -> invoke(remove, handler, proxy);
                default -> {}
              }
              return answer(proxy, event, arguments);
            });
    invoke(add, handler, listener);
    action.run();
  }

  private String className(String filterName) {
    Method getFilter = method(handler, "getFilter", String.class);
    return textOf(invoke(getFilter, handler, filterName), "getClassName");
  }

  private static String filterName(Object mapping) {
    return textOf(mapping, "getFilterName");
  }

  private static String textOf(@Nullable Object target, String getter) {
    Object text = target == null ? null : invoke(method(target, getter), target);
    return text == null ? "" : text.toString();
  }

  private static @Nullable Object answer(Object proxy, Method event, Object[] arguments) {
    return switch (event.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      case "toString" -> FilterMappings.class.getName();
      default -> null;
    };
  }

  private static Class<?> event(Method add, String name) {
    try {
      return Class.forName(name, false, add.getDeclaringClass().getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object call(Object target, String name) {
    return Objects.requireNonNull(invoke(method(target, name), target), name);
  }

  private static Method method(Object target, String name, Class<?>... types) {
    try {
      return target.getClass().getMethod(name, types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object invoke(Method method, Object target, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
