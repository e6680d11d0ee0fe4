package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkBackend;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.servlet.access.Credentials;
import io.github.clerkjakarta.servlet.access.Denial;
import io.github.clerkjakarta.servlet.access.ReasonOfOurs;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a request, kept as its attribute, so that it is decided once. The type is
 * ours alone: whatever else lies under the attribute's name is not believed.
 */
final class Decision {

  static final String ATTRIBUTE = "io.github.clerkjakarta.RequestState";

  private final @Nullable Denial fault;
  private volatile RequestState state;
  private volatile boolean denied;
  private volatile boolean loggedOut;
  private volatile @Nullable Edge decidedBy;
  private volatile @Nullable Edge admittedBy;
  private volatile @Nullable OurHeaders headers;
  private volatile boolean guarded;
  private final Map<AcceptsToken, RequestState> others = new ConcurrentHashMap<>();

  private Decision(RequestState state, @Nullable Denial fault) {
    this.state = state;
    this.fault = fault;
  }

  static Decision of(RequestState state) {
    return new Decision(state, null);
  }

  /** Nothing could be decided: nobody is calling, and the request is answered with this. */
  static Decision failed(Denial fault, RequestSettings settings, ClerkRequest request) {
    return new Decision(nobody("unexpected-error", settings, request), fault);
  }

  /** A request that isn't for this application: nobody is calling, and this is the answer. */
  static Decision refused(
      String reason, Denial denial, RequestSettings settings, ClerkRequest request) {
    return new Decision(nobody(reason, settings, request), denial);
  }

  /** The decision about a request; empty before there is one. */
  static Optional<Decision> about(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Decision decision
        ? Optional.of(decision)
        : Optional.empty();
  }

  /**
   * What is decided where a call accepts other kinds of token than the rules and the filter do.
   * Only a bearer token can make a difference: cookies hold nothing but sessions.
   */
  RequestState state(HttpServletRequest request, AcceptsToken accepts) {
    RequestState decided = state;
    Edge edge = decidedBy;
    boolean accepted = decided.tokenType().filter(accepts::accepts).isPresent();
    if (edge == null
        || fault != null
        || loggedOut
        || CorsPreflight.is(request)
        || (decided instanceof RequestState.SignedIn && accepted)
        || (accepts.accepts(TokenType.SESSION_TOKEN) && !Credentials.areBearer(request))) {
      return decided;
    }
    RequestState known = others.get(accepts);
    RequestState other = known == null ? edge.decideAgain(request, accepts) : known;
    others.put(accepts, other);
    return other;
  }

  /** The edge that decided. */
  Optional<Edge> decidedBy() {
    return Optional.ofNullable(decidedBy);
  }

  void storeIn(ServletRequest request, Edge edge) {
    decidedBy = edge;
    storeIn(request);
  }

  /** Stores what no edge has decided. */
  void storeIn(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  RequestState state() {
    return state;
  }

  /** What the request is answered with because nothing could be decided. */
  Optional<Denial> fault() {
    return Optional.ofNullable(fault);
  }

  /** Whether the request was answered here, and what is still to come is an error page at most. */
  boolean denied() {
    return denied;
  }

  void deny() {
    denied = true;
  }

  /** Whether these rules have let the request pass. */
  boolean isAdmittedBy(Edge edge) {
    return edge.equals(admittedBy);
  }

  void admit(Edge edge) {
    admittedBy = edge;
  }

  /** Puts these on the response, unless an earlier door has put its own there. */
  void answer(OurHeaders ours, HttpServletResponse response) {
    if (headers == null) {
      headers = ours;
      ours.applyTo(response);
    }
  }

  /** The response that keeps our headers, whatever the application does to it. */
  HttpServletResponse guard(HttpServletResponse response) {
    OurHeaders ours = headers;
    if (guarded || ours == null || ours.isEmpty()) {
      return response;
    }
    guarded = true;
    return new AnsweredResponse(response, ours);
  }

  /** What the application may ask Clerk for, of the instance that decided. */
  Optional<ClerkBackend> backend() {
    return decidedBy().map(Edge::backend);
  }

  /** From here on nobody is calling. */
  void logOut() {
    loggedOut = true;
    state = nobody(ReasonOfOurs.LOGGED_OUT, state.settings(), state.request());
  }

  /** A request that the edge itself signs out. */
  static RequestState nobody(String reason, RequestSettings settings, ClerkRequest request) {
    return new RequestState.SignedOut(
        reason,
        "",
        Optional.of(TokenType.SESSION_TOKEN),
        Auth.nobody(),
        Map.of(
            "x-clerk-auth-status", List.of("signed-out"),
            "x-clerk-auth-reason", List.of(reason)),
        settings,
        request);
  }
}
