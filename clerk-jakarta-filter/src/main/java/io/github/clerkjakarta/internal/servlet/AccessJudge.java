package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.servlet.access.AccessRules;
import io.github.clerkjakarta.servlet.access.PathAccess;
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
record AccessJudge(AccessRules rules, boolean hidden, Optional<AcceptsToken> usual) {

  private static final Judgement OPEN = new Judgement.Open();
  private static final Judgement ADMITTED = new Judgement.Admitted();

  /** Whether a request may go on. */
  sealed interface Judgement {

    /** It may: everybody may. */
    record Open() implements Judgement {}

    /** It may, because of who is calling; what it is answered is for this caller alone. */
    record Admitted() implements Judgement {}

    /**
     * It may not.
     *
     * @param refusal what the client is told
     */
    record Refused(Refusal refusal) implements Judgement {}
  }

  /** Whether there is anything to judge by. */
  boolean hasRules() {
    return !rules.isEmpty();
  }

  /** Whether the path of a request makes a difference. */
  boolean needsPath() {
    return hasRules() || usual.filter(AcceptsToken.SESSION_TOKEN::equals).isEmpty();
  }

  /** Whether everybody may have a path. */
  boolean isOpen(HttpServletRequest request, String path, RequestState state) {
    return judge(request, path, state) instanceof Judgement.Open;
  }

  /** The kinds of token that may be looked at for a path, as the rules say; empty where not. */
  Optional<AcceptsToken> acceptedAt(HttpServletRequest request, String path) {
    if (ProtectedResource.isMetadata(path)) {
      return Optional.of(AcceptsToken.SESSION_TOKEN);
    }
    return rules.isEmpty() ? Optional.empty() : accessTo(request, path).accepts();
  }

  /** Judges a request for a path. */
  Judgement judge(HttpServletRequest request, String path, RequestState state) {
    if (rules.isEmpty() || ProtectedResource.isMetadata(path)) {
      return OPEN;
    }
    PathAccess access = accessTo(request, path);
    return access.isOpen() || OwnPages.include(path, state) || WebhookRoute.isTakenBy(request)
        ? OPEN
        : judge(access, request, state);
  }

  /** What a caller who must be signed in and isn't gets to hear. */
  Refusal challenge(HttpServletRequest request, RequestState state) {
    Optional<AcceptsToken> accepted =
        RoutedPath.of(request).flatMap(path -> acceptedAt(request, path));
    return challenge(request, state, accepted);
  }

  /** What a caller gets to hear who is signed in and may not pass. */
  Refusal forbidden() {
    return hidden ? Refusal.NOT_FOUND : Refusal.FORBIDDEN;
  }

  private PathAccess accessTo(HttpServletRequest request, String path) {
    AcceptsToken kinds = usual.orElse(AcceptsToken.SESSION_TOKEN);
    return RoutedPath.isWelcomeFile(path, request)
        ? rules.atWelcomeFile(path, kinds)
        : rules.at(path, kinds);
  }

  private Judgement judge(PathAccess access, HttpServletRequest request, RequestState state) {
    Auth auth = state.auth();
    if (!auth.isAuthenticated() || !accepts(access, state)) {
      return new Judgement.Refused(challenge(request, state, access.accepts()));
    }
    if (access.admits() == PathAccess.Admits.NOBODY) {
      return new Judgement.Refused(forbidden());
    }
    List<Requirement> missing =
        access.requirements().stream()
            .flatMap(AccessJudge::parts)
            .filter(requirement -> !auth.has(requirement))
            .toList();
    return missing.isEmpty() ? ADMITTED : new Judgement.Refused(refusal(missing, auth));
  }

  private Refusal challenge(
      HttpServletRequest request, RequestState state, Optional<AcceptsToken> accepted) {
    return new SignInChallenge(request, state)
        .of(accepted.or(() -> usual).orElse(AcceptsToken.SESSION_TOKEN));
  }

  /** An application's own authenticator may have looked at a token that isn't accepted here. */
  private boolean accepts(PathAccess access, RequestState state) {
    Optional<AcceptsToken> accepted = access.accepts().or(() -> usual);
    return accepted.isEmpty() || state.tokenType().filter(accepted.get()::accepts).isPresent();
  }

  /** A person can cure a missing reverification only when nothing else is missing. */
  private Refusal refusal(List<Requirement> missing, Auth auth) {
    if (missing.stream().allMatch(Requirement.Recent.class::isInstance)) {
      return Refusal.needsReverification(((Requirement.Recent) missing.get(0)).reverification());
    }
    List<String> scopes =
        missing.stream()
            .filter(Requirement.Scope.class::isInstance)
            .map(requirement -> ((Requirement.Scope) requirement).scope())
            .toList();
    boolean scopesHelp = !hidden && scopes.size() == missing.size() && isMachine(auth);
    return scopesHelp ? Refusal.insufficientScope(scopes) : forbidden();
  }

  private static boolean isMachine(Auth auth) {
    return auth.tokenType().filter(type -> type != TokenType.SESSION_TOKEN).isPresent();
  }

  private static Stream<Requirement> parts(Requirement requirement) {
    // An empty All never holds: it stays whole, and so is found missing.
    return requirement instanceof Requirement.All all && !all.requirements().isEmpty()
        ? all.requirements().stream().flatMap(AccessJudge::parts)
        : Stream.of(requirement);
  }
}
