package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkBackend;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.Reverification;
import io.github.clerkjakarta.internal.backend.ClientCalls;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.token.KeyStatus;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * What a filter does with the requests of one Clerk instance: each is decided and judged once, by
 * whatever dispatch it arrives, and goes on with the caller in it or is answered.
 *
 * @param admission decides and judges
 * @param backend what the application may ask Clerk for
 * @param clientCalls the calls of Clerk's own client
 * @param application whose filter this is
 */
record InstanceFilter(
    Admission admission, ClerkBackend backend, ClientCalls clientCalls, Application application)
    implements Decider {

  /** Gives up threads and connections. */
  void close() {
    clientCalls.close();
    backend.close();
    admission.close();
  }

  /** The name of the instance, where the application has several. */
  Optional<String> name() {
    return admission.instance();
  }

  /** Whether there are keys; empty where the application made the authenticator itself. */
  Optional<KeyStatus> keyStatus() {
    return admission.authenticator() instanceof EngineAuthenticator own
        ? Optional.of(own.engine().keyStatus())
        : Optional.empty();
  }

  @Override
  public boolean isOf(ServletRequest request) {
    return application.isOn(request.getServletContext());
  }

  /** Lets a request through, with who is calling, or answers it. */
  void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Object before = request.getAttribute(Decision.ATTRIBUTE);
    Decision known = Decision.about(request, this);
    Decision decision = known == null ? admission.decide(this, request, response) : known;
    if (decision != before) {
      Decision.putFirst(decision, request);
    }
    try {
      if (decision instanceof Decision.Admitted admitted) {
        Optional<Refusal> refusal =
            RoutedPath.isForwardedToWelcomeFile(request)
                ? admission.judgeWelcomeFile(request, admitted)
                : Optional.empty();
        if (refusal.isPresent()) {
          answer(request, response, admitted.state(), refusal.get());
          return;
        }
        goOn(admitted, known == null, request, response, chain);
      } else {
        showWhatIsLeft((Decision.Answered) decision, known == null, request, response, chain);
      }
    } finally {
      // Who waits for an answer on another thread still has to find who is calling.
      if (before != null && decision != before && !request.isAsyncStarted()) {
        Decision.putBack(before, request);
      }
    }
  }

  private void goOn(
      Decision.Admitted admitted,
      boolean arrives,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    DispatcherType dispatch = request.getDispatcherType();
    // A forwarded or included request has its response from the page that sent it on.
    boolean fromContainer =
        arrives || dispatch == DispatcherType.REQUEST || dispatch == DispatcherType.ASYNC;
    if (dispatch == DispatcherType.ERROR) {
      admitted.headers().writeCachingAgain();
    }
    HttpServletResponse guarded = admission.guarded(admitted.state(), request, response);
    chain.doFilter(
        new AuthenticatedRequest(request, this),
        fromContainer ? AuthenticatedResponse.carrying(admitted.headers(), guarded) : guarded);
  }

  /**
   * Of a request that was answered an error page runs, and parts of a page that has answered it.
   */
  private void showWhatIsLeft(
      Decision.Answered answered,
      boolean arrives,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    DispatcherType dispatch = request.getDispatcherType();
    boolean ofThePage = answered.byThePage() && dispatch != DispatcherType.REQUEST;
    if (!arrives && ofThePage) {
      show(answered, request, response, chain);
    } else if (!arrives && dispatch == DispatcherType.ERROR) {
      // From here on it is answered by the error page: what that forwards to or includes, too.
      Decision.putFirst(Decision.answeredByThePage(this, answered.state()), request);
      show(answered, request, response, chain);
    } else if (dispatch == DispatcherType.INCLUDE) {
      throw new ServletException(
          "A part of this page is for others than whoever is calling, or who is calling couldn't be"
              + " decided; the log says why.");
    }
  }

  private void show(
      Decision.Answered answered,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    new CallerHeaders(response).forNobodyElse().write();
    chain.doFilter(
        new AuthenticatedRequest(request, this),
        admission.guarded(answered.state(), request, response));
  }

  /** Decides and judges a request, each once; false when it is answered and goes no further. */
  boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
    return decisionOn(request, response) instanceof Decision.Admitted;
  }

  /** What was decided about a request, or is decided now. */
  private Decision decisionOn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Decision known = Decision.about(request, this);
    if (known != null) {
      return known;
    }
    Decision decision = admission.decide(this, request, response);
    Decision.putFirst(decision, request);
    return decision;
  }

  @Override
  public boolean authenticate(
      HttpServletRequest request, HttpServletResponse response, AcceptsToken accepts)
      throws IOException {
    RequestState state = OtherTokens.stateOf(request, decisionOn(request, response), accepts);
    if (state.auth().isAuthenticated()) {
      return true;
    }
    answer(request, response, state, new SignInChallenge(request, state).of(accepts));
    return false;
  }

  @Override
  public void challenge(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RequestState state = decisionOn(request, response).state();
    answer(request, response, state, admission.judge().challenge(request, state));
  }

  /** Answers a request of somebody who may not do this. */
  void forbid(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(request, response, decisionOn(request, response).state(), admission.judge().forbidden());
  }

  /** Answers a request of somebody who must first prove again who they are. */
  void requireReverification(
      HttpServletRequest request, HttpServletResponse response, Reverification needed)
      throws IOException {
    RequestState state = decisionOn(request, response).state();
    answer(request, response, state, Refusal.needsReverification(needed));
  }

  @Override
  public void sendTo(String location, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RequestState state = decisionOn(request, response).state();
    answer(request, response, state, new SignInChallenge(request, state).redirect(location));
  }

  /** Answers a request that had been let through. */
  private void answer(
      HttpServletRequest request, HttpServletResponse response, RequestState state, Refusal refusal)
      throws IOException {
    Decision.putFirst(Decision.answeredByThePage(this, state), request);
    admission.log().refusals().refused(refusal, state);
    IncomingRequest incoming = IncomingRequest.of(state);
    CallerHeaders headers = new CallerHeaders(response);
    admission.cors().permit(incoming, headers);
    HttpServletResponse guarded = admission.guarded(refusal, state, request, response);
    if (!RefusalWriter.write(refusal, state.reason(), request, incoming, headers, guarded)) {
      admission.log().refusalLost();
    }
  }

  @Override
  public RequestState decideAgain(HttpServletRequest request, AcceptsToken accepts) {
    return admission.decideAgain(request, accepts);
  }

  /** Answers a request for a host that belongs to no instance. */
  void refuseHost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Decision.putFirst(admission.refuseHost(this, request, response), request);
  }
}
