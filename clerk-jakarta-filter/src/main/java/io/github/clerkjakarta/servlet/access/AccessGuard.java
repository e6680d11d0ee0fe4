package io.github.clerkjakarta.servlet.access;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.Reverification;
import io.github.clerkjakarta.TokenType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges requests by the rules.
 *
 * @param rules which paths need whom
 * @param hidden whether a path that a signed-in caller may not see answers 404 in place of 403
 * @param usual the kinds of token that are looked at where no rule says; empty where the
 *     application's own authenticator decides that
 */
public record AccessGuard(AccessRules rules, boolean hidden, Optional<AcceptsToken> usual) {

  private static final Verdict OPEN = new Verdict.Open();
  private static final Verdict ADMITTED = new Verdict.Admitted();

  /** Whether the path can't be judged. No rules, no judgement. */
  public boolean refusesPath(HttpServletRequest request) {
    return !rules.isEmpty() && RequestPath.of(request).isEmpty();
  }

  /**
   * The kinds of token that may be looked at for a request, as its path says; empty where it says
   * nothing.
   */
  public Optional<AcceptsToken> accepted(HttpServletRequest request) {
    return RequestPath.of(request).flatMap(this::acceptedAt);
  }

  private Optional<AcceptsToken> acceptedAt(String path) {
    return ProtectedResource.isMetadata(path)
        ? Optional.of(AcceptsToken.SESSION_TOKEN)
        : rules.acceptedAt(path, usual.orElse(AcceptsToken.SESSION_TOKEN));
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
    if (ProtectedResource.isMetadata(path.get())
        || OwnPages.include(path.get(), state, request.getContextPath())) {
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
    AcceptsToken accepts = accepted(request).or(() -> usual).orElse(AcceptsToken.SESSION_TOKEN);
    return challenge(request, state, accepts);
  }

  /** What a caller gets to hear who must come with a token of one of these kinds, and doesn't. */
  public Denial challenge(HttpServletRequest request, RequestState state, AcceptsToken accepts) {
    return SignedOutAnswer.to(request, state, accepts);
  }

  private Verdict judge(List<Access> accesses, HttpServletRequest request, RequestState state) {
    Auth auth = state.auth();
    if (!auth.isAuthenticated() || !accepts(request, state)) {
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
    return missing.isEmpty() ? ADMITTED : new Verdict.Denied(denial(missing, auth));
  }

  /** An earlier filter may have looked at a token that these rules don't accept. */
  private boolean accepts(HttpServletRequest request, RequestState state) {
    Optional<AcceptsToken> accepts = accepted(request).or(() -> usual);
    return accepts.isEmpty() || state.tokenType().filter(accepts.get()::accepts).isPresent();
  }

  /** A person can cure a missing reverification only when nothing else is missing. */
  private Denial denial(List<Requirement> missing, Auth auth) {
    if (missing.stream().allMatch(Requirement.Recent.class::isInstance)) {
      Reverification needed = ((Requirement.Recent) missing.get(0)).reverification();
      return new Denial.NeedsReverification(needed);
    }
    List<String> scopes =
        missing.stream()
            .filter(Requirement.Scope.class::isInstance)
            .map(requirement -> ((Requirement.Scope) requirement).scope())
            .toList();
    boolean scopesHelp = !hidden && scopes.size() == missing.size() && isMachine(auth);
    return scopesHelp ? new Denial.InsufficientScope(scopes) : forbidden();
  }

  private static boolean isMachine(Auth auth) {
    return auth.tokenType().filter(type -> type != TokenType.SESSION_TOKEN).isPresent();
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
