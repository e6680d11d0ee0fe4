package io.github.clerkjakarta.security.internal.rest;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.security.internal.access.AnnotatedParts;
import io.github.clerkjakarta.security.internal.access.Callee;
import io.github.clerkjakarta.security.internal.access.Inheritance;
import io.github.clerkjakarta.security.internal.access.Protection;
import io.github.clerkjakarta.security.internal.application.EnterpriseBeans;
import io.github.clerkjakarta.security.internal.application.ThisApplication;
import io.github.clerkjakarta.security.internal.servlet.RestMethods;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sub-resource locators of a resource. The server calls them before any filter, so their
 * annotations are judged where the resource is a bean, and nowhere else.
 *
 * @param resource the class of the resource
 */
record Locators(Class<?> resource) {

  /**
   * Refuses the way through a locator that nobody has judged. Where its annotation is inherited, no
   * server tells of it when the application is deployed.
   *
   * @throws ClerkConfigurationException that names the locator
   */
  void refuseUnjudged() {
    unjudged()
        .ifPresent(
            locator -> {
              throw new ClerkConfigurationException(
                  "Nobody has judged the annotation that protects "
                      + locator
                      + ", by which a request came to a sub-resource: make the resource a bean, by"
                      + " a scope such as @RequestScoped on the class.");
            });
  }

  private Optional<String> unjudged() {
    return isBean() ? Optional.empty() : protectedLocators().findFirst();
  }

  /** To extend a bean doesn't make one; servers have beans of their own, of Object even. */
  private boolean isBean() {
    Class<?> written = Callee.written(resource);
    return ThisApplication.beanClasses().stream()
        .anyMatch(
            bean ->
                bean.equals(written)
                    // A view of it is a class of the container's.
                    || (EnterpriseBeans.include(bean) && bean.isAssignableFrom(written)));
  }

  private Stream<String> protectedLocators() {
    return Inheritance.types(resource)
        .flatMap(AnnotatedParts::methods)
        .filter(method -> RestMethods.leadsOn(resource, method))
        .filter(method -> !Protection.of(resource, method).asksNothing())
        .map(method -> resource.getName() + "." + method.getName());
  }
}
