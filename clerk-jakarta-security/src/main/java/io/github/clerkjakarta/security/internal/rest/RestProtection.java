package io.github.clerkjakarta.security.internal.rest;

import io.github.clerkjakarta.security.internal.access.Protection;
import io.github.clerkjakarta.security.internal.mechanism.Mechanism;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Has every method of every REST resource judged by its annotations, just before the server does
 * so, if it does. Found by its name in {@code META-INF/services} alone: with {@code @Provider} as
 * well, a server that finds both warns.
 */
public final class RestProtection implements DynamicFeature {

  /** Before filters of the server's own that judge roles. */
  private static final int JUST_BEFORE_THE_SERVER = Priorities.AUTHORIZATION - 1;

  private static final int JUST_AFTER_THE_SERVER = Priorities.AUTHORIZATION + 1;

  /** For the server. */
  public RestProtection() {}

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    if (Mechanism.isRegistered()) {
      // Fails the deployment when an annotation means nothing.
      Protection.of(resource.getResourceClass(), resource.getResourceMethod());
      context.register(RestFilter.class, JUST_BEFORE_THE_SERVER);
      context.register(AfterServer.class, JUST_AFTER_THE_SERVER);
    }
  }
}
