package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The part of the Frontend API by which a browser signs in, step by step.
 *
 * @see <a href="https://clerk.com/docs/reference/frontend-api/tag/sign-ins">Sign-ins</a>
 */
final class SignInApi {

  private final Browsers browsers;
  private final State state;
  private final SessionTokens tokens;
  private final ClientJson json;

  SignInApi(Browsers browsers, State state, SessionTokens tokens, ClientJson json) {
    this.browsers = browsers;
    this.state = state;
    this.tokens = tokens;
    this.json = json;
  }

  void addTo(Routes routes) {
    String one = "/v1/client/sign_ins/{id}";
    routes
        .add("POST /v1/client/sign_ins", this::create)
        .add(
            "GET " + one,
            (call, ids) ->
                attempt(call, ids.get(0), (client, attempt) -> answer(client, attempt, call)))
        .add(
            "POST " + one + "/prepare_first_factor",
            (call, ids) ->
                attempt(call, ids.get(0), (client, attempt) -> prepare(client, attempt, call)))
        .add(
            "POST " + one + "/attempt_first_factor",
            (call, ids) ->
                attempt(call, ids.get(0), (client, attempt) -> prove(client, attempt, call)))
        .add(
            "POST " + one + "/reset_password",
            (call, ids) ->
                attempt(call, ids.get(0), (client, attempt) -> reset(client, attempt, call)));
  }

  /** Begins with an identifier, which may bring its password along. */
  private Reply create(Call call) {
    return browsers.known(
        call,
        client -> {
          if (state.oneSession() && client.session().isPresent()) {
            return sessionExists();
          }
          SignIn attempt = SignIn.begin();
          if (call.parameter("strategy").equals(Optional.of("ticket"))) {
            return redeem(client, attempt, call);
          }
          Optional<String> identifier = call.parameter("identifier");
          if (identifier.isPresent()) {
            Optional<Account> account =
                state.directory().accountByEmailAddress(identifier.get().strip());
            if (account.isEmpty()) {
              return Reply.fieldError(
                  "form_identifier_not_found", "Couldn't find your account.", "identifier");
            }
            attempt = attempt.identified(account.get());
          }
          client.signIn(attempt);
          return attempt.account().isPresent() && call.field("password").isPresent()
              ? prove(client, attempt, call)
              : answer(client, attempt, call);
        });
  }

  /** Signs in by a token that a server has made. */
  private Reply redeem(Client client, SignIn attempt, Call call) {
    return call.parameter("ticket")
        .flatMap(ticket -> state.takeSignInToken(ticket, tokens.now().toEpochMilli()))
        .map(account -> complete(client, attempt.identified(account), account, call))
        .orElseGet(
            () ->
                Reply.fieldError(
                    "form_param_value_invalid", "The ticket is invalid or used.", "ticket"));
  }

  /** Sends a code, which is always the same and reaches nobody. */
  private Reply prepare(Client client, SignIn attempt, Call call) {
    String strategy = call.parameter("strategy").orElse("");
    if (attempt.account().isEmpty()
        || !(strategy.equals(Factors.EMAIL_CODE) || strategy.equals(Factors.RESET_PASSWORD))) {
      return Factors.unknown();
    }
    return keep(client, attempt.prepared(strategy), call);
  }

  private Reply prove(Client client, SignIn attempt, Call call) {
    Optional<Account> account = attempt.account();
    if (account.isEmpty()) {
      return Factors.unknown();
    }
    Reply refusal = Factors.refusal(account.get(), call);
    if (refusal != null) {
      return refusal;
    }
    boolean resets = call.parameter("strategy").equals(Optional.of(Factors.RESET_PASSWORD));
    return resets
        ? keep(client, attempt.needsNewPassword(), call)
        : complete(client, attempt, account.get(), call);
  }

  private Reply reset(Client client, SignIn attempt, Call call) {
    Optional<Account> account = attempt.account();
    if (account.isEmpty() || attempt.status() != SignIn.Status.NEEDS_NEW_PASSWORD) {
      return Factors.unknown();
    }
    String password = call.field("password").orElse("");
    Reply refusal = Factors.tooShort(password);
    if (refusal != null) {
      return refusal;
    }
    Account changed = state.directory().account(account.get().person()).withPassword(password);
    state.directory().keep(changed);
    return complete(client, attempt, changed, call);
  }

  private Reply complete(Client client, SignIn attempt, Account account, Call call) {
    if (account.banned()) {
      return Reply.error(403, "user_banned", "You can't sign in any more.");
    }
    Session session = state.signIn(account.person(), client, tokens);
    if (state.directory().organizationRequired()) {
      session.pending();
    }
    client.signIn((SignIn) null);
    return browsers.answer(json.signIn(attempt.complete(session)), client, call);
  }

  private Reply keep(Client client, SignIn attempt, Call call) {
    client.signIn(attempt);
    return answer(client, attempt, call);
  }

  private Reply answer(Client client, SignIn attempt, Call call) {
    return browsers.answer(json.signIn(attempt), client, call);
  }

  private Reply attempt(Call call, String id, BiFunction<Client, SignIn, Reply> step) {
    return browsers.known(
        call,
        client ->
            client
                .signIn()
                .filter(attempt -> attempt.id().equals(id))
                .map(attempt -> step.apply(client, attempt))
                .orElseGet(Reply::notFound));
  }

  static Reply sessionExists() {
    return Reply.error(400, "session_exists", "You're already signed in.");
  }
}
