package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A browser's attempt to sign in. Each step makes another attempt of the same id. */
record SignIn(
    String id,
    Status status,
    Optional<Account> account,
    @Nullable String prepared,
    @Nullable String createdSessionId) {

  enum Status {
    NEEDS_IDENTIFIER("needs_identifier"),
    NEEDS_FIRST_FACTOR("needs_first_factor"),
    NEEDS_NEW_PASSWORD("needs_new_password"),
    COMPLETE("complete");

    private final String wireName;

    Status(String wireName) {
      this.wireName = wireName;
    }
  }

  static SignIn begin() {
    return new SignIn(
        RandomIds.withPrefix("sia_"), Status.NEEDS_IDENTIFIER, Optional.empty(), null, null);
  }

  SignIn identified(Account who) {
    return new SignIn(id, Status.NEEDS_FIRST_FACTOR, Optional.of(who), null, null);
  }

  /** A code is on its way, for this strategy. */
  SignIn prepared(String strategy) {
    return new SignIn(id, status, account, strategy, null);
  }

  SignIn needsNewPassword() {
    return new SignIn(id, Status.NEEDS_NEW_PASSWORD, account, prepared, null);
  }

  SignIn complete(Session session) {
    return new SignIn(id, Status.COMPLETE, account, prepared, session.id());
  }

  Map<String, @Nullable Object> describe() {
    return Json.members(
        "object",
        "sign_in",
        "id",
        id,
        "status",
        status.wireName,
        "supported_identifiers",
        List.of("email_address"),
        "identifier",
        account.map(each -> each.person().emailAddress()).orElse(null),
        "supported_first_factors",
        account.map(Factors::of).orElse(null),
        "supported_second_factors",
        null,
        "first_factor_verification",
        prepared == null
            ? null
            : Factors.verification(prepared, status != Status.NEEDS_FIRST_FACTOR),
        "second_factor_verification",
        null,
        "created_session_id",
        createdSessionId);
  }
}
