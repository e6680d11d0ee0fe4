package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.PendingSessions;
import io.github.clerkjakarta.RequestAuthenticator;
import io.github.clerkjakarta.RequestOptions;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.auth.Nobody;
import io.github.clerkjakarta.internal.csp.GuardedResponse;
import io.github.clerkjakarta.internal.csp.InstancePolicy;
import io.github.clerkjakarta.internal.reason.PrintableText;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.request.BearerToken;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.request.PublicAddress;
import io.github.clerkjakarta.internal.servlet.AccessJudge.Judgement;
import io.github.clerkjakarta.internal.token.RevokedSessions;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The admission of requests of one Clerk instance: who is calling is decided, and whether the
 * request may go on is judged.
 *
 * @param authenticator decides who is calling
 * @param judge judges by the rules
 * @param revoked the sessions that have ended before their tokens; empty where nobody tells
 * @param foreignOrigin tells requests that another site had a browser send
 * @param cors which other origins' pages may call
 * @param settings the instance's, for requests that are decided here
 * @param seenAt where browsers see the application
 * @param instance the name of the instance, where the application has several
 * @param debugHeaders whether responses carry {@code x-clerk-auth-…}
 * @param cookieless ends handshakes of browsers that keep no cookie
 * @param log tells the operator
 * @param proxy serves Clerk's Frontend API, where the application does
 * @param policy the Content Security Policy of responses, where they have one of ours
 */
