package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.sample.browser.Page;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests what they act on: the stage, which opens for the first that asks and closes after the
 * last, and a page or a tab of its browser, which closes after its test.
 */
final class StageExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(StageExtension.class);

  /** A constructor's parameters are those of a test, not of all tests in its class. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Stage.class || type == Page.class || type == Tab.class;
  }

  @Override
  public AutoCloseable resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Stage stage =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(Stage.class, key -> Stage.open(), Stage.class);
    Class<?> type = parameter.getParameter().getType();
    if (type == Stage.class) {
      return stage;
    }
    AutoCloseable ofTest = type == Page.class ? stage.newPage() : Tab.of(stage);
    context.getStore(NAMESPACE).put(type, ofTest);
    return ofTest;
  }
}
