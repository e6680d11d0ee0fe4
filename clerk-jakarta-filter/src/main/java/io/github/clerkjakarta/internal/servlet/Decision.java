package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.PendingSessions;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.auth.Nobody;
import io.github.clerkjakarta.internal.reason.Reason;
import jakarta.servlet.ServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a request, kept as its attribute so that it is decided once, and replaced
 * when it changes. A decision counts for its decider alone; of several, the innermost speaks. The
 * type is ours: whatever else lies under the attribute's name is not believed.
 */
public sealed interface Decision {

  /** The name of the attribute. */
  String ATTRIBUTE = "io.github.clerkjakarta.Decision";

  /** The name of the attribute that has the caller's id, for access logs. */
  String CALLER = "io.github.clerkjakarta.caller";

  /** Whose decision it is. */
  Decider by();

  /** What was decided. */
  RequestState state();

  /** What was decided, for an application that asks: what it answers now depends on it. */
  RequestState asked();

  /** What is written now holds something that is this response's alone. */
  void forThisResponse();

  /** The decision that counts when this one doesn't; null when there is none. */
  @Nullable Decision next();

  /** The same, before another one. */
  Decision before(@Nullable Decision next);

  /** The same, with nobody calling. */
  Decision loggedOut();

  /**
   * The request goes on.
   *
   * @param by whose decision it is
   * @param state what was decided
   * @param headers what the response needs because of it
   * @param others what was decided where other kinds of token were asked for
   * @param next the decision that counts when this one doesn't
   */
  record Admitted(
      Decider by,
      RequestState state,
      CallerHeaders headers,
      Map<AcceptsToken, RequestState> others,
      @Nullable Decision next)
      implements Decision {

    @Override
    public RequestState asked() {
      headers.callerWasAsked();
      return state;
    }

    @Override
    public void forThisResponse() {
      headers.forThisResponse();
    }

    @Override
    public Decision before(@Nullable Decision newNext) {
      return newNext == next ? this : new Admitted(by, state, headers, others, newNext);
    }

    @Override
    public Decision loggedOut() {
      return new Admitted(by, nobody(state), headers, Map.of(), next);
    }

    Admitted with(AcceptsToken accepts, RequestState other) {
      Map<AcceptsToken, RequestState> more = new HashMap<>(others);
      more.put(accepts, other);
      return new Admitted(by, state, headers, more, next);
    }

    /** Says nothing of the caller. */
    @Override
    public String toString() {
      return "Admitted[" + state + "]";
    }
  }

  /**
   * The request was answered.
   *
   * @param by whose decision it is
   * @param state what was decided
   * @param byThePage whether it had been let through before
   * @param next the decision that counts when this one doesn't
   */
  record Answered(Decider by, RequestState state, boolean byThePage, @Nullable Decision next)
      implements Decision {

    @Override
    public RequestState asked() {
      return state;
    }

    @Override
    public void forThisResponse() {
      // What was answered is stored by nobody.
    }

    @Override
    public Decision before(@Nullable Decision newNext) {
      return newNext == next ? this : new Answered(by, state, byThePage, newNext);
    }

    @Override
    public Decision loggedOut() {
      return new Answered(by, nobody(state), byThePage, next);
    }

    /** Says nothing of the caller. */
    @Override
    public String toString() {
      return "Answered[" + state + "]";
    }
  }

  /** The request goes on. */
  static Decision admitted(Decider by, RequestState state, CallerHeaders headers) {
    return new Admitted(by, state, headers, Map.of(), null);
  }

  /** The request was answered where it arrived. */
  static Decision answered(Decider by, RequestState state) {
    return new Answered(by, state, false, null);
  }

  /** The request was let through, and answered by what it met then. */
  static Decision answeredByThePage(Decider by, RequestState state) {
    return new Answered(by, state, true, null);
  }

  /** The decision that counts now; null before there is one. */
  static @Nullable Decision about(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Decision decision ? decision : null;
  }

  /**
   * The decision that counts now, of one of the application's own filters.
   *
   * @throws IllegalStateException when no filter has seen the request
   */
  static Decision required(ServletRequest request) {
    Decision decision = about(request);
    if (decision == null || !decision.by().isOf(request)) {
      throw new IllegalStateException(
          "No ClerkFilter has seen this request, so nobody knows who is calling. Map"
              + " io.github.clerkjakarta.servlet.ClerkFilter to it, ahead of the filters that ask."
              + " An <absolute-ordering> in web.xml that leaves out the jar of the filter leaves"
              + " out the filter.");
    }
    return decision;
  }

  /** What this decider has decided about a request; null when it has not. */
  static @Nullable Decision about(ServletRequest request, Decider decider) {
    Decision decision = about(request);
    while (decision != null && decision.by() != decider) {
      decision = decision.next();
    }
    return decision;
  }

  /** Makes this the decision that counts; those of other deciders are kept behind it. */
  static void putFirst(Decision decision, ServletRequest request) {
    put(decision.before(without(decision.by(), about(request))), request);
  }

  /** Makes what counted before count again. */
  static void putBack(Object before, ServletRequest request) {
    Decision known = before instanceof Decision decision ? about(request, decision.by()) : null;
    if (known == null) {
      put(before, request);
    } else {
      putFirst(known, request);
    }
  }

  private static void put(Object value, ServletRequest request) {
    request.setAttribute(ATTRIBUTE, value);
    String caller = value instanceof Decision decision ? callerOf(decision.state().auth()) : null;
    if (caller != null) {
      request.setAttribute(CALLER, caller);
    } else if (request.getAttribute(CALLER) != null) {
      request.removeAttribute(CALLER);
    }
  }

  private static @Nullable String callerOf(Auth auth) {
    return auth.userId().or(auth::subject).orElse(null);
  }

  private static @Nullable Decision without(Decider decider, @Nullable Decision chain) {
    if (chain == null) {
      return null;
    }
    Decision rest = without(decider, chain.next());
    return chain.by() == decider ? rest : rest == chain.next() ? chain : chain.before(rest);
  }

  /** From here on nobody is calling, whoever has decided otherwise. */
  static void logOut(ServletRequest request) {
    Decision decision = about(request);
    if (decision != null) {
      put(allLoggedOut(decision), request);
    }
  }

  private static Decision allLoggedOut(Decision decision) {
    Decision next = decision.next();
    Decision loggedOut = decision.loggedOut();
    return next == null ? loggedOut : loggedOut.before(allLoggedOut(next));
  }

  private static RequestState nobody(RequestState before) {
    Auth caller = before.auth(PendingSessions.ALLOWED);
    return RequestState.about(before.request(), before.settings())
        .nobody(Nobody.of(caller.instance(), Optional.of(TokenType.SESSION_TOKEN)))
        .signedOut(Reason.LOGGED_OUT.code(), "");
  }
}
