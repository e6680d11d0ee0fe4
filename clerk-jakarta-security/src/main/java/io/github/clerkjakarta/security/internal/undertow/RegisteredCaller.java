package io.github.clerkjakarta.security.internal.undertow;

import jakarta.security.enterprise.CallerPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/**
 * Who has logged in for the whole of a session, by a mechanism such as FORM (Jakarta Authentication
 * 3.0, section 3.8.4).
 *
 * @param principal by the name alone
 * @param groups the groups then
 * @param authType by which mechanism
 */
record RegisteredCaller(Principal principal, Set<String> groups, String authType) {

  private static final String ATTRIBUTE = RegisteredCaller.class.getName();

  /** Whoever has logged in in the session of a request. */
  static Optional<RegisteredCaller> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) instanceof Kept kept
        ? Optional.of(
            new RegisteredCaller(
                new CallerPrincipal(kept.name), Set.of(kept.groups), kept.authType))
        : Optional.empty();
  }

  /** From here on, the session is this caller's, and under an id that nobody has known before. */
  static void register(CallerAccount caller, String authType, HttpServletRequest request) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    request
        .getSession()
        .setAttribute(
            ATTRIBUTE,
            new Kept(
                caller.getPrincipal().getName(),
                caller.getRoles().toArray(String[]::new),
                authType));
  }

  /** From here on, the session is nobody's. */
  static void forget(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
  }

  /** What is in the session, which a server may store. */
  private static final class Kept implements Serializable {

    @Serial private static final long serialVersionUID = 1L;

    private final String name;
    private final String[] groups;
    private final String authType;

    Kept(String name, String[] groups, String authType) {
      this.name = name;
      this.groups = groups;
      this.authType = authType;
    }
  }
}
