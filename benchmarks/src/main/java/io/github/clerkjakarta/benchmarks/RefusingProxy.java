package io.github.clerkjakarta.benchmarks;

import java.lang.reflect.Proxy;

/** Instances of interfaces that refuse every call, for a class to override what is called. */
final class RefusingProxy {

  private RefusingProxy() {}

  static <T> T of(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.toString());
            }));
  }
}
