package io.github.clerkjakarta.security.internal.servlet;

import io.github.clerkjakarta.internal.servlet.ContextAuthentication;
import io.github.clerkjakarta.security.AccessDeniedException;
import io.github.clerkjakarta.security.internal.access.Verdict;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers a call that was refused, wherever that was, as a filter of Clerk's does. */
public final class DenialAnswer {

  /** By name, for a server may have no enterprise beans. */
  private static final String EJB_DENIAL = "jakarta.ejb.EJBAccessException";

  /** Nothing is nested deeper, unless it is nested in itself. */
  private static final int DEEPEST_CAUSE = 30;

  private DenialAnswer() {}

  /**
   * Writes the answer to a verdict that isn't open.
   *
   * @throws IOException when the response can't be written
   */
  public static void write(
      Verdict verdict, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ContextAuthentication authentication = ContextAuthentication.of(request.getServletContext());
    if (verdict instanceof Verdict.NeedsCaller) {
      authentication.challenge(request, response);
    } else if (verdict instanceof Verdict.NeedsReverification reverification) {
      authentication.requireReverification(request, response, reverification.needed());
    } else {
      authentication.forbid(request, response);
    }
  }

  /** What an exception says of the caller of a request; empty when it is no refusal. */
  public static Optional<Verdict> verdict(Throwable thrown, ServletRequest request) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST_CAUSE)
        .filter(DenialAnswer::isDenial)
        .findFirst()
        .map(denial -> of(denial, request));
  }

  private static boolean isDenial(Throwable thrown) {
    return thrown instanceof AccessDeniedException
        || Stream.<Class<?>>iterate(thrown.getClass(), type -> type != null, Class::getSuperclass)
            .anyMatch(type -> type.getName().equals(EJB_DENIAL));
  }

  private static Verdict of(Throwable denial, ServletRequest request) {
    if (!ClerkFilter.auth(request).isAuthenticated()) {
      return new Verdict.NeedsCaller();
    }
    return denial instanceof AccessDeniedException refused
        ? refused
            .reverification()
            .<Verdict>map(Verdict.NeedsReverification::new)
            .orElseGet(Verdict.Forbidden::new)
        : new Verdict.Forbidden();
  }
}
