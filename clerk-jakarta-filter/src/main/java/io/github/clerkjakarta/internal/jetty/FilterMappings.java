package io.github.clerkjakarta.internal.jetty;

import static io.github.clerkjakarta.internal.jetty.JettyObjects.call;
import static io.github.clerkjakarta.internal.jetty.JettyObjects.invoke;
import static io.github.clerkjakarta.internal.jetty.JettyObjects.method;
import static io.github.clerkjakarta.internal.jetty.JettyObjects.type;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.EventListener;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The filter mappings of a context of Jetty 12, in the order of the chain. Applications can't name
 * Jetty's classes, and other servers don't have them; so its objects are asked for their public
 * methods, and every method here throws an IllegalStateException where they don't have them.
 */
final class FilterMappings {

  private static final String EVENTS = "org.eclipse.jetty.util.component.";

  /** Jetty's {@code ServletHandler}, which holds filters, their mappings and servlets. */
  private final Object handler;

  private FilterMappings(Object handler) {
    this.handler = handler;
  }

  static FilterMappings of(ServletContext context) {
    return new FilterMappings(call(JettyObjects.contextHandler(context), "getServletHandler"));
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
      invoke(
          method(handler.getClass(), "setFilterMappings", mappings.getClass()),
          handler,
          (Object) changed);
    }
  }

  /** Does this now and whenever a mapping has been added, until the context is stopped. */
  void onEachChange(Runnable action) {
    Method add = method(handler.getClass(), "addEventListener", EventListener.class);
    Method remove = method(handler.getClass(), "removeEventListener", EventListener.class);
    Class<?>[] events = {
      type(EVENTS + "Container$Listener", add.getDeclaringClass()),
      type(EVENTS + "LifeCycle$Listener", add.getDeclaringClass())
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
    Method getFilter = method(handler.getClass(), "getFilter", String.class);
    return textOf(invoke(getFilter, handler, filterName), "getClassName");
  }

  private static String filterName(Object mapping) {
    return textOf(mapping, "getFilterName");
  }

  private static String textOf(@Nullable Object target, String getter) {
    Object text = target == null ? null : invoke(method(target.getClass(), getter), target);
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
}
