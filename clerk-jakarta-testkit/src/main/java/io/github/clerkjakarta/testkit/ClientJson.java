package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A browser with its sessions and what it is at, as the Frontend API describes it to ClerkJS. */
final class ClientJson {

  private static final Duration LIFETIME = Duration.ofDays(7);

  private final Directory directory;
  private final SessionTokens tokens;
  private final UserJson users;
  private final OrganizationJson organizations;

  ClientJson(
      Directory directory, SessionTokens tokens, UserJson users, OrganizationJson organizations) {
    this.directory = directory;
    this.tokens = tokens;
    this.users = users;
    this.organizations = organizations;
  }

  Map<String, @Nullable Object> client(Client client, Call call) {
    long updatedAt = client.updatedAt() * 1000;
    return Json.members(
        "object",
        "client",
        "id",
        client.id(),
        "sessions",
        client.sessions().stream().map(each -> session(each, call)).toList(),
        "sign_in",
        client.signIn().map(each -> signIn(each)).orElse(null),
        "sign_up",
        client.signUp().map(SignUp::describe).orElse(null),
        "last_active_session_id",
        client.session().map(Session::id).orElse(null),
        // ClerkJS would ask for /v1/client/touch, a redirect, when this is near
        "cookie_expires_at",
        null,
        "captcha_bypass",
        true,
        "created_at",
        updatedAt,
        "updated_at",
        updatedAt);
  }

  Map<String, @Nullable Object> session(Session session, Call call) {
    Account account = directory.account(session.person());
    long createdAt = session.createdAt().toEpochMilli();
    return Json.members(
        "object", "session",
        "id", session.id(),
        "status", session.status().wireName(),
        "expire_at", createdAt + LIFETIME.toMillis(),
        "abandon_at", createdAt + LIFETIME.toMillis(),
        "last_active_at", tokens.now().toEpochMilli(),
        "last_active_organization_id", session.organization().map(Organization::id).orElse(null),
        "last_active_token", token(session, call),
        "factor_verification_age", SessionClaims.factorVerificationAge(session, tokens.now()),
        "actor", session.actor().map(actor -> Map.of("sub", actor)).orElse(null),
        "tasks", session.task().map(task -> tasks(task)).orElse(null),
        "user", user(account),
        "public_user_data", users.publicUserData(account),
        "created_at", createdAt,
        "updated_at", createdAt);
  }

  /** A session on the list of a person's devices. */
  Map<String, @Nullable Object> activity(Session session) {
    long createdAt = session.createdAt().toEpochMilli();
    return Json.members(
        "object",
        "session",
        "id",
        session.id(),
        "status",
        session.status().wireName(),
        "expire_at",
        createdAt + LIFETIME.toMillis(),
        "abandon_at",
        createdAt + LIFETIME.toMillis(),
        "last_active_at",
        tokens.now().toEpochMilli(),
        "latest_activity",
        Json.members(
            "object", "session_activity",
            "id", "act_" + session.id(),
            "device_type", "Browser",
            "is_mobile", false,
            "browser_name", "A browser",
            "browser_version", "",
            "country", "",
            "city", "",
            "ip_address", "127.0.0.1"),
        "actor",
        null);
  }

  Map<String, @Nullable Object> user(Account account) {
    return users.forBrowsers(
        account,
        directory.memberships(account.person()).stream().map(organizations::membership).toList());
  }

  Map<String, String> token(Session session, Call call) {
    return Map.of("object", "token", "jwt", tokens.forOrigin(call.page(), session));
  }

  Map<String, @Nullable Object> signIn(SignIn attempt) {
    Map<String, @Nullable Object> json = attempt.describe();
    Optional<Account> account = attempt.account();
    json.put("user_data", account.map(users::publicUserData).orElse(null));
    return json;
  }

  private static Object tasks(SessionTask task) {
    return List.of(Map.of("key", task.wireName()));
  }
}
