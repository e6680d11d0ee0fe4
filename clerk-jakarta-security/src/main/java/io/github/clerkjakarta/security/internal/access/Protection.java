package io.github.clerkjakarta.security.internal.access;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import io.github.clerkjakarta.security.internal.identity.Caller;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What annotations ask of those who call a method, or use a class. Those of the method count in
 * place of those of its class; of several classes, the one that declares the method comes first,
 * then the class of the object and what it extends.
 *
 * @param roles what {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} say
 * @param requirements what {@link Protect} says
 * @param impersonatedDenied whether {@link DenyImpersonated} is there
 */
public record Protection(
    Optional<RoleRule> roles, Optional<Requirements> requirements, boolean impersonatedDenied) {

  /**
   * What a method of an object of this type asks.
   *
   * @throws ClerkConfigurationException when an annotation means nothing
   */
  public static Protection of(Class<?> type, Method method) {
    Set<Method> methods = new LinkedHashSet<>(List.of(implementation(type, method), method));
    Set<Class<?>> classes = new LinkedHashSet<>();
    classes.add(methods.iterator().next().getDeclaringClass());
    classes.addAll(lineage(type));
    classes.add(method.getDeclaringClass());
    return of(methods, classes);
  }

  /**
   * What a class asks of everybody who uses it.
   *
   * @throws ClerkConfigurationException when an annotation means nothing
   */
  public static Protection of(Class<?> type) {
    return of(List.of(), lineage(type));
  }

  /** Whether everybody may. */
  public boolean asksNothing() {
    return roles.filter(rule -> !(rule instanceof RoleRule.Anyone)).isEmpty()
        && requirements.isEmpty()
        && !impersonatedDenied;
  }

  /** The same where a container judges roles itself. */
  public Protection withoutRoles() {
    return new Protection(Optional.empty(), requirements, impersonatedDenied);
  }

  /** Judges a call. */
  public Verdict judge(Caller caller, CallSite site) {
    if (asksNothing()) {
      return new Verdict.Open();
    }
    boolean admitted = roles.isEmpty() || roles.get().admits(caller);
    if (!caller.auth().isAuthenticated()) {
      return admitted && requirements.isEmpty() ? new Verdict.Open() : new Verdict.NeedsCaller();
    }
    if (!admitted || (impersonatedDenied && caller.auth().actor().isPresent())) {
      return new Verdict.Forbidden();
    }
    return requirements.map(asked -> asked.judge(caller.auth(), site)).orElseGet(Verdict.Open::new);
  }

  private static Protection of(Collection<Method> methods, Collection<Class<?>> classes) {
    Optional<RoleRule> onMethod = first(methods, RoleRule::on);
    Optional<Protect> protect = first(methods, Protection::protect);
    boolean opened = onMethod.filter(RoleRule.Anyone.class::isInstance).isPresent();
    return new Protection(
        onMethod.or(() -> first(classes, RoleRule::on)),
        protect
            .or(() -> opened ? Optional.empty() : first(classes, Protection::protect))
            .map(Requirements::of),
        first(methods, Protection::denyImpersonated).isPresent()
            || first(classes, Protection::denyImpersonated).isPresent());
  }

  private static <E extends AnnotatedElement, T> Optional<T> first(
      Collection<E> elements, Function<AnnotatedElement, Optional<T>> annotation) {
    return elements.stream().map(annotation).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Protect> protect(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(Protect.class));
  }

  private static Optional<DenyImpersonated> denyImpersonated(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(DenyImpersonated.class));
  }

  /** The method that runs when this one is called: an interface or a base class may declare it. */
  private static Method implementation(Class<?> type, Method method) {
    for (Class<?> declaring : lineage(type)) {
      // The subclasses that containers generate have the methods, but not their annotations.
      if (!declaring.isSynthetic()) {
        try {
          return declaring.getDeclaredMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException e) {
          // It may be further up.
        }
      }
    }
    return method;
  }

  private static List<Class<?>> lineage(Class<?> type) {
    Set<Class<?>> lineage = new LinkedHashSet<>();
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      lineage.add(at);
    }
    return List.copyOf(lineage);
  }
}
