package io.github.clerkjakarta.internal.undertow;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/**
 * Has filters initialised when the application starts, as other containers do. Undertow would wait
 * for the first request, and an application whose Clerk settings are wrong would be deployed all
 * the same. Undertow finds this class by its name in {@code META-INF/services}.
 */
public final class EagerFilters implements ServletExtension {

  /** For Undertow. */
  public EagerFilters() {}

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    deployment.setEagerFilterInit(true);
  }
}
