package io.github.clerkjakarta.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a JUnit Jupiter test class a {@link LocalClerk}: one for the class and its nested classes,
 * {@linkplain LocalClerk#reset() reset} before each test, closed at the end.
 *
 * <p>With {@code @ExtendWith(LocalClerkExtension.class)} at the class, its tests take a {@code
 * LocalClerk} as a parameter. Where its address is needed before the first test, a field does it:
 * {@code @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();}
 */
public final class LocalClerkExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(LocalClerkExtension.class);

  private final @Nullable LocalClerk started;

  /** Starts a stand-in when the test class begins; for {@code @ExtendWith}. */
  public LocalClerkExtension() {
    this.started = null;
  }

  private LocalClerkExtension(LocalClerk started) {
    this.started = started;
  }

  /**
   * Starts a development instance on a free port now.
   *
   * @return the extension, for a static field with {@code @RegisterExtension}
   */
  public static LocalClerkExtension start() {
    return of(LocalClerk.start());
  }

  /**
   * Uses a stand-in that runs already, and closes it when the test class ends.
   *
   * @param clerk the stand-in
   * @return the extension, for a static field with {@code @RegisterExtension}
   */
  public static LocalClerkExtension of(LocalClerk clerk) {
    return new LocalClerkExtension(clerk);
  }

  /**
   * Returns the stand-in that {@link #start()} or {@link #of} was about.
   *
   * @throws IllegalStateException if this extension was made by {@code @ExtendWith}; tests then
   *     take it as a parameter
   */
  public LocalClerk clerk() {
    if (started == null) {
      throw new IllegalStateException("take LocalClerk as a parameter of the test method");
    }
    return started;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    if (store.get(LocalClerk.class) == null) {
      store.put(LocalClerk.class, started == null ? LocalClerk.start() : started);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    clerkOf(context).reset();
  }

  /** Closes the stand-in where it was started: a nested class finds nothing of its own here. */
  @Override
  public void afterAll(ExtensionContext context) {
    LocalClerk own = context.getStore(NAMESPACE).remove(LocalClerk.class, LocalClerk.class);
    if (own != null) {
      own.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LocalClerk.class;
  }

  @Override
  public LocalClerk resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return clerkOf(context);
  }

  private static LocalClerk clerkOf(ExtensionContext context) {
    LocalClerk clerk = context.getStore(NAMESPACE).get(LocalClerk.class, LocalClerk.class);
    if (clerk == null) {
      throw new ExtensionConfigurationException(
          "LocalClerkExtension belongs into a static field or @ExtendWith of the test class");
    }
    return clerk;
  }
}
