package io.github.clerkjakarta.security.internal.access;

import static java.util.stream.Collectors.joining;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import io.github.clerkjakarta.security.internal.identity.Caller;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What annotations ask of those who call a method, or use a class: of each kind the nearest counts,
 * as {@link Inheritance} has them.
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
   * @throws ClerkConfigurationException when an annotation means nothing, or interfaces contradict
   *     each other
   */
  public static Protection of(Class<?> type, Method method) {
    return of(Inheritance.of(type, method));
  }

  /**
   * What a class asks of everybody who uses it.
   *
   * @throws ClerkConfigurationException when an annotation means nothing
   */
  public static Protection of(Class<?> type) {
    return of(Inheritance.of(type));
  }

  /**
   * Whether an enterprise bean's container judges all that is asked of roles. It looks at the class
   * whose method runs, and at nothing else (Jakarta Enterprise Beans 4.0, section 11.5.2.1).
   */
  public static boolean isSeenByContainer(Class<?> type, Method method) {
    Inheritance inheritance = Inheritance.of(type, method);
    return of(inheritance).roles().filter(rule -> !(rule instanceof RoleRule.Anyone)).isEmpty()
        || inheritance.classes().get(0).roles().isPresent();
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

  private static Protection of(Inheritance inheritance) {
    return new Protection(
        nearest(inheritance, AnnotatedPlace::roles),
        nearest(inheritance, AnnotatedPlace::protect)
            .flatMap(protect -> protect.stream().findFirst())
            .map(Requirements::of),
        inheritance.places().anyMatch(AnnotatedPlace::deniesImpersonated));
  }

  private static <T> Optional<T> nearest(
      Inheritance inheritance, Function<AnnotatedPlace, Optional<T>> said) {
    return inheritance.classes().stream()
        .flatMap(place -> said.apply(place).stream())
        .findFirst()
        .or(() -> agreed(inheritance.declaring(), said))
        .or(() -> agreed(inheritance.others(), said));
  }

  /** Of interfaces none is nearer than another. */
  private static <T> Optional<T> agreed(
      List<AnnotatedPlace> interfaces, Function<AnnotatedPlace, Optional<T>> said) {
    List<AnnotatedPlace> saying =
        interfaces.stream().filter(place -> said.apply(place).isPresent()).toList();
    if (saying.stream().map(said).distinct().count() > 1) {
      throw new ClerkConfigurationException(
          "The annotations of "
              + saying.stream().map(place -> place.type().getName()).collect(joining(" and "))
              + " contradict each other: write on the class which of them counts.");
    }
    return saying.stream().flatMap(place -> said.apply(place).stream()).findFirst();
  }
}
