package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.ClerkOptions;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.EnumSet;

/** Registers the filter by program, as an application would. */
public final class ProgrammaticListener implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ClerkOptions options =
        ClerkOptions.builder()
            .publishableKey(ScriptedAuthenticator.DEVELOPMENT)
            .secretKey(DeploymentTest.SECRET_KEY)
            .build();
    event
        .getServletContext()
        .addFilter("clerk", ClerkFilter.with(options))
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
  }
}
