package io.github.clerkjakarta.internal.startup;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.liberty.Trial;
import io.github.clerkjakarta.internal.servlet.ApplicationCache;
import io.github.clerkjakarta.internal.servlet.ProtectedResource;
import io.github.clerkjakarta.internal.servlet.Settings;
import io.github.clerkjakarta.internal.servlet.StartupFailure;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.servlet.ClerkFilter;
import io.github.clerkjakarta.servlet.ProtectedResourceMetadata;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Registers the filter in every application that holds the jar, before the filters of web.xml, and
 * on demand the metadata of a protected resource; {@link ClerkFilter} says how to turn that off.
 * And has the deployment fail where a filter can't start, whoever registered it. Containers find it
 * by its name in {@code META-INF/services}.
 */
public final class ClerkServletInitializer implements ServletContainerInitializer {

  private static final String NAME = ClerkFilter.class.getName();

  /** For the container. */
  public ClerkServletInitializer() {}

  /**
   * Registers what the settings say.
   *
   * @throws ClerkConfigurationException when one of them can't be right; the deployment fails
   */
  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) {
    StartupCheck.addTo(context);
    NativeConstraints.addTo(context);
    try {
      Settings settings = Settings.of(context);
      register(settings, context);
      Trial.ofDeclared(ClerkFilter.class, context);
      // Last, for what is opened here has to be closed again.
      ApplicationCache.openIn(context, settings);
    } catch (ClerkConfigurationException e) {
      StartupFailure.of(context, e);
      Trial.report(e, context);
      throw e;
    }
  }

  private static void register(Settings settings, ServletContext context) {
    if (settings.get(Setting.PROTECTED_RESOURCE_METADATA)) {
      describe(context);
    }
    AutomaticWebhooks.addTo(context, settings);
    AutomaticProxy.addTo(context, settings);
    if (!settings.get(Setting.FILTER_AUTO)
        || ClerkFilters.hasOtherThan(AutomaticFilter.class, context)) {
      return;
    }
    FilterRegistration.Dynamic filter = context.addFilter(NAME, new AutomaticFilter());
    if (filter != null) {
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
      Trial.of(new AutomaticFilter(), NAME, context);
    }
  }

  private static void describe(ServletContext context) {
    ServletRegistration.Dynamic servlet =
        context.addServlet(
            ProtectedResourceMetadata.class.getName(), new ProtectedResourceMetadata());
    if (servlet != null) {
      servlet.setAsyncSupported(true);
      servlet.addMapping(ProtectedResource.METADATA + "/*");
    }
  }
}
