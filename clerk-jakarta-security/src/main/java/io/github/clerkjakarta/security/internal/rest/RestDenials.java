package io.github.clerkjakarta.security.internal.rest;

import io.github.clerkjakarta.security.internal.mechanism.Mechanism;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Has REST resources answer when a bean that they call has refused. A mapper of the application's
 * own goes before.
 */
public final class RestDenials implements Feature {

  /** A mapper of the application's has the default priority; WildFly reads ours on the class. */
  static final int AFTER_THE_APPLICATION = Priorities.USER + 1000;

  /** For the server. */
  public RestDenials() {}

  @Override
  public boolean configure(FeatureContext context) {
    if (!Mechanism.isRegistered()) {
      return false;
    }
    if (!context.getConfiguration().isRegistered(BeanDenial.class)) {
      context.register(BeanDenial.class, AFTER_THE_APPLICATION);
      context.register(EnterpriseBeanDenial.class, AFTER_THE_APPLICATION);
    }
    return true;
  }
}
