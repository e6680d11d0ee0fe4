package io.github.clerkjakarta.benchmarks;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As much of a servlet container as starting a filter and handing it a request takes. Belongs to
 * one thread.
 */
final class Container {

  private final HeaderNames names = new HeaderNames();
  private final Map<Object, Object> attributes = new HashMap<>();
  private final ServletContext context = instance(ServletContext.class);

  Exchange exchange(Carrier carrier, String token) {
    return new Exchange(
        new ReceivedRequest(context, names, carrier.headers(token)), new EmptyResponse());
  }

  FilterConfig filterConfig() {
    return instance(FilterConfig.class);
  }

  private <T> T instance(Class<T> type) {
    ClassLoader loader = Container.class.getClassLoader();
    return type.cast(
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                answer(method.getName(), arguments == null ? new Object[0] : arguments)));
  }

  /** What the context or the configuration of the filter says. */
  private @Nullable Object answer(String method, Object[] arguments) {
    return switch (method) {
      case "getServletContext" -> context;
      case "getFilterName" -> "clerk";
      case "getClassLoader" -> Container.class.getClassLoader();
      case "getServerInfo" -> "benchmark";
      case "getContextPath" -> "";
      case "getVirtualServerName" -> "app.example.com";
      case "getInitParameterNames" -> Collections.emptyEnumeration();
      case "getFilterRegistrations", "getServletRegistrations" -> Map.of();
      case "getAttribute" -> attributes.get(arguments[0]);
      case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
      case "removeAttribute" -> attributes.remove(arguments[0]);
      case "getInitParameter", "getFilterRegistration", "getServletRegistration", "log" -> null;
      case "hashCode" -> System.identityHashCode(this);
      default -> throw new UnsupportedOperationException(method);
    };
  }
}
