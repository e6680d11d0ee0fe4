package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.directory.EmailAddress;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The part of the Frontend API by which people see and change their own profile.
 *
 * @see <a href="https://clerk.com/docs/reference/frontend-api/tag/user">User</a>
 */
final class ProfileApi {

  private final Browsers browsers;
  private final State state;
  private final ClientJson json;
  private final SessionTokens tokens;

  ProfileApi(Browsers browsers, State state, ClientJson json, SessionTokens tokens) {
    this.browsers = browsers;
    this.state = state;
    this.json = json;
    this.tokens = tokens;
  }

  void addTo(Routes routes) {
    String address = "/v1/me/email_addresses/{id}";
    routes
        .add("GET /v1/me", call -> change(call, account -> account))
        .add("PATCH /v1/me", this::update)
        .add("PATCH /v1/me/metadata", this::update)
        .add("DELETE /v1/me", this::delete)
        .add("POST /v1/me/change_password", this::changePassword)
        .add(
            "POST /v1/me/remove_password",
            call -> change(call, account -> account.withPassword("")))
        .add("GET /v1/me/sessions/active", this::sessions)
        .add("POST /v1/me/sessions/{id}/revoke", (call, ids) -> revoke(call, ids.get(0)))
        .add("POST /v1/me/email_addresses", this::addAddress)
        .add(
            "POST " + address + "/prepare_verification",
            (call, ids) -> address(call, ids.get(0), each -> each))
        .add("POST " + address + "/attempt_verification", (call, ids) -> verify(call, ids.get(0)))
        .add("DELETE " + address, (call, ids) -> removeAddress(call, ids.get(0)));
  }

  private Reply update(Call call) {
    return change(
        call,
        account -> {
          Account changed =
              account.named(
                  call.field("first_name").orElse(account.person().firstName()),
                  call.field("last_name").orElse(account.lastName()));
          if (call.field("unsafe_metadata").isPresent()) {
            changed =
                changed.withMetadata(
                    account.publicMetadata(),
                    account.privateMetadata(),
                    Json.object(call.field("unsafe_metadata").get()));
          }
          Optional<EmailAddress> primary =
              call.parameter("primary_email_address_id").flatMap(changed::emailAddress);
          return primary.filter(EmailAddress::verified).map(changed::withPrimary).orElse(changed);
        });
  }

  private Reply delete(Call call) {
    return browsers.signedIn(
        call,
        (client, session) -> {
          Account account = state.directory().account(session.person());
          sessionsOf(account)
              .forEach(each -> each.client().end(each, SessionStatus.REMOVED, tokens.now()));
          state.directory().delete(account);
          return browsers.answer(
              Json.members("object", "user", "id", account.id(), "deleted", true), client, call);
        });
  }

  /** The current password is asked for where ClerkJS sends one; it doesn't for a task. */
  private Reply changePassword(Call call) {
    return browsers.signedIn(
        call,
        (client, session) -> {
          Account account = state.directory().account(session.person());
          Optional<String> current = call.field("current_password");
          if (current.isPresent() && !current.get().equals(account.person().password())) {
            return Reply.fieldError(
                "form_password_incorrect", "Password is incorrect.", "current_password");
          }
          String password = call.field("new_password").orElse("");
          Reply refusal = Factors.tooShort(password);
          if (refusal != null) {
            return refusal;
          }
          Account changed = account.withPassword(password);
          state.directory().keep(changed);
          session.done(SessionTask.RESET_PASSWORD);
          if (call.parameter("sign_out_of_other_sessions").equals(Optional.of("true"))) {
            sessionsOf(account)
                .filter(each -> each != session)
                .forEach(each -> each.end(SessionStatus.REVOKED));
          }
          return browsers.answer(json.user(changed), client, call);
        });
  }

  /** The one list that ClerkJS wants bare. */
  private Reply sessions(Call call) {
    return browsers.signedIn(
        call,
        (client, session) ->
            Reply.json(
                sessionsOf(state.directory().account(session.person()))
                    .map(json::activity)
                    .toList()));
  }

  private Reply revoke(Call call, String id) {
    return browsers.signedIn(
        call,
        (client, session) ->
            sessionsOf(state.directory().account(session.person()))
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(
                    each -> {
                      each.end(SessionStatus.REVOKED);
                      return browsers.answer(json.activity(each), client, call);
                    })
                .orElseGet(Reply::notFound));
  }

  private Reply addAddress(Call call) {
    Optional<String> asked = call.parameter("email_address").map(String::strip);
    if (asked.isEmpty() || !asked.get().contains("@")) {
      return Reply.fieldError(
          "form_param_format_invalid", "email_address must be a valid email.", "email_address");
    }
    if (state.directory().accountByEmailAddress(asked.get()).isPresent()) {
      return Reply.fieldError(
          "form_identifier_exists",
          "That email address is taken. Please try another.",
          "email_address");
    }
    return browsers.signedIn(
        call,
        (client, session) -> {
          EmailAddress added = new EmailAddress(RandomIds.withPrefix("idn_"), asked.get(), false);
          state.directory().keep(state.directory().account(session.person()).with(added));
          return browsers.answer(UserJson.emailAddress(added), client, call);
        });
  }

  private Reply verify(Call call, String id) {
    Reply refusal = Factors.wrongCode(call);
    return refusal == null
        ? address(call, id, each -> new EmailAddress(each.id(), each.address(), true))
        : refusal;
  }

  private Reply address(Call call, String id, Function<EmailAddress, EmailAddress> step) {
    return browsers.signedIn(
        call,
        (client, session) -> {
          Account account = state.directory().account(session.person());
          Optional<EmailAddress> address = account.emailAddress(id).map(step);
          if (address.isEmpty()) {
            return Reply.notFound();
          }
          state.directory().keep(account.with(address.get()));
          return browsers.answer(UserJson.emailAddress(address.get()), client, call);
        });
  }

  /** The primary address stays: somebody without any could never sign in again. */
  private Reply removeAddress(Call call, String id) {
    return browsers.signedIn(
        call,
        (client, session) -> {
          Account account = state.directory().account(session.person());
          Optional<EmailAddress> address =
              account.emailAddress(id).filter(each -> !each.equals(account.primary()));
          if (address.isEmpty()) {
            return Reply.notFound();
          }
          state.directory().keep(account.without(address.get()));
          return browsers.answer(
              Json.members("object", "email_address", "id", id, "deleted", true), client, call);
        });
  }

  private Reply change(Call call, Function<Account, Account> change) {
    return browsers.signedIn(
        call,
        (client, session) -> {
          Account changed = change.apply(state.directory().account(session.person()));
          state.directory().keep(changed);
          return browsers.answer(json.user(changed), client, call);
        });
  }

  private Stream<Session> sessionsOf(Account account) {
    return state.sessions().stream()
        .filter(each -> each.status().live())
        .filter(each -> each.person().id().equals(account.id()));
  }
}
