package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestOptions;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.backend.BackendApiClient;
import io.github.clerkjakarta.internal.backend.HandshakePayload;
import io.github.clerkjakarta.internal.backend.MachineTokens;
import io.github.clerkjakarta.internal.backend.RemoteKeys;
import io.github.clerkjakarta.internal.backend.SessionRefresh;
import io.github.clerkjakarta.internal.backend.WaitingRequests;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.token.KeySource;
import io.github.clerkjakarta.internal.token.KeyStatus;
import io.github.clerkjakarta.internal.token.Lazy;
import io.github.clerkjakarta.internal.token.PemKey;
import io.github.clerkjakarta.internal.token.ReceivedToken;
import io.github.clerkjakarta.internal.token.TimeSource;
import io.github.clerkjakarta.internal.token.TokenRules;
import io.github.clerkjakarta.internal.token.TokenVerifier;
import io.github.clerkjakarta.internal.token.VerifiedTokens;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The order of decisions: what was asked for, and which class decides by what the request has. */
public final class Engine {

  private final ClerkInstance instance;
  private final BackendApiClient backend;
  private final KeySource keys;
  private final TokenVerifier verifier;
  private final BearerDecision bearers;
  private final CookieDecision cookies;
  private final MachineDecision machines;

  /**
   * An engine for one Clerk instance.
   *
   * @throws ClerkConfigurationException when the PEM key can't be used
   */
  public Engine(ClerkOptions options, TimeSource time) {
    this(options, time, new VerifiedTokens(time, options.verifiedTokens()));
  }

  /**
   * An engine for one of several Clerk instances of an application.
   *
   * @param verifiedTokens what all of them remember
   * @throws ClerkConfigurationException when the PEM key can't be used
   */
  public Engine(ClerkOptions options, TimeSource time, VerifiedTokens verifiedTokens) {
    this.instance = new ClerkInstance(options, new DecisionLog(time::nanoTime));
    this.backend =
        new BackendApiClient(options.apiUrl(), options.apiVersion(), instance.secretKey());
    WaitingRequests waiting = new WaitingRequests(options.maxWaitingRequests(), time);
    this.keys =
        options
            .jwtKey()
            .filter(pem -> !pem.isEmpty())
            .<KeySource>map(PemKey::parse)
            .orElseGet(() -> new RemoteKeys(backend, options.staleKeysFor(), waiting, time));
    this.verifier = new TokenVerifier(keys, time, options.maxTokenLength(), verifiedTokens);
    SessionTokenFailure failure =
        new SessionTokenFailure(new Refresh(new SessionRefresh(backend, waiting, time)));
    this.bearers = new BearerDecision(failure);
    this.cookies =
        new CookieDecision(
            new HandshakeReturn(new HandshakePayload(backend, waiting, time)), failure);
    this.machines =
        new MachineDecision(
            new Lazy<>(
                () ->
                    new MachineTokens(
                        backend,
                        options.machineSecretKey(),
                        options.machineTokenCache(),
                        waiting,
                        time)));
  }

  /**
   * Decides about a request.
   *
   * @throws ClerkConfigurationException when an option that this request needs is missing or wrong
   */
  public RequestState authenticate(ClerkRequest request, RequestOptions requestOptions) {
    AcceptsToken accepts = requestOptions.acceptsToken().orElse(instance.acceptsToken());
    RequestContext context =
        new RequestContext(IncomingRequest.of(request), instance, verifier, rules(requestOptions));
    requireConfiguration(context, accepts);
    ReceivedToken bearer = context.bearer();
    if (accepts instanceof AcceptsToken.Only only) {
      return only.type() == TokenType.SESSION_TOKEN
          ? decideBySession(context, bearer)
          : machines.decide(context, bearer, only.type());
    }
    return decideBySeveral(context, bearer, accepts);
  }

  /** Whether there are keys to verify tokens with; asks Clerk where nobody has for long. */
  public KeyStatus keyStatus() {
    return keys.status();
  }

  private RequestState decideBySession(RequestContext context, @Nullable ReceivedToken bearer) {
    return bearer == null ? cookies.decide(context) : bearers.decide(context, bearer);
  }

  private RequestState decideBySeveral(
      RequestContext context, @Nullable ReceivedToken bearer, AcceptsToken accepts) {
    TokenType given = bearer == null ? TokenType.SESSION_TOKEN : MachineDecision.typeOf(bearer);
    if (!accepts.accepts(given)) {
      return States.noAcceptedToken(context);
    }
    return given == TokenType.SESSION_TOKEN
        ? decideBySession(context, bearer)
        : machines.verify(context, Objects.requireNonNull(bearer), given);
  }

  /** As Clerk does it: a request that is judged by machine tokens alone needs less. */
  private void requireConfiguration(RequestContext context, AcceptsToken accepts) {
    TokenType only = accepts instanceof AcceptsToken.Only one ? one.type() : null;
    if (only != TokenType.M2M_TOKEN && only != TokenType.API_KEY) {
      instance.key();
    }
    if (only == TokenType.M2M_TOKEN) {
      instance.requireMachineOrSecretKey();
    } else {
      instance.requireSecretKey();
      SatelliteConfiguration.require(context);
    }
  }

  /** Gives up threads and connections. */
  public void close() {
    verifier.close();
    keys.close();
    backend.close();
  }

  private TokenRules rules(RequestOptions options) {
    TokenRules configured = instance.rules();
    if (options == RequestOptions.DEFAULT) {
      return configured;
    }
    return new TokenRules(
        options.audience().orElse(configured.audience()),
        options.authorizedParties().orElse(configured.authorizedParties()),
        options.issuer().orElse(configured.issuer()),
        options.clockSkew().map(Engine::millis).orElse(configured.clockSkewMillis()),
        options.skipJwksCache().orElse(configured.skipCache()),
        null);
  }

  /** A skew longer than milliseconds can say is endless. */
  private static long millis(Duration skew) {
    try {
      return skew.toMillis();
    } catch (ArithmeticException e) {
      return skew.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
