package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.security.DenyImpersonated;
import jakarta.enterprise.context.Dependent;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;

/** Believes that it isn't told of everybody; it is a bean, but the server calls it itself. */
@WebListener
@Dependent
public class WrongListener implements ServletRequestListener {

  @Override
  @DenyImpersonated
  public void requestInitialized(ServletRequestEvent event) {
    event.getServletContext().log("A request.");
  }
}
