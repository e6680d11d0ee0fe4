package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.http.ListJson;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of the Backend API by which a server begins sessions: itself, or by a token that signs a
 * browser in.
 *
 * @see <a href="https://clerk.com/docs/reference/backend-api/tag/sessions">Sessions</a>
 */
final class BackendSessionsApi {

  private static final long THIRTY_DAYS = Duration.ofDays(30).toSeconds();

  private final State state;
  private final SessionTokens tokens;
  private final String signInUrl;

  BackendSessionsApi(State state, SessionTokens tokens, String signInUrl) {
    this.state = state;
    this.tokens = tokens;
    this.signInUrl = signInUrl;
  }

  void addTo(Routes routes, SecretKeyGuard guard) {
    routes
        .add("GET /v1/sessions", guard.guarded(this::list))
        .add("POST /v1/sessions", guard.guarded(this::begin))
        .add("POST /v1/sign_in_tokens", guard.guarded(this::signInToken))
        .add(
            "POST /v1/sign_in_tokens/{id}/revoke",
            guard.guarded((call, ids) -> revoke(ids.get(0))));
  }

  private Reply list(Call call) {
    List<String> users = call.choice("user_id");
    List<String> clients = call.choice("client_id");
    List<String> statuses = call.choice("status");
    List<Session> found =
        state.sessions().stream()
            .filter(each -> users.isEmpty() || users.contains(each.person().id()))
            .filter(each -> clients.isEmpty() || clients.contains(each.client().id()))
            .filter(each -> statuses.isEmpty() || statuses.contains(each.status().wireName()))
            .toList();
    return Reply.json(ListJson.some(call, found, 10).stream().map(SessionJson::of).toList());
  }

  private Reply begin(Call call) {
    return account(call)
        .map(account -> state.signIn(account.person(), state.newClient(), tokens))
        .map(session -> Reply.json(SessionJson.of(session)))
        .orElseGet(Reply::notFound);
  }

  private Reply signInToken(Call call) {
    Optional<Account> account = account(call);
    if (account.isEmpty()) {
      return Reply.notFound();
    }
    long lifetime =
        call.json().get("expires_in_seconds") instanceof Long seconds ? seconds : THIRTY_DAYS;
    long now = tokens.now().toEpochMilli();
    SignInToken token =
        new SignInToken(
            RandomIds.withPrefix("sit_"),
            account.get().id(),
            RandomIds.withPrefix("ticket_"),
            SignInToken.Status.PENDING,
            now,
            now + lifetime * 1000);
    state.keep(token);
    return Reply.json(describe(token));
  }

  private Reply revoke(String id) {
    return state
        .signInToken(id)
        .map(
            token -> {
              SignInToken revoked = token.with(SignInToken.Status.REVOKED);
              state.keep(revoked);
              return Reply.json(describe(revoked));
            })
        .orElseGet(Reply::notFound);
  }

  private Optional<Account> account(Call call) {
    return call.parameter("user_id").flatMap(state.directory()::account);
  }

  private Map<String, @Nullable Object> describe(SignInToken token) {
    return Json.members(
        "object",
        "sign_in_token",
        "id",
        token.id(),
        "user_id",
        token.userId(),
        "token",
        token.token(),
        "status",
        token.status().wireName(),
        "url",
        signInUrl + "?__clerk_ticket=" + token.token(),
        "created_at",
        token.createdAt(),
        "updated_at",
        token.createdAt());
  }
}
