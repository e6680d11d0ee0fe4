package io.github.clerkjakarta.pages.internal;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.liberty.Trial;
import io.github.clerkjakarta.pages.ClerkPage;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives every request what its pages may ask, and serves what they need. Containers find it by its
 * name in {@code META-INF/services}.
 */
public final class PageInitializer implements ServletContainerInitializer {

  /** For the container. */
  public PageInitializer() {}

  /**
   * Starts the module.
   *
   * @throws ClerkConfigurationException when a setting can't be right, or a path is taken
   */
  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) {
    try {
      register(context);
    } catch (ClerkConfigurationException e) {
      Trial.report(e, context);
      throw e;
    }
  }

  private static void register(ServletContext context) {
    PageSettings settings = PageSettings.read(context);
    settings.keepIn(context);
    context.addListener(new PageAttribute());
    ServletRegistration.Dynamic servlet =
        context.addServlet(PageServlet.class.getName(), new PageServlet());
    if (servlet != null) {
      servlet.setAsyncSupported(true);
      map(servlet, PageInstance.OWN_PATH + "/*");
      settings.readyPages().keySet().forEach(path -> map(servlet, path, path + "/*"));
    }
  }

  /** Where the application has a servlet of its own, the container would leave ours out. */
  private static void map(ServletRegistration.Dynamic servlet, String... patterns) {
    Set<String> taken = servlet.addMapping(patterns);
    if (!taken.isEmpty()) {
      throw new ClerkConfigurationException(
          "The application has a servlet of its own at "
              + String.join(", ", new TreeSet<>(taken))
              + ", where clerk-jakarta-pages answers. Give that servlet another path"
              + (patterns.length > 1
                  ? ", or take the path out of clerk.pages (CLERK_PAGES)."
                  : "."));
    }
  }

  /** Puts a {@link ClerkPage} into each request; whoever puts another thing there has that. */
  private static final class PageAttribute implements ServletRequestListener {

    @Override
    public void requestInitialized(ServletRequestEvent event) {
      event
          .getServletRequest()
          .setAttribute(ClerkPage.NAME, ClerkPage.of(event.getServletRequest()));
    }
  }
}
