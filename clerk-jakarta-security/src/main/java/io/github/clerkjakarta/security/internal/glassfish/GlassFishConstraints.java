package io.github.clerkjakarta.security.internal.glassfish;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import javax.security.auth.Subject;

/**
 * What the constraints of GlassFish or Payara say of a caller, asked before the server asks: its
 * refusal has one form for all clients.
 */
public final class GlassFishConstraints {

  private GlassFishConstraints() {}

  /** Whether they keep out a caller whom the server has been told of; false on any other server. */
  public static boolean refuse(HttpServletRequest request, Subject caller) {
    return isGlassFish(request.getServletContext()) && SubjectPolicy.refuses(request, caller);
  }

  private static boolean isGlassFish(ServletContext context) {
    String server = String.valueOf(context.getServerInfo());
    return server.contains("Payara") || server.contains("GlassFish");
  }
}
