package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Role;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.ListJson;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import io.github.clerkjakarta.testkit.internal.keys.Jwt;
import io.github.clerkjakarta.testkit.internal.keys.Keys;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of the Frontend API by which people make API keys, for themselves or for an organization
 * that they administer. It has no version in its path, and knows who asks by a session token.
 *
 * @see <a href="https://clerk.com/docs/guides/development/machine-auth/api-keys">API keys</a>
 */
final class ApiKeysApi {

  private static final String READ = "org:sys_api_keys:read";
  private static final String MANAGE = "org:sys_api_keys:manage";

  private final Keys keys;
  private final State state;
  private final SessionTokens tokens;

  ApiKeysApi(Keys keys, State state, SessionTokens tokens) {
    this.keys = keys;
    this.state = state;
    this.tokens = tokens;
  }

  void addTo(Routes routes) {
    routes
        .add("GET /api_keys", this::list)
        .add("POST /api_keys", this::create)
        .add("POST /api_keys/{id}/revoke", (call, ids) -> revoke(call, ids.get(0)));
  }

  private Reply list(Call call) {
    String subject = call.query().getOrDefault("subject", "");
    String query = call.query().getOrDefault("query", "").toLowerCase(Locale.ROOT);
    return allowed(
        call,
        subject,
        READ,
        session ->
            Reply.json(
                ListJson.page(
                    call,
                    live(subject).stream()
                        .filter(key -> key.name().toLowerCase(Locale.ROOT).contains(query))
                        .toList(),
                    key -> key.describe(now()))));
  }

  /** The only answer with the secret in it. */
  private Reply create(Call call) {
    String subject = call.parameter("subject").orElse("");
    return allowed(
        call,
        subject,
        MANAGE,
        session -> {
          Optional<String> name = call.parameter("name").map(String::strip);
          if (name.isEmpty()) {
            return Reply.fieldError("form_param_nil", "name must be included.", "name");
          }
          if (live(subject).stream().anyMatch(key -> key.name().equals(name.get()))) {
            return Reply.error(409, "token_creation_conflict", "There is a key of this name");
          }
          ApiKey key =
              new ApiKey(subject, now())
                  .name(name.get())
                  .description(call.parameter("description").orElse(null))
                  .createdBy(session.person().id());
          if (call.json().get("seconds_until_expiration") instanceof Long seconds) {
            key.expireAt(now() + seconds * 1000);
          }
          Map<String, @Nullable Object> json = state.keep(key).describe(now());
          json.put("secret", key.token());
          return Reply.json(json);
        });
  }

  private Reply revoke(Call call, String id) {
    return state
        .apiKey(id)
        .map(
            key ->
                allowed(
                    call,
                    key.subject(),
                    MANAGE,
                    session -> {
                      key.revoke();
                      return Reply.json(key.describe(now()));
                    }))
        .orElseGet(Reply::notFound);
  }

  private List<ApiKey> live(String subject) {
    return state.apiKeys(subject).stream().filter(key -> key.live(now())).toList();
  }

  /** Answers somebody who asks about their own keys, or has the permission in the organization. */
  private Reply allowed(
      Call call, String subject, String permission, Function<Session, Reply> answer) {
    Optional<Session> session = session(call);
    if (session.isEmpty()) {
      return Reply.error(401, "authentication_invalid", "Unable to authenticate the request");
    }
    String userId = session.get().person().id();
    return subject.equals(userId) || has(userId, subject, permission)
        ? answer.apply(session.get())
        : Reply.error(403, "authorization_invalid", "You may not do that for " + subject);
  }

  private boolean has(String userId, String organizationId, String permission) {
    return state
        .directory()
        .membership(userId, organizationId)
        .filter(mine -> Role.systemPermissions(mine.role()).contains(permission))
        .isPresent();
  }

  private Optional<Session> session(Call call) {
    return call.authorization()
        .filter(header -> header.startsWith("Bearer "))
        .flatMap(header -> Jwt.claims(header.substring("Bearer ".length()), keys.published()))
        .filter(claims -> claims.get("exp") instanceof Long end && now() < end * 1000)
        .flatMap(claims -> claims.get("sid") instanceof String id ? state.session(id) : none())
        .filter(session -> session.status().live());
  }

  private static Optional<Session> none() {
    return Optional.empty();
  }

  private long now() {
    return tokens.now().toEpochMilli();
  }
}
