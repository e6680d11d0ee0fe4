package io.github.clerkjakarta.security.internal.cdi;

import io.github.clerkjakarta.ClaimName;
import io.github.clerkjakarta.security.Claim;
import io.github.clerkjakarta.security.internal.application.EnterpriseBeans;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Scope;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where claims may be injected: into what doesn't outlive a request. */
final class ClaimInjection {

  private static final String REST_RESOURCE = "jakarta.ws.rs.Path";

  private ClaimInjection() {}

  /** What is wrong with an injection point; empty when nothing is. */
  static Optional<String> fault(InjectionPoint point) {
    return claim(point).flatMap(ClaimInjection::misnamed).or(() -> outlived(point));
  }

  private static Optional<String> misnamed(Claim claim) {
    try {
      ClaimName.of(claim.value());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("A @Claim can't be read: " + e.getMessage());
    }
  }

  private static Optional<String> outlived(InjectionPoint point) {
    return claim(point)
        .filter(claim -> isValue(point) && !isShortLived(point))
        .map(claim -> fault(claim, point, "which"));
  }

  /**
   * What is wrong where one of several beans keeps another that lives as long as it does; empty
   * when nothing is.
   *
   * @param claim where a claim is injected
   * @param beans where beans are injected
   */
  static Optional<String> fault(InjectionPoint claim, List<InjectionPoint> beans) {
    return claim(claim)
        .filter(it -> isValue(claim) && isDependent(claim.getBean()))
        .flatMap(
            it ->
                beans.stream()
                    .filter(point -> keeps(point, claim.getBean()))
                    .findFirst()
                    .map(
                        point ->
                            fault(it, claim, "and through it into " + name(point) + ", which")));
  }

  private static String fault(Claim claim, InjectionPoint point, String outliving) {
    return "@Claim(\""
        + claim.value()
        + "\") is injected into "
        + name(point)
        + ", "
        + outliving
        + " outlives a request and would keep the claim of one caller for all: make it"
        + " @RequestScoped, or inject Auth.";
  }

  private static String name(InjectionPoint point) {
    return point.getMember().getDeclaringClass().getName();
  }

  private static boolean keeps(InjectionPoint point, Bean<?> bean) {
    return bean.getTypes().contains(point.getType())
        && bean.getQualifiers().containsAll(point.getQualifiers())
        && !isShortLived(point);
  }

  private static boolean isDependent(Bean<?> bean) {
    return bean != null && bean.getScope().equals(Dependent.class);
  }

  private static Optional<Claim> claim(InjectionPoint point) {
    return point.getQualifiers().stream()
        .filter(Claim.class::isInstance)
        .map(Claim.class::cast)
        .findFirst();
  }

  /** An {@code Instance} or a {@code Provider} reads the claim when it is asked. */
  private static boolean isValue(InjectionPoint point) {
    return point.getType() instanceof ParameterizedType type
        && type.getRawType().equals(Optional.class);
  }

  /**
   * Without a scope a REST resource lives for one request; on Open Liberty it is no bean at first,
   * whatever its scope. A servlet is never one, and lives as long as the application.
   */
  private static boolean isShortLived(InjectionPoint point) {
    Bean<?> bean = point.getBean();
    if (bean == null) {
      Class<?> type = point.getMember().getDeclaringClass();
      return isResource(type) && annotations(type).noneMatch(ClaimInjection::isLongScope);
    }
    return bean.getScope().equals(RequestScoped.class)
        || (isDependent(bean) && isResource(bean.getBeanClass()));
  }

  /** Whether an annotation is a scope that outlives a request, or may bring one. */
  private static boolean isLongScope(Class<? extends Annotation> annotation) {
    return !annotation.equals(RequestScoped.class)
        && (annotation.isAnnotationPresent(NormalScope.class)
            || annotation.isAnnotationPresent(Scope.class)
            || annotation.isAnnotationPresent(Stereotype.class));
  }

  private static boolean isResource(Class<?> type) {
    return !EnterpriseBeans.include(type)
        && annotations(type).map(Class::getName).anyMatch(REST_RESOURCE::equals);
  }

  private static Stream<Class<? extends Annotation>> annotations(Class<?> type) {
    return Stream.of(type.getAnnotations()).map(Annotation::annotationType);
  }
}
