package io.github.clerkjakarta.security.internal.mechanism;

import jakarta.security.jacc.WebResourcePermission;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.CodeSource;
import java.security.Principal;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import javax.security.auth.Subject;

/**
 * What the server's own constraints say of a caller, asked before the server asks: its refusal has
 * one form for all clients. The constraints are a policy of Jakarta Authorization.
 */
final class ConstraintPolicy {

  private static final CodeSource NO_CODE = new CodeSource(null, (Certificate[]) null);

  private ConstraintPolicy() {}

  /** Whether they keep out a caller whom the server has been told of. */
  static boolean refuses(HttpServletRequest request, Subject caller) {
    return knowsSubjects(request.getServletContext())
        && !new ProtectionDomain(NO_CODE, null, null, principals(caller))
            .implies(new WebResourcePermission(request));
  }

  /** Other servers have no such policy, or one that knows callers by something else. */
  private static boolean knowsSubjects(ServletContext context) {
    String server = String.valueOf(context.getServerInfo());
    return server.contains("Payara") || server.contains("GlassFish");
  }

  private static Principal[] principals(Subject caller) {
    return caller.getPrincipals().toArray(Principal[]::new);
  }
}
