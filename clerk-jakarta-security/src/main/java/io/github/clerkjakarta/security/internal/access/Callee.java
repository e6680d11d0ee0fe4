package io.github.clerkjakarta.security.internal.access;

import io.github.clerkjakarta.security.AccessDeniedException;
import java.lang.reflect.Method;

/**
 * A method of an object that is called.
 *
 * @param type the class of the object, which a container may have made
 * @param method the method, which an interface or another class may declare
 */
public record Callee(Class<?> type, Method method) {

  /**
   * What its annotations ask.
   *
   * @throws io.github.clerkjakarta.ClerkConfigurationException when an annotation means nothing
   */
  public Protection protection() {
    return Protection.of(type, method);
  }

  /** What a caller is told of a verdict that isn't open. */
  public AccessDeniedException denial(Verdict verdict) {
    if (verdict instanceof Verdict.NeedsReverification reverification) {
      return new AccessDeniedException(
          "The caller of " + this + " must verify again.", reverification.needed());
    }
    return new AccessDeniedException(
        verdict instanceof Verdict.NeedsCaller
            ? "Nobody is signed in, and " + this + " needs a caller."
            : "The caller may not call " + this + ".");
  }

  /** Whether both are the same method of the same class that the application has written. */
  public boolean isSame(Callee other) {
    return method.getName().equals(other.method.getName()) && written().equals(other.written());
  }

  private Callee written() {
    Class<?> at = written(type);
    return new Callee(at, Inheritance.implementation(at, method));
  }

  /** The class that the application has written, of which containers generate subclasses. */
  public static Class<?> written(Class<?> type) {
    Class<?> at = type;
    while (at.isSynthetic() && at.getSuperclass() != null) {
      at = at.getSuperclass();
    }
    return at;
  }

  /** Its name, for people. */
  @Override
  public String toString() {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}
