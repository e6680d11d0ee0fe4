package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkBackend;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestAuthenticator;
import io.github.clerkjakarta.RequestOptions;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.Reverification;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.servlet.access.AccessGuard;
import io.github.clerkjakarta.servlet.access.Credentials;
import io.github.clerkjakarta.servlet.access.Denial;
import io.github.clerkjakarta.servlet.access.DenialWriter;
import io.github.clerkjakarta.servlet.access.ReasonOfOurs;
import io.github.clerkjakarta.servlet.access.Verdict;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * A request's way through the filter: decided once, judged by the rules where it comes in, and
 * passed on with the caller in it.
 *
 * @param authenticator decides who is calling
 * @param backend what the application may ask Clerk for
 * @param guard judges by the rules
 * @param foreignOrigin tells requests that another site had a browser send
 * @param address where browsers see the application, for requests that are decided here
 * @param debugHeaders whether responses carry {@code x-clerk-auth-…}
 * @param development whether developers read the answers
 * @param log tells the operator
 */
record Edge(
    RequestAuthenticator authenticator,
    ClerkBackend backend,
    AccessGuard guard,
    ForeignOrigin foreignOrigin,
    RequestSettings address,
    boolean debugHeaders,
    boolean development,
    EdgeLog log) {

  private static final String UNEXPECTED_ERROR = "unexpected-error";
  private static final String TOKEN_INVALID = "token-invalid";
  private static final String TOKEN_TYPE_MISMATCH = "token-type-mismatch";

  /** Gives up threads and connections. */
  void close() {
    backend.close();
    authenticator.close();
  }

  void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() == DispatcherType.REQUEST) {
      enter(request, response, chain);
    } else {
      comeBy(request, response, chain);
    }
  }

  /** A request comes in. */
  private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (admits(request, response)) {
      Decision decision = Decision.about(request).orElseThrow();
      HttpServletRequest known = new AuthenticatedRequest(request, decision, guard);
      HttpServletResponse guarded = decision.guard(response);
      if (CorsPreflight.is(request)
          && !(guard.judge(request, decision.state()) instanceof Verdict.Open)) {
        chain.doFilter(new PreflightRequest(known), new PreflightAnswer(guarded));
      } else {
        chain.doFilter(known, guarded);
      }
    }
  }

  /** Decides and judges a request, each once; false when it is answered and goes no further. */
  boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (guard.refusesPath(request)) {
      DenialWriter.write(new Denial.AmbiguousPath(), response);
      return false;
    }
    Decision decision = Decision.about(request).orElseGet(() -> decide(request));
    if (decision.denied() || decision.isAdmittedBy(this)) {
      return !decision.denied();
    }
    if (decision.fault().isPresent()) {
      return deny(decision, decision.fault().get(), response);
    }
    RequestState state = decision.state();
    OurHeaders headers = new OurHeaders(state, debugHeaders);
    if (state instanceof RequestState.Handshake || headers.redirect()) {
      decision.deny();
      redirect(headers, response);
      return false;
    }
    Verdict verdict = CorsPreflight.is(request) ? new Verdict.Open() : guard.judge(request, state);
    answer(decision, headers, verdict, response);
    if (verdict instanceof Verdict.Denied denied) {
      return deny(decision, denied.denial(), response);
    }
    decision.admit(this);
    return true;
  }

  /** Answers a request of nobody that needs somebody. */
  void challenge(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Decision decision = Decision.about(request).orElseGet(() -> decide(request));
    deny(decision, guard.challenge(request, decision.state()), response);
  }

  /** Whether somebody is calling with a token of these kinds; if not, the request is answered. */
  boolean authenticates(
      HttpServletRequest request, HttpServletResponse response, AcceptsToken accepts)
      throws IOException {
    Decision decision = Decision.about(request).orElseGet(() -> decide(request));
    RequestState state = decision.state(request, accepts);
    return state.auth().isAuthenticated()
        || deny(decision, guard.challenge(request, state, accepts), response);
  }

  /** Answers a request of somebody who may not do this. */
  void forbid(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Decision decision = Decision.about(request).orElseGet(() -> decide(request));
    deny(decision, guard.forbidden(), response);
  }

  /** Answers a request of somebody who must first prove again who they are. */
  void requireReverification(
      HttpServletRequest request, HttpServletResponse response, Reverification needed)
      throws IOException {
    Decision decision = Decision.about(request).orElseGet(() -> decide(request));
    deny(decision, new Denial.NeedsReverification(needed), response);
  }

  private static boolean deny(Decision decision, Denial denial, HttpServletResponse response)
      throws IOException {
    decision.deny();
    DenialWriter.write(denial, response);
    return false;
  }

  /** A request that came in before is forwarded, included, resumed, or shown an error page. */
  private void comeBy(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Decision decision = Decision.about(request).orElseGet(() -> decide(request));
    DispatcherType type = request.getDispatcherType();
    if (decision.fault().isPresent() && type != DispatcherType.ERROR) {
      if (type == DispatcherType.INCLUDE) {
        throw new ServletException("Who is calling couldn't be decided; the log says why.");
      }
      DenialWriter.write(decision.fault().get(), response);
    } else {
      if (decision.denied()) {
        // Jetty drops these when it goes for the error page.
        DenialWriter.forNobodyElse(response);
      }
      chain.doFilter(new AuthenticatedRequest(request, decision, guard), response);
    }
  }

  private Decision decide(HttpServletRequest request) {
    Decision decision = decide(request, new ServletClerkRequest(request));
    decision.storeIn(request, this);
    return decision;
  }

  private Decision decide(HttpServletRequest request, ClerkRequest judged) {
    if (CorsPreflight.is(request)) {
      return Decision.of(Decision.nobody(ReasonOfOurs.CORS_PREFLIGHT, address, judged));
    }
    try {
      RequestState state = authenticate(request, judged, guard.accepted(request));
      return foreignOrigin.sent(request, state)
          ? Decision.of(Decision.nobody(ReasonOfOurs.FOREIGN_ORIGIN, state.settings(), judged))
          : Decision.of(state);
    } catch (ClerkConfigurationException e) {
      log.misconfigured(e);
      return Decision.failed(fault(Optional.ofNullable(e.getMessage())), address, judged);
    } catch (RuntimeException e) {
      log.failed(e);
      return Decision.failed(fault(Optional.empty()), address, judged);
    }
  }

  /** Decides for a call that accepts other kinds of token than the rules do. */
  RequestState decideAgain(HttpServletRequest request, AcceptsToken accepts) {
    ClerkRequest judged = new ServletClerkRequest(request);
    try {
      return authenticate(request, judged, Optional.of(accepts));
    } catch (ClerkConfigurationException e) {
      log.misconfigured(e);
      return Decision.nobody(UNEXPECTED_ERROR, address, judged);
    } catch (RuntimeException e) {
      log.failed(e);
      return Decision.nobody(UNEXPECTED_ERROR, address, judged);
    }
  }

  private RequestState authenticate(
      HttpServletRequest request, ClerkRequest judged, Optional<AcceptsToken> accepts) {
    RequestOptions options =
        accepts
            .map(kinds -> RequestOptions.builder().acceptsToken(kinds).build())
            .orElse(RequestOptions.DEFAULT);
    RequestState state = authenticator.authenticate(judged, options);
    // The engine takes an opaque token for a broken session token, as upstream does.
    return isBrokenSession(state) && Credentials.opaqueType(request).isPresent()
        ? Decision.nobody(TOKEN_TYPE_MISMATCH, state.settings(), judged)
        : state;
  }

  private static boolean isBrokenSession(RequestState state) {
    return state instanceof RequestState.SignedOut signedOut
        && signedOut.code().equals(TOKEN_INVALID)
        && signedOut.tokenType().filter(TokenType.SESSION_TOKEN::equals).isPresent();
  }

  private Denial fault(Optional<String> exact) {
    String general = "Who is calling couldn't be decided.";
    return new Denial.Fault(Denial.text(development, general, exact));
  }

  private void answer(
      Decision decision, OurHeaders headers, Verdict verdict, HttpServletResponse response) {
    if (verdict instanceof Verdict.Admitted) {
      headers.forNobodyElse();
    }
    if (!headers.isEmpty() && response.isCommitted()) {
      log.headersLost();
    } else {
      decision.answer(headers, response);
    }
  }

  private void redirect(OurHeaders headers, HttpServletResponse response) {
    if (response.isCommitted()) {
      log.handshakeLost();
      return;
    }
    headers.forNobodyElse();
    headers.applyTo(response);
    response.setStatus(307);
  }
}
