package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import io.github.clerkjakarta.testkit.internal.keys.Keys;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The part of Clerk's Backend API that authentication and its tests need. Every call carries the
 * secret key; one that verifies an M2M token may carry a machine's instead.
 *
 * @see <a href="https://clerk.com/docs/reference/backend-api">Backend API reference</a>
 */
final class BackendApi {

  private final Instance instance;
  private final SecretKeyGuard guard;
  private final State state;
  private final Keys keys;
  private final SessionTokens tokens;

  BackendApi(Instance instance, State state, Keys keys, SessionTokens tokens) {
    this.instance = instance;
    this.guard = new SecretKeyGuard(instance);
    this.state = state;
    this.keys = keys;
    this.tokens = tokens;
  }

  SecretKeyGuard guard() {
    return guard;
  }

  void addTo(Routes routes) {
    routes
        .add("GET /v1/jwks", guard.guarded(this::jwks))
        .add("GET /v1/clients/handshake_payload", guard.guarded(this::handshakePayload))
        .add("POST /v1/testing_tokens", guard.guarded(this::testingToken))
        // Clerk's SDKs leave the version out of these; its reference has it
        .add("POST (?:/v1)?/api_keys/verify", guard.guarded(this::verifyApiKey))
        .add("POST (?:/v1)?/m2m_tokens/verify", guard.guarded(this::verifyM2mToken))
        .add(
            "POST (?:/v1)?/oauth_applications/access_tokens/verify",
            guard.guarded(this::verifyOAuthToken))
        .add("GET /v1/sessions/{id}", guard.guarded((call, ids) -> session(ids.get(0))))
        .add("POST /v1/sessions/{id}/revoke", guard.guarded((call, ids) -> revoke(ids.get(0))))
        .add(
            "POST /v1/sessions/{id}/refresh",
            guard.guarded((call, ids) -> refresh(ids.get(0), call)))
        .add(
            "POST /v1/sessions/{id}/tokens", guard.guarded((call, ids) -> sessionToken(ids.get(0))))
        .add(
            "POST /v1/sessions/{id}/tokens/{template}",
            guard.guarded((call, ids) -> templateToken(ids.get(0), ids.get(1))));
  }

  boolean authorized(Call call) {
    return guard.authorized(call);
  }

  private Reply jwks(Call call) {
    return Reply.json(keys.jwks());
  }

  /** Exchanges the nonce of a handshake, once. */
  private Reply handshakePayload(Call call) {
    return call.parameter("nonce")
        .flatMap(state::takeHandshake)
        .map(directives -> Reply.json(Map.of("directives", directives)))
        .orElseGet(Reply::notFound);
  }

  /** A token that end-to-end tests pass to the Frontend API; this one protects nothing. */
  private Reply testingToken(Call call) {
    return Reply.json(
        Map.of(
            "object", "testing_token",
            "token", RandomIds.withPrefix("testing_"),
            "expires_at", tokens.now().plus(Duration.ofHours(1)).getEpochSecond()));
  }

  private Reply session(String id) {
    return state.session(id).map(BackendApi::describe).orElseGet(Reply::notFound);
  }

  private Reply revoke(String id) {
    Optional<Session> session = state.session(id);
    session.ifPresent(each -> each.end(SessionStatus.REVOKED));
    return session.map(BackendApi::describe).orElseGet(Reply::notFound);
  }

  /** Issues a session token, as for an application's own tests; no browser asked, so no azp. */
  private Reply sessionToken(String id) {
    return liveSession(id)
        .map(session -> token(session.tokenBuilder().withoutClaim("azp")))
        .orElseGet(Reply::notFound);
  }

  /** Issues a token by a JWT template, if there is one of that name. */
  private Reply templateToken(String id, String template) {
    return liveSession(id)
        .flatMap(session -> state.jwtTemplate(template).map(claims -> token(session, claims)))
        .orElseGet(Reply::notFound);
  }

  /** Exchanges a refresh token for new cookies, as often as it is asked. */
  private Reply refresh(String id, Call call) {
    Optional<String> origin = call.parameter("request_origin");
    return liveSession(id)
        .filter(session -> session.refreshToken().isPresent())
        .filter(session -> session.refreshToken().equals(call.parameter("refresh_token")))
        .map(session -> Reply.json(cookies(session, origin.orElse(""))))
        .orElseGet(
            () -> Reply.error(401, "refresh_token_not_found", "The refresh token is not known"));
  }

  private Reply verifyApiKey(Call call) {
    return verify(call.parameter("secret"), ApiKey.class);
  }

  private Reply verifyM2mToken(Call call) {
    return verify(call.parameter("token"), M2mToken.class);
  }

  private Reply verifyOAuthToken(Call call) {
    return verify(call.parameter("access_token"), OAuthToken.class);
  }

  private Reply verify(Optional<String> token, Class<? extends MachineToken> kind) {
    long now = tokens.now().toEpochMilli();
    return token
        .flatMap(state::machineToken)
        .filter(kind::isInstance)
        .filter(known -> known.live(now))
        .map(known -> Reply.json(known.describe(now)))
        .orElseGet(Reply::notFound);
  }

  private Optional<Session> liveSession(String id) {
    return state.session(id).filter(session -> session.status().live());
  }

  private static Reply token(Session session, Map<String, ?> claims) {
    TokenBuilder builder = session.tokenBuilder().withoutClaim("azp").jwtTemplate();
    claims.forEach(builder::claim);
    return token(builder);
  }

  private static Reply token(TokenBuilder builder) {
    return Reply.json(Map.of("object", "token", "jwt", builder.token()));
  }

  private Map<String, ?> cookies(Session session, String origin) {
    String token = tokens.forOrigin(Optional.of(origin), session);
    Directives directives = new Directives(instance, origin.startsWith("https:")).session(token);
    return Map.of("object", "cookies", "cookies", directives.list());
  }

  private static Reply describe(Session session) {
    return Reply.json(SessionJson.of(session));
  }
}
