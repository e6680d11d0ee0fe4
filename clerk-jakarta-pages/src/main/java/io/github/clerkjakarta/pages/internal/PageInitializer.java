package io.github.clerkjakarta.pages.internal;

import io.github.clerkjakarta.pages.ClerkPage;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.util.Set;

/**
 * Gives every request what its pages may ask, and serves what they need. Containers find it by its
 * name in {@code META-INF/services}.
 */
public final class PageInitializer implements ServletContainerInitializer {

  /** For the container. */
  public PageInitializer() {}

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) {
    PageSettings settings = PageSettings.read(context);
    settings.keepIn(context);
    context.addListener(new PageAttribute());
    ServletRegistration.Dynamic servlet =
        context.addServlet(PageServlet.class.getName(), new PageServlet());
    if (servlet != null) {
      servlet.setAsyncSupported(true);
      servlet.addMapping(PageInstance.OWN_PATH + "/*");
      settings.readyPages().keySet().forEach(path -> servlet.addMapping(path, path + "/*"));
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
