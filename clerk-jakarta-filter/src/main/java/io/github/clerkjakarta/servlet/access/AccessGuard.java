package io.github.clerkjakarta.servlet.access;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.Reverification;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges requests by the rules.
 *
 * @param rules which paths need whom
 * @param hidden whether a path that a signed-in caller may not see answers 404 in place of 403
 */
public record AccessGuard(AccessRules rules, boolean hidden) {

  private static final Verdict OPEN = new Verdict.Open();
  private static final Verdict ADMITTED = new Verdict.Admitted();

  /** Whether the path can't be judged. No rules, no judgement. */
  public boolean refusesPath(HttpServletRequest request) {
    return !rules.isEmpty() && RequestPath.of(request).isEmpty();
  }

  /** Judges a request by its path and its caller. */
  public Verdict judge(HttpServletRequest request, RequestState state) {
    if (rules.isEmpty()) {
      return OPEN;
    }
    Optional<String> path = RequestPath.of(request);
    if (path.isEmpty()) {
      return new Verdict.Denied(new Denial.AmbiguousPath());
    }
    if (OwnPages.include(path.get(), state, request.getContextPath())) {
      return OPEN;
    }
    List<Access> accesses = rules.accessTo(path.get());
    if (accesses.stream().allMatch(Access.Open.class::isInstance)) {
      return OPEN;
    }
    return judge(accesses, request, state);
  }

  /** What a caller who must be signed in and isn't gets to hear. */
  public Denial challenge(HttpServletRequest request, RequestState state) {
    return SignedOutAnswer.to(request, state);
  }

  private Verdict judge(List<Access> accesses, HttpServletRequest request, RequestState state) {
    Auth auth = state.auth();
    if (!auth.isAuthenticated()) {
      return new Verdict.Denied(challenge(request, state));
    }
    if (accesses.stream().anyMatch(Access.Closed.class::isInstance)) {
      return new Verdict.Denied(forbidden());
    }
    List<Requirement> missing =
        accesses.stream()
            .filter(Access.Needs.class::isInstance)
            .map(access -> ((Access.Needs) access).requirement())
            .flatMap(AccessGuard::parts)
            .filter(requirement -> !auth.has(requirement))
            .toList();
    return missing.isEmpty() ? ADMITTED : new Verdict.Denied(denial(missing));
  }

  /** A person can cure a missing reverification only when nothing else is missing. */
  private Denial denial(List<Requirement> missing) {
    if (missing.stream().allMatch(Requirement.Recent.class::isInstance)) {
      Reverification needed = ((Requirement.Recent) missing.get(0)).reverification();
      return new Denial.NeedsReverification(needed);
    }
    return forbidden();
  }

  /** What a caller gets to hear who is signed in and may not pass. */
  public Denial forbidden() {
    return hidden ? new Denial.NotFound() : new Denial.Forbidden();
  }

  private static Stream<Requirement> parts(Requirement requirement) {
    // An empty All never holds: it stays whole, and so is found missing.
    return requirement instanceof Requirement.All all && !all.requirements().isEmpty()
        ? all.requirements().stream().flatMap(AccessGuard::parts)
        : Stream.of(requirement);
  }
}
