package io.github.clerkjakarta.security.internal.config;

import io.github.clerkjakarta.ClerkConfigurationException;
import jakarta.el.ELException;
import jakarta.el.ELManager;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.function.UnaryOperator;

/**
 * Evaluates the expressions in a text, as Jakarta Security has it for the attributes of definitions
 * (section 2.4 of Jakarta Security 3.0).
 */
public final class Expressions implements UnaryOperator<String> {

  private final BeanManager beans;

  /** Expressions that may name the beans of an application. */
  public Expressions(BeanManager beans) {
    this.beans = beans;
  }

  @Override
  public String apply(String text) {
    if (!text.contains("${") && !text.contains("#{")) {
      return text;
    }
    ELManager language = new ELManager();
    language.addELResolver(beans.getELResolver());
    try {
      String value =
          ELManager.getExpressionFactory()
              .createValueExpression(language.getELContext(), text, String.class)
              .getValue(language.getELContext());
      return value == null ? "" : value;
    } catch (ELException e) {
      throw new ClerkConfigurationException(
          "An expression in @ClerkAuthenticationMechanismDefinition can't be evaluated: " + text,
          e);
    }
  }
}
