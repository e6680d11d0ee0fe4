package io.github.clerkjakarta.security.internal.cdi;

import io.github.clerkjakarta.internal.access.NamedSegment;
import io.github.clerkjakarta.internal.servlet.RoutedPath;
import io.github.clerkjakarta.security.internal.access.CallSite;
import io.github.clerkjakarta.security.internal.servlet.RestCall;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call of a bean's method. A name means a parameter, or else what the path of the REST resource
 * has. Without knowing the names of the parameters, neither can be told.
 */
record BeanCall(InvocationContext call, HttpServletRequest request) implements CallSite {

  @Override
  public Optional<String> named(String name) {
    Parameter[] parameters = call.getMethod().getParameters();
    if (!Stream.of(parameters).allMatch(Parameter::isNamePresent)) {
      return Optional.empty();
    }
    for (int at = 0; at < parameters.length; at++) {
      if (parameters[at].getName().equals(name)) {
        return Optional.ofNullable(call.getParameters()[at])
            .filter(String.class::isInstance)
            .map(String.class::cast);
      }
    }
    return RestCall.in(request).flatMap(rest -> rest.named(name));
  }

  @Override
  public Optional<String> at(NamedSegment segment) {
    return RoutedPath.of(request).flatMap(segment::in);
  }
}
