package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The part of the Frontend API by which a browser signs up: an address, its code, a password.
 *
 * @see <a href="https://clerk.com/docs/reference/frontend-api/tag/sign-ups">Sign-ups</a>
 */
final class SignUpApi {

  private final Browsers browsers;
  private final State state;
  private final SessionTokens tokens;

  SignUpApi(Browsers browsers, State state, SessionTokens tokens) {
    this.browsers = browsers;
    this.state = state;
    this.tokens = tokens;
  }

  void addTo(Routes routes) {
    String one = "/v1/client/sign_ups/{id}";
    routes
        .add("POST /v1/client/sign_ups", this::create)
        .add("GET " + one, (call, ids) -> step(call, ids.get(0), attempt -> attempt))
        .add("PATCH " + one, (call, ids) -> fill(call, ids.get(0)))
        .add("POST " + one + "/prepare_verification", (call, ids) -> prepare(call, ids.get(0)))
        .add("POST " + one + "/attempt_verification", (call, ids) -> verify(call, ids.get(0)));
  }

  private Reply create(Call call) {
    return browsers.known(
        call,
        client -> {
          if (state.oneSession() && client.session().isPresent()) {
            return SignInApi.sessionExists();
          }
          return keep(client, SignUp.begin().with(call), call);
        });
  }

  private Reply fill(Call call, String id) {
    return step(call, id, attempt -> attempt.with(call));
  }

  private Reply prepare(Call call, String id) {
    return call.parameter("strategy").equals(Optional.of(Factors.EMAIL_CODE))
        ? step(call, id, SignUp::codeSent)
        : Factors.unknown();
  }

  private Reply verify(Call call, String id) {
    Reply refusal = Factors.wrongCode(call);
    return refusal == null ? step(call, id, SignUp::codeEntered) : refusal;
  }

  private Reply step(Call call, String id, UnaryOperator<SignUp> step) {
    return browsers.known(
        call,
        client ->
            client
                .signUp()
                .filter(attempt -> attempt.id().equals(id))
                .map(attempt -> keep(client, step.apply(attempt), call))
                .orElseGet(Reply::notFound));
  }

  /** Completes an attempt that lacks nothing. */
  private Reply keep(Client client, SignUp attempt, Call call) {
    Reply refusal = refusal(attempt);
    if (refusal != null) {
      return refusal;
    }
    if (!attempt.missing().isEmpty() || !attempt.verified()) {
      client.signUp(attempt);
      return browsers.answer(attempt.describe(), client, call);
    }
    Account account = attempt.account(tokens.now().toEpochMilli());
    state.directory().keep(account);
    Session session = state.signIn(account.person(), client, tokens);
    if (state.directory().organizationRequired()) {
      session.pending();
    }
    client.signUp((SignUp) null);
    return browsers.answer(attempt.complete(session).describe(), client, call);
  }

  private @Nullable Reply refusal(SignUp attempt) {
    String address = attempt.emailAddress();
    if (!address.isBlank() && !address.matches("[^@\\s]+@[^@\\s]+")) {
      return Reply.fieldError(
          "form_param_format_invalid", "email_address must be a valid email.", "email_address");
    }
    if (state.directory().accountByEmailAddress(address).isPresent()) {
      return Reply.fieldError(
          "form_identifier_exists",
          "That email address is taken. Please try another.",
          "email_address");
    }
    return attempt.password().isEmpty() ? null : Factors.tooShort(attempt.password());
  }
}
