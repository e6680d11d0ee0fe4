package io.github.clerkjakarta.security.internal.servlet;

import io.github.clerkjakarta.security.internal.access.Callee;
import jakarta.servlet.ServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The call of a REST resource that a request has led to, as an attribute of the request.
 *
 * @param names what the path has for the names in its template
 * @param judged the method, until it is called
 */
public record RestCall(Map<String, List<String>> names, AtomicReference<Callee> judged) {

  private static final String ATTRIBUTE = RestCall.class.getName();

  /** A call of this method, which has been judged. */
  public static RestCall of(Callee method, Map<String, List<String>> names) {
    return new RestCall(names, new AtomicReference<>(method));
  }

  /** The call of this request; empty when it has led to no REST resource. */
  public static Optional<RestCall> in(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof RestCall call
        ? Optional.of(call)
        : Optional.empty();
  }

  /** Keeps it for the beans that are called. */
  public void storeIn(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** What the path has for a name; empty when it has several. */
  public Optional<String> named(String name) {
    List<String> values = names.getOrDefault(name, List.of()).stream().distinct().toList();
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** Whether this is the one call that has been judged already. The next one isn't. */
  public boolean isJudged(Callee method) {
    Callee expected = judged.get();
    return expected != null && expected.isSame(method) && judged.compareAndSet(expected, null);
  }
}
