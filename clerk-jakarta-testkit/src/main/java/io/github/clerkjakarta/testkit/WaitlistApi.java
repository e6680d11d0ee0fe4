package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.util.Optional;

/**
 * The part of the Frontend API by which strangers ask to be let in later. Nobody is: where there is
 * a waitlist, people are let in at Clerk's dashboard.
 *
 * @see <a href="https://clerk.com/docs/reference/components/authentication/waitlist">Waitlist</a>
 */
final class WaitlistApi {

  private final SessionTokens tokens;

  WaitlistApi(SessionTokens tokens) {
    this.tokens = tokens;
  }

  void addTo(Routes routes) {
    routes.add("POST /v1/waitlist", this::join);
  }

  private Reply join(Call call) {
    Optional<String> address = call.parameter("email_address").map(String::strip);
    if (address.filter(each -> each.contains("@")).isEmpty()) {
      return Reply.fieldError(
          "form_param_format_invalid", "email_address must be a valid email.", "email_address");
    }
    long now = tokens.now().toEpochMilli();
    return Reply.json(
        Json.members(
            "object",
            "waitlist",
            "id",
            RandomIds.withPrefix("wle_"),
            "created_at",
            now,
            "updated_at",
            now));
  }
}