record Admission(
    RequestAuthenticator authenticator,
    AccessJudge judge,
    Optional<RevokedSessions> revoked,
    ForeignOrigin foreignOrigin,
    CorsPolicy cors,
    RequestSettings settings,
    PublicAddress seenAt,
    Optional<String> instance,
    boolean debugHeaders,
    CookielessBrowsers cookieless,
    FilterLog log,
    Optional<OwnProxy> proxy,
    Optional<InstancePolicy> policy) {

  private static final String LOCATION = "location";

  /**
   * Decides and judges a request; one that goes no further is answered.
   *
   * @param by whose decision it is
   * @throws IOException when the response can't be written
   */
  Decision decide(Decider by, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    IncomingRequest incoming = ServletClerkRequest.read(request, seenAt);
    CallerHeaders headers = new CallerHeaders(response);
    if (proxy.filter(own -> own.route().isTakenBy(request)).isPresent()) {
      proxy.get().equip(request, incoming, settings, seenAt);
      return Decision.admitted(by, nobody(incoming, Reason.FRONTEND_API_PROXY), headers);
    }
    Arrival arrival = new Arrival(by, request, response, incoming, headers);
    cors.permit(incoming, headers);
    if (CorsPolicy.isPreflight(incoming)) {
      return decidePreflight(arrival);
    }
    Optional<String> path = judge.needsPath() ? RoutedPath.of(request) : Optional.empty();
    if (path.isEmpty() && judge.hasRules()) {
      return refuse(arrival, nobody(incoming, Reason.AMBIGUOUS_PATH), Refusal.AMBIGUOUS_PATH);
    }
    RequestState state;
    try {
      state = authenticate(incoming, path.flatMap(at -> judge.acceptedAt(request, at)));
    } catch (ClerkConfigurationException e) {
      log.misconfigured(e);
      return refuse(arrival, nobody(incoming, Reason.UNEXPECTED_ERROR), fault(e.getMessage()));
    } catch (RuntimeException e) {
      log.failed(e);
      return refuse(arrival, nobody(incoming, Reason.UNEXPECTED_ERROR), fault(null));
    }
    return judged(arrival, path.orElse(""), withoutForeignOrigin(state));
  }

  /** Decides about a request where other kinds of token are accepted than the rules accept. */
  RequestState decideAgain(HttpServletRequest request, AcceptsToken accepts) {
    IncomingRequest incoming = ServletClerkRequest.read(request, seenAt);
    try {
      return authenticate(incoming, Optional.of(accepts));
    } catch (ClerkConfigurationException e) {
      log.misconfigured(e);
      return nobody(incoming, Reason.UNEXPECTED_ERROR);
    } catch (RuntimeException e) {
      log.failed(e);
      return nobody(incoming, Reason.UNEXPECTED_ERROR);
    }
  }

  /**
   * Judges a welcome file that a request has been forwarded to, which went on to {@code /}.
   *
   * @return what the rules for the file refuse; empty where they don't
   */
  Optional<Refusal> judgeWelcomeFile(HttpServletRequest request, Decision.Admitted admitted) {
    String path = RoutedPath.of(request).orElse("");
    Judgement judgement = judge.judge(request, path, admitted.state());
    if (judgement instanceof Judgement.Admitted) {
      admitted.headers().forNobodyElse().write();
    }
    return judgement instanceof Judgement.Refused refused
        ? Optional.of(refused.refusal())
        : Optional.empty();
  }

  /** Answers a request for a host that belongs to no instance. */
  Decision refuseHost(Decider by, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    IncomingRequest incoming = ServletClerkRequest.read(request, seenAt);
    Arrival arrival = new Arrival(by, request, response, incoming, new CallerHeaders(response));
    return refuse(arrival, nobody(incoming, Reason.UNKNOWN_HOST), Refusal.UNKNOWN_HOST);
  }

  /**
   * The response as the application gets it, with the Content Security Policy on it; itself where
   * it has none, as what Clerk's Frontend API answers has none of ours.
   */
  HttpServletResponse guarded(
      RequestState state, HttpServletRequest request, HttpServletResponse response) {
    return policy.isEmpty() || isFrontendApi(state)
        ? response
        : GuardedResponse.of(policy.get(), request, response);
  }

  /** The response to a request that goes no further; one that leads elsewhere shows no page. */
  HttpServletResponse guarded(
      Refusal refusal,
      RequestState state,
      HttpServletRequest request,
      HttpServletResponse response) {
    return refusal.status() == HttpServletResponse.SC_FOUND || Refusal.UNKNOWN_HOST.equals(refusal)
        ? response
        : guarded(state, request, response);
  }

  private static boolean isFrontendApi(RequestState state) {
    return state.reason().filter(Reason.FRONTEND_API_PROXY.code()::equals).isPresent();
  }

  /** Gives up threads and connections. */
  void close() {
    authenticator.close();
    proxy.ifPresent(OwnProxy::close);
  }

  private Decision judged(Arrival arrival, String path, RequestState state) throws IOException {
    if (state instanceof RequestState.Handshake || state.headers().containsKey(LOCATION)) {
      return redirected(arrival, state);
    }
    CallerHeaders headers = arrival.headers().with(state, debugHeaders);
    Judgement judgement = judge.judge(arrival.request(), path, state);
    if (judgement instanceof Judgement.Refused refused) {
      return refuse(arrival, state, refused.refusal());
    }
    if (judgement instanceof Judgement.Admitted) {
      headers.forNobodyElse();
    }
    return admitted(arrival, state);
  }

  private Decision admitted(Arrival arrival, RequestState state) {
    if (state instanceof RequestState.SignedOut signedOut) {
      log.refusals().goesOn(signedOut);
    }
    CallerHeaders headers = arrival.headers();
    if (!headers.areEmpty()) {
      if (arrival.response().isCommitted()) {
        log.headersLost();
      } else {
        headers.write();
      }
    }
    return Decision.admitted(arrival.by(), state, headers);
  }

  /** A preflight is nobody's; of a path that isn't open nothing of the application runs. */
  private Decision decidePreflight(Arrival arrival) throws IOException {
    RequestState nobody = nobody(arrival.incoming(), Reason.CORS_PREFLIGHT);
    boolean open =
        !judge.hasRules()
            || RoutedPath.of(arrival.request())
                .filter(path -> judge.isOpen(arrival.request(), path, nobody))
                .isPresent();
    boolean answers = cors.allows(arrival.incoming()) && !cors.passesPreflights();
    if (!answers && (open || cors.passesPreflights())) {
      arrival.headers().with(nobody, debugHeaders);
      return admitted(arrival, nobody);
    }
    if (arrival.dispatch() != DispatcherType.INCLUDE) {
      HttpServletResponse response = arrival.response();
      cors.answerPreflight(arrival.incoming(), arrival.headers());
      arrival.headers().write();
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
    return Decision.answered(arrival.by(), nobody);
  }

  private Decision redirected(Arrival arrival, RequestState state) throws IOException {
    List<String> locations = state.headers().getOrDefault(LOCATION, List.of());
    if (locations.isEmpty() || SignInChallenge.isTooLong(locations.get(0))) {
      return refuse(arrival, state, Refusal.ADDRESS_TOO_LONG);
    }
    if (state instanceof RequestState.Handshake
        && cookieless.endHandshakes(arrival.request(), state)) {
      return refuse(arrival, state, Refusal.NO_COOKIES);
    }
    HttpServletResponse response = arrival.response();
    if (response.isCommitted()) {
      log.handshakeLost();
    } else if (arrival.canBeAnswered()) {
      arrival.headers().with(state, debugHeaders).forNobodyElse().write();
      response.setHeader("Location", locations.get(0));
      response.setStatus(307);
    }
    return Decision.answered(arrival.by(), state);
  }

  /** Answers a request that goes no further. */
  private Decision refuse(Arrival arrival, RequestState state, Refusal refusal) throws IOException {
    Decision answered = Decision.answered(arrival.by(), state);
    log.refusals().refused(refusal, state);
    if (arrival.canBeAnswered()) {
      // An error page may be shown before this returns.
      Decision.putFirst(answered, arrival.request());
      HttpServletResponse response = guarded(refusal, state, arrival.request(), arrival.response());
      boolean written =
          RefusalWriter.write(
              refusal,
              state.reason(),
              arrival.request(),
              arrival.incoming(),
              arrival.headers(),
              response);
      if (!written) {
        log.refusalLost();
      }
    }
    return answered;
  }

  private RequestState withoutForeignOrigin(RequestState state) {
    Optional<String> found = foreignOrigin.found(state);
    if (found.isEmpty()) {
      return state;
    }
    log.foreignOrigin(found.get());
    return RequestState.about(state.request(), state.settings())
        .nobody(Nobody.of(instance, Optional.of(TokenType.SESSION_TOKEN)))
        .signedOut(Reason.FOREIGN_ORIGIN.code(), found.get());
  }

  private RequestState authenticate(IncomingRequest incoming, Optional<AcceptsToken> accepts) {
    RequestOptions options =
        accepts
            .map(kinds -> RequestOptions.builder().acceptsToken(kinds).build())
            .orElse(RequestOptions.DEFAULT);
    RequestState state = withoutRevoked(authenticator.authenticate(incoming, options), incoming);
    // The engine takes an opaque token for a broken session token, as upstream does.
    return isBrokenSession(state) && hasOpaqueToken(incoming)
        ? RequestState.about(incoming, state.settings())
            .nobody(Nobody.of(instance, Optional.of(TokenType.SESSION_TOKEN)))
            .signedOut(Reason.TOKEN_TYPE_MISMATCH.code(), "")
        : state;
  }

  private RequestState withoutRevoked(RequestState state, IncomingRequest incoming) {
    return state instanceof RequestState.SignedIn
            && revoked.isPresent()
            && revoked.get().include(state.auth(PendingSessions.ALLOWED))
        ? RequestState.about(incoming, state.settings())
            .nobody(Nobody.of(instance, Optional.of(TokenType.SESSION_TOKEN)))
            .signedOut(Reason.SESSION_REVOKED.code(), "")
        : state;
  }

  private static boolean isBrokenSession(RequestState state) {
    return state instanceof RequestState.SignedOut
        && state.reason().filter(Reason.TOKEN_INVALID.code()::equals).isPresent()
        && state.tokenType().filter(TokenType.SESSION_TOKEN::equals).isPresent();
  }

  private static boolean hasOpaqueToken(IncomingRequest incoming) {
    return incoming.bearerToken() != null
        && BearerToken.opaqueType(incoming.bearerToken().text()).isPresent();
  }

  /** A request that is signed out here. */
  private RequestState nobody(IncomingRequest incoming, Reason reason) {
    return RequestState.about(incoming, settings)
        .nobody(Nobody.of(instance, Optional.of(TokenType.SESSION_TOKEN)))
        .signedOut(reason.code(), "");
  }

  /** Developers are told what is wrong. */
  private Refusal fault(@Nullable String exact) {
    return Refusal.fault(
        exact != null && settings.isDevelopment()
            ? PrintableText.of(exact)
            : "Who is calling couldn't be decided.");
  }

  /**
   * A request that hasn't been decided yet.
   *
   * @param by whose decision it will be
   * @param request the servlet's
   * @param response what it is answered with
   * @param incoming what is read off it
   * @param headers what the response needs
   */
  private record Arrival(
      Decider by,
      HttpServletRequest request,
      HttpServletResponse response,
      IncomingRequest incoming,
      CallerHeaders headers) {

    DispatcherType dispatch() {
      return request.getDispatcherType();
    }

    /** What is included can't answer, and an error page keeps its status. */
    boolean canBeAnswered() {
      return dispatch() != DispatcherType.INCLUDE && dispatch() != DispatcherType.ERROR;
    }
  }
}
