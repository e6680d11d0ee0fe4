package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import org.jspecify.annotations.Nullable;

/**
 * The part of the Frontend API by which somebody who is signed in proves anew who they are.
 *
 * @see <a href="https://clerk.com/docs/guides/secure/reverification">Reverification</a>
 */
final class VerificationApi {

  private static final String PATH = "/v1/client/sessions/{id}/verify";

  private final Browsers browsers;
  private final Directory directory;
  private final SessionTokens tokens;

  VerificationApi(Browsers browsers, Directory directory, SessionTokens tokens) {
    this.browsers = browsers;
    this.directory = directory;
    this.tokens = tokens;
  }

  void addTo(Routes routes) {
    routes
        .add("POST " + PATH, (call, ids) -> begin(ids.get(0), call))
        .add("POST " + PATH + "/prepare_first_factor", (call, ids) -> prepare(ids.get(0), call))
        .add("POST " + PATH + "/attempt_first_factor", (call, ids) -> attempt(ids.get(0), call));
  }

  private Reply begin(String id, Call call) {
    return browsers.session(
        call, id, (client, session) -> answer(session, "needs_first_factor", null, client, call));
  }

  private Reply prepare(String id, Call call) {
    String strategy = call.parameter("strategy").orElse("");
    return strategy.equals(Factors.EMAIL_CODE)
        ? browsers.session(
            call,
            id,
            (client, session) -> answer(session, "needs_first_factor", strategy, client, call))
        : Factors.unknown();
  }

  private Reply attempt(String id, Call call) {
    return browsers.session(
        call,
        id,
        (client, session) -> {
          Reply refusal = Factors.refusal(directory.account(session.person()), call);
          if (refusal != null) {
            return refusal;
          }
          session.verifiedAt(tokens.now());
          String strategy = call.parameter("strategy").orElse(Factors.PASSWORD);
          return answer(session, "complete", strategy, client, call);
        });
  }

  private Reply answer(
      Session session, String status, @Nullable String strategy, Client client, Call call) {
    return browsers.answer(
        Json.members(
            "object",
            "session_verification",
            "id",
            "sver_" + session.id(),
            "status",
            status,
            // nobody here has a second factor, for which Clerk takes the first instead
            "level",
            "first_factor",
            "session",
            browsers.session(session, call),
            "supported_first_factors",
            Factors.toVerify(directory.account(session.person())),
            "supported_second_factors",
            null,
            "first_factor_verification",
            strategy == null ? null : Factors.verification(strategy, status.equals("complete")),
            "second_factor_verification",
            null),
        client,
        call);
  }
}
