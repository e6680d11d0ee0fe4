package io.github.clerkjakarta.security.internal.glassfish;

import jakarta.security.jacc.PolicyContext;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The id by which Jakarta Authorization finds an application's policy, as an attribute of the
 * request. Loaded where GlassFish is: other servers may lack the API.
 */
final class KeptContext {

  private static final String ATTRIBUTE = KeptContext.class.getName();

  private KeptContext() {}

  /** Keeps the id that this thread has, or sets the one that was kept; true when it was set. */
  static boolean enter(HttpServletRequest request) {
    // An application that a request is dispatched to has a policy of its own.
    String attribute = ATTRIBUTE + request.getServletContext().getContextPath();
    String id = PolicyContext.getContextID();
    if (id != null) {
      request.setAttribute(attribute, id);
    } else if (request.getAttribute(attribute) instanceof String kept) {
      PolicyContext.setContextID(kept);
      return true;
    }
    return false;
  }

  static void leave() {
    PolicyContext.setContextID(null);
  }
}
