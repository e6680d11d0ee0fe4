package io.github.clerkjakarta.security.internal.config;

import io.github.clerkjakarta.ClerkConfigurationException;
import jakarta.el.ELException;
import jakarta.el.ELManager;
import jakarta.el.ExpressionFactory;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the expressions in a text, as Jakarta Security has it for the attributes of definitions
 * (section 2.4 of Jakarta Security 3.0). A text that is nothing but an expression may have a list
 * or an array as its value, which stands for several texts, or nothing, which stands for none.
 */
public final class Expressions implements Function<String, List<String>> {

  private final BeanManager beans;

  /** Expressions that may name the beans of an application. */
  public Expressions(BeanManager beans) {
    this.beans = beans;
  }

  @Override
  public List<String> apply(String text) {
    if (!text.contains("${") && !text.contains("#{")) {
      return List.of(text);
    }
    ExpressionFactory language = ELManager.getExpressionFactory();
    ELManager names = new ELManager();
    names.addELResolver(beans.getELResolver());
    try {
      Object value =
          language
              .createValueExpression(names.getELContext(), text, Object.class)
              .getValue(names.getELContext());
      return entries(value).map(entry -> language.coerceToType(entry, String.class)).toList();
    } catch (ELException e) {
      throw new ClerkConfigurationException(
          "An expression in @ClerkAuthenticationMechanismDefinition can't be evaluated: " + text,
          e);
    }
  }

  private static Stream<?> entries(@Nullable Object value) {
    if (value instanceof Collection<?> list) {
      return list.stream();
    }
    return value instanceof Object[] array ? Stream.of(array) : Optional.ofNullable(value).stream();
  }
}
