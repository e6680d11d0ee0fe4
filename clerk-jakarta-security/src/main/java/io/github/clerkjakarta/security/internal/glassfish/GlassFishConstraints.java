package io.github.clerkjakarta.security.internal.glassfish;

import jakarta.servlet.http.HttpServletRequest;
import javax.security.auth.Subject;

/**
 * What the constraints of GlassFish or Payara say of a caller, asked before the server asks: its
 * refusal has one form for all clients.
 */
public final class GlassFishConstraints {

  private GlassFishConstraints() {}

  /**
   * Whether they keep out a caller whom the server has been told of. False on any other server, and
   * where only the server itself can say.
   */
  public static boolean refuse(HttpServletRequest request, Subject caller) {
    return GlassFish.runs(request.getServletContext())
        && SubjectPolicy.knows(caller)
        && SubjectPolicy.refuses(request, caller);
  }
}
