package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;

/**
 * The part of the Frontend API by which people set up an authenticator app, because a session task
 * asks them to. Nobody is asked for it at the next sign-in.
 *
 * @see <a href="https://clerk.com/docs/guides/configure/session-tasks">Session tasks</a>
 */
final class TotpApi {

  private final Browsers browsers;

  TotpApi(Browsers browsers) {
    this.browsers = browsers;
  }

  void addTo(Routes routes) {
    routes
        .add("POST /v1/me/totp", this::create)
        .add("POST /v1/me/totp/attempt_verification", this::verify);
  }

  private Reply create(Call call) {
    return browsers.signedIn(
        call, (client, session) -> browsers.answer(describe(session, false), client, call));
  }

  /** Any authenticator app shows the code that everything here takes. */
  private Reply verify(Call call) {
    Reply refusal = Factors.wrongCode(call);
    return refusal != null
        ? refusal
        : browsers.signedIn(
            call,
            (client, session) -> {
              session.done(SessionTask.SETUP_MFA);
              return browsers.answer(describe(session, true), client, call);
            });
  }

  private static Object describe(Session session, boolean verified) {
    // RFC 4648 section 6, as authenticator apps read it
    String secret = "LOCALCLERKLOCALCLERKLOCALCLERK22";
    return Json.members(
        "object",
        "totp",
        "id",
        "totp_" + session.person().id(),
        "secret",
        secret,
        "uri",
        "otpauth://totp/LocalClerk:%s?secret=%s&issuer=LocalClerk"
            .formatted(session.person().id(), secret),
        "verified",
        verified,
        "backup_codes",
        null,
        "created_at",
        session.createdAt().toEpochMilli(),
        "updated_at",
        session.createdAt().toEpochMilli());
  }
}
