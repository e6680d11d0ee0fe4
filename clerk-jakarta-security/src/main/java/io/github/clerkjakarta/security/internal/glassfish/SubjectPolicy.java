package io.github.clerkjakarta.security.internal.glassfish;

import jakarta.security.jacc.WebResourcePermission;
import jakarta.servlet.http.HttpServletRequest;
import java.security.CodeSource;
import java.security.Principal;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import javax.security.auth.Subject;

/**
 * The policy of Jakarta Authorization, which finds callers by their subjects. Loaded where
 * GlassFish is: other servers may lack the API.
 */
final class SubjectPolicy {

  private static final CodeSource NO_CODE = new CodeSource(null, (Certificate[]) null);

  /** A caller with groups of which the policy learns when the caller has been let in. */
  private static final String WITH_HIDDEN_GROUPS = "org.glassfish.epicyro.config.helper.Caller";

  private SubjectPolicy() {}

  /** Whether it knows a caller's groups by now: GlassFish and Payara 7 tell it later. */
  static boolean knows(Subject caller) {
    return caller.getPrincipals().stream()
        .map(principal -> principal.getClass().getName())
        .noneMatch(WITH_HIDDEN_GROUPS::equals);
  }

  /** Whether it keeps a caller from what is asked for. */
  static boolean refuses(HttpServletRequest request, Subject caller) {
    return !new ProtectionDomain(NO_CODE, null, null, principals(caller))
        .implies(new WebResourcePermission(request));
  }

  private static Principal[] principals(Subject caller) {
    return caller.getPrincipals().toArray(Principal[]::new);
  }
}
