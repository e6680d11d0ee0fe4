package io.github.clerkjakarta.security.internal.servlet;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import io.github.clerkjakarta.security.internal.access.AnnotatedParts;
import io.github.clerkjakarta.security.internal.access.Protection;
import io.github.clerkjakarta.security.internal.application.EnterpriseBeans;
import io.github.clerkjakarta.security.internal.application.ThisApplication;
import jakarta.servlet.ServletContext;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Annotations that would protect nothing, because nobody judges what they are on. */
final class UnjudgedAnnotations {

  private UnjudgedAnnotations() {}

  /**
   * Refuses every {@link Protect} and {@link DenyImpersonated}: this application has no mechanism.
   *
   * @throws ClerkConfigurationException that names the first class that has one
   */
  static void refuseAll(Set<Class<?>> classes) {
    classes.stream()
        .filter(type -> AnnotatedParts.of(type).anyMatch(UnjudgedAnnotations::isOurs))
        .findFirst()
        .ifPresent(
            type -> {
              throw new ClerkConfigurationException(
                  "Nobody judges the @Protect or @DenyImpersonated on "
                      + type.getName()
                      + ", because this application has no mechanism of Clerk's: set"
                      + " clerk.security.auto to true, or put"
                      + " @ClerkAuthenticationMechanismDefinition on a class, or take the"
                      + " annotation away.");
            });
  }

  /**
   * Refuses those on what no servlet, REST resource or bean is or inherits, whatever is to protect
   * the way to a REST resource through an object that no container has made, or what the server
   * calls itself, and whatever is on an annotation.
   *
   * @throws ClerkConfigurationException that names the first of them
   */
  static void refuse(Set<Class<?>> classes, ServletContext context) {
    ServletMethods.ofAll(context).forEach(ServletMethods::refuseUnjudged);
    classes.forEach(UnjudgedAnnotations::refuseOnAnnotation);
    Set<Class<?>> made = new HashSet<>(ThisApplication.beanClasses());
    CalledByServer.among(
            Stream.of(classes.stream(), made.stream(), endpoints(classes, context))
                .flatMap(types -> types)
                .distinct())
        .forEach(UnjudgedAnnotations::refuseOnCalled);
    ServletMethods.ofAll(context).map(ServletMethods::type).forEach(made::add);
    classes.stream()
        .filter(type -> !isMade(type, made))
        .flatMap(UnjudgedAnnotations::unjudged)
        .findFirst()
        .ifPresent(
            place -> {
              throw new ClerkConfigurationException(
                  "Nobody would judge the annotation that protects "
                      + place
                      + ": put it on a servlet, on a REST method that answers requests, or on a"
                      + " bean, by a scope such as @RequestScoped on the class.");
            });
  }

  /** Without an annotation anywhere there is none that an endpoint could inherit. */
  private static Stream<Class<?>> endpoints(Set<Class<?>> classes, ServletContext context) {
    return classes.stream().anyMatch(UnjudgedAnnotations::asksSomething)
        ? EndpointClasses.of(context)
        : Stream.empty();
  }

  private static boolean asksSomething(Class<?> type) {
    return !Protection.of(type).asksNothing()
        || AnnotatedParts.methods(type).anyMatch(it -> !Protection.of(type, it).asksNothing());
  }

  private static void refuseOnCalled(CalledByServer called) {
    called
        .annotatedPlace()
        .ifPresent(
            place -> {
              throw new ClerkConfigurationException(
                  "Nobody would judge the annotation that protects "
                      + place
                      + ": the server calls it itself, past all that judges annotations; "
                      + called.cure());
            });
  }

  /** A stereotype, for example: what is on it isn't on the classes that have it. */
  private static void refuseOnAnnotation(Class<?> type) {
    if (type.isAnnotation() && !Protection.of(type).asksNothing()) {
      throw new ClerkConfigurationException(
          "Nobody would judge the annotation on @"
              + type.getName()
              + ": put it on the classes and methods that have @"
              + type.getSimpleName()
              + ".");
    }
  }

  /** Whether a container makes the objects of a class, and judges their calls. */
  private static boolean isMade(Class<?> type, Set<Class<?>> made) {
    return EnterpriseBeans.include(type) || made.stream().anyMatch(type::isAssignableFrom);
  }

  private static Stream<String> unjudged(Class<?> type) {
    List<Method> methods = AnnotatedParts.methods(type).toList();
    Stream<String> onMethods =
        methods.stream()
            .filter(method -> isUnjudged(type, method))
            .map(method -> type.getName() + "." + method.getName());
    boolean isResource =
        methods.stream()
            .anyMatch(
                method -> RestMethods.answers(type, method) || RestMethods.leadsOn(type, method));
    return isOurs(type) && !isResource
        ? Stream.concat(Stream.of(type.getName()), onMethods)
        : onMethods;
  }

  private static boolean isUnjudged(Class<?> type, Method method) {
    return RestMethods.leadsOn(type, method)
        ? !Protection.of(type, method).asksNothing()
        : isOurs(method) && !RestMethods.answers(type, method);
  }

  private static boolean isOurs(AnnotatedElement part) {
    return part.isAnnotationPresent(Protect.class)
        || part.isAnnotationPresent(DenyImpersonated.class);
  }
}
