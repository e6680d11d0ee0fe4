package io.github.clerkjakarta.security.internal.glassfish;

import jakarta.security.jacc.WebResourcePermission;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.CodeSource;
import java.security.Principal;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import javax.security.auth.Subject;

/**
 * What the constraints of GlassFish or Payara say of a caller, asked before the server asks: its
 * refusal has one form for all clients. The constraints are a policy of Jakarta Authorization
 * there, which finds callers by their subjects.
 */
public final class GlassFishConstraints {

  private static final CodeSource NO_CODE = new CodeSource(null, (Certificate[]) null);

  private GlassFishConstraints() {}

  /** Whether they keep out a caller whom the server has been told of; false on any other server. */
  public static boolean refuse(HttpServletRequest request, Subject caller) {
    return isGlassFish(request.getServletContext())
        && !new ProtectionDomain(NO_CODE, null, null, principals(caller))
            .implies(new WebResourcePermission(request));
  }

  private static boolean isGlassFish(ServletContext context) {
    String server = String.valueOf(context.getServerInfo());
    return server.contains("Payara") || server.contains("GlassFish");
  }

  private static Principal[] principals(Subject caller) {
    return caller.getPrincipals().toArray(Principal[]::new);
  }
}
