package io.github.clerkjakarta.security.internal.servlet;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.liberty.Trial;
import io.github.clerkjakarta.internal.liberty.WarLibrary;
import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import io.github.clerkjakarta.security.internal.config.CallerSettings;
import io.github.clerkjakarta.security.internal.config.EarlySettings;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Declares the roles that an application names, for servers that know declared roles only; the
 * server hands in the classes that name any. And registers the filters that open authentication and
 * that judge servlets.
 */
@HandlesTypes({
  ClerkAuthenticationMechanismDefinition.class,
  RolesAllowed.class,
  DenyAll.class,
  DeclareRoles.class,
  ServletSecurity.class,
  Protect.class,
  DenyImpersonated.class,
  // what the server calls itself, and may inherit any of these
  Filter.class,
  WebListener.class
})
public final class ClerkSecurityInitializer implements ServletContainerInitializer {

  /** For the container. */
  public ClerkSecurityInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    try {
      register(classes == null ? Set.of() : classes, context);
    } catch (ClerkConfigurationException e) {
      Trial.report(e, context);
      throw e;
    }
  }

  private static void register(Set<Class<?>> found, ServletContext context) {
    Optional<Class<?>> definition =
        found.stream()
            .filter(type -> type.isAnnotationPresent(ClerkAuthenticationMechanismDefinition.class))
            .findFirst();
    if (definition.isEmpty() && !EarlySettings.askForMechanism(context.getClassLoader())) {
      UnjudgedAnnotations.refuseAll(found);
      return;
    }
    refuseShared(context);
    Set<String> roles = new TreeSet<>(CallerSettings.mappedRoles(context));
    found.stream().flatMap(NamedRoles::of).forEach(roles::add);
    context.declareRoles(roles.toArray(String[]::new));
    add(context, new SecurityFilter(definition, found));
    add(context, ProtectionFilter.forAll());
    NamedDispatches.addTo(context);
    Trial.of(new SecurityFilter(definition, found), SecurityFilter.class.getName(), context);
  }

  /**
   * Refuses to be shared, as in the library folder of an EAR or in a module of the server: beans
   * are one application's. Who embeds a server has one class loader for both.
   */
  private static void refuseShared(ServletContext context) {
    ClassLoader ours = ClerkSecurityInitializer.class.getClassLoader();
    if (ours != context.getClassLoader()
        && ours != context.getClass().getClassLoader()
        && !WarLibrary.has(ClerkSecurityInitializer.class, context)) {
      throw new ClerkConfigurationException(
          "Put clerk-jakarta-security into WEB-INF/lib of each WAR that uses it, together with"
              + " clerk-jakarta-filter: its beans belong to one application, and can't be shared"
              + " from an EAR's libraries or a module of the server.");
    }
  }

  /** Adds a filter that runs after those of web.xml, for all requests. */
  private static void add(ServletContext context, Filter filter) {
    FilterRegistration.Dynamic added = context.addFilter(filter.getClass().getName(), filter);
    if (added != null) {
      added.setAsyncSupported(true);
      added.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), true, "/*");
    }
  }
}
