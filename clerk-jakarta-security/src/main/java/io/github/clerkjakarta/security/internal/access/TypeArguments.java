package io.github.clerkjakarta.security.internal.access;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the type variables of a class's supertypes stand for, so that a method is known again where
 * it has other parameter types: {@code read(T)} and the {@code read(String)} that overrides it.
 */
final class TypeArguments {

  private final Map<TypeVariable<?>, Type> values = new HashMap<>();

  TypeArguments(Class<?> type) {
    collect(type);
  }

  /** Whether one of these methods overrides or implements the other, or is it. */
  boolean same(Method one, Method other) {
    return one.getName().equals(other.getName())
        && (Arrays.equals(one.getParameterTypes(), other.getParameterTypes())
            || parameters(one).equals(parameters(other)));
  }

  private List<Class<?>> parameters(Method method) {
    return Stream.of(method.getGenericParameterTypes()).<Class<?>>map(this::raw).toList();
  }

  private Class<?> raw(Type type) {
    if (type instanceof Class<?> known) {
      return known;
    }
    if (type instanceof ParameterizedType parameterized) {
      return raw(parameterized.getRawType());
    }
    if (type instanceof GenericArrayType array) {
      return raw(array.getGenericComponentType()).arrayType();
    }
    if (type instanceof TypeVariable<?> variable) {
      Type value = values.get(variable);
      return raw(value == null ? variable.getBounds()[0] : value);
    }
    return type instanceof WildcardType wildcard ? raw(wildcard.getUpperBounds()[0]) : Object.class;
  }

  private void collect(Class<?> type) {
    Stream.concat(
            Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()))
        .forEach(this::collectArguments);
  }

  private void collectArguments(Type supertype) {
    Class<?> known = raw(supertype);
    if (supertype instanceof ParameterizedType parameterized) {
      TypeVariable<?>[] variables = known.getTypeParameters();
      Type[] arguments = parameterized.getActualTypeArguments();
      for (int at = 0; at < variables.length; at++) {
        values.putIfAbsent(variables[at], arguments[at]);
      }
    }
    collect(known);
  }
}
