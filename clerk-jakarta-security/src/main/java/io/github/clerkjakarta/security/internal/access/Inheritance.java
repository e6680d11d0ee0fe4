package io.github.clerkjakarta.security.internal.access;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the annotations stand that count for a method of an object. First comes the class whose
 * method runs, as Jakarta Annotations 2.1 (section 2.1) has it. Where it says nothing, the other
 * classes of the object follow, from its own upwards, and then its interfaces, those with the
 * method first. So leaving out an annotation opens nothing; saying {@code @PermitAll} does.
 *
 * @param classes the classes, nearest first
 * @param declaring the interfaces that have the method
 * @param others the interfaces that haven't
 */
public record Inheritance(
    List<AnnotatedPlace> classes, List<AnnotatedPlace> declaring, List<AnnotatedPlace> others) {

  /** Of a call of this method, which an interface or another class may declare. */
  static Inheritance of(Class<?> type, Method method) {
    Method runs = implementation(type, method);
    TypeArguments arguments = new TypeArguments(type);
    List<AnnotatedPlace> further =
        types(type)
            .filter(at -> !at.equals(runs.getDeclaringClass()))
            .map(at -> new AnnotatedPlace(declared(at, runs, arguments), at))
            .toList();
    AnnotatedPlace first = new AnnotatedPlace(Optional.of(runs), runs.getDeclaringClass());
    return new Inheritance(
        Stream.concat(Stream.of(first), further.stream().filter(it -> !it.isInterface())).toList(),
        further.stream().filter(it -> it.isInterface() && it.method().isPresent()).toList(),
        further.stream().filter(it -> it.isInterface() && it.method().isEmpty()).toList());
  }

  /** Of a class as a whole. */
  static Inheritance of(Class<?> type) {
    return new Inheritance(
        lineage(type).stream().map(Inheritance::whole).toList(),
        List.of(),
        interfaces(type).stream().map(Inheritance::whole).toList());
  }

  /** A method as it stands in every class and interface of an object, the one that runs first. */
  public static Stream<Method> declarations(Class<?> type, Method method) {
    Inheritance inheritance = of(type, method);
    return Stream.concat(inheritance.classes.stream(), inheritance.declaring.stream())
        .flatMap(place -> place.method().stream());
  }

  /** A class, what it extends and what it implements. */
  public static Stream<Class<?>> types(Class<?> type) {
    return Stream.concat(lineage(type).stream(), interfaces(type).stream());
  }

  /** All places, nearest first. */
  Stream<AnnotatedPlace> places() {
    return Stream.of(classes, declaring, others).flatMap(List::stream);
  }

  private static AnnotatedPlace whole(Class<?> type) {
    return new AnnotatedPlace(Optional.empty(), type);
  }

  /** The method that runs when this one is called. */
  static Method implementation(Class<?> type, Method method) {
    if (isOwn(method)) {
      return method;
    }
    TypeArguments arguments = new TypeArguments(type);
    return lineage(type).stream()
        // The subclasses that containers generate have the methods, but not their annotations.
        .filter(at -> !at.isSynthetic())
        .flatMap(at -> declared(at, method, arguments).stream())
        .findFirst()
        .orElseGet(() -> defaulted(type, method));
  }

  /** The nearest of those that interfaces implement themselves. */
  private static Method defaulted(Class<?> type, Method method) {
    try {
      return type.getMethod(method.getName(), method.getParameterTypes());
    } catch (NoSuchMethodException e) {
      return method;
    }
  }

  /** A method as a type declares it. */
  private static Optional<Method> declared(Class<?> type, Method method, TypeArguments arguments) {
    if (type.equals(method.getDeclaringClass())) {
      return Optional.of(method);
    }
    return AnnotatedParts.methods(type)
        .filter(it -> !isOwn(it) && !isOwn(method) && !it.isBridge())
        .filter(it -> arguments.same(it, method))
        .findFirst();
  }

  /** Whether it overrides nothing, and nothing overrides it. */
  private static boolean isOwn(Method method) {
    return Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers());
  }

  private static List<Class<?>> lineage(Class<?> type) {
    return Stream.<Class<?>>iterate(
            type, at -> at != null && at != Object.class, Class::getSuperclass)
        .filter(at -> !at.isInterface())
        .toList();
  }

  private static Set<Class<?>> interfaces(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    if (type.isInterface()) {
      collect(type, found);
    }
    lineage(type).stream()
        .flatMap(at -> Stream.of(at.getInterfaces()))
        .forEach(at -> collect(at, found));
    return found;
  }

  private static void collect(Class<?> type, Set<Class<?>> found) {
    if (found.add(type)) {
      Stream.of(type.getInterfaces()).forEach(at -> collect(at, found));
    }
  }
}
