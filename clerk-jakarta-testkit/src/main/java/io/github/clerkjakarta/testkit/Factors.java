package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a person proves who they are: a password, or the code of an e-mail that nobody sends. */
final class Factors {

  static final String PASSWORD = "password";
  static final String EMAIL_CODE = "email_code";
  static final String RESET_PASSWORD = "reset_password_email_code";

  /** The code that Clerk's test addresses take. */
  static final String CODE = "424242";

  private Factors() {}

  static List<Map<String, @Nullable Object>> of(Account account) {
    List<Map<String, @Nullable Object>> factors = new ArrayList<>(toVerify(account));
    if (!account.person().password().isEmpty()) {
      factors.add(byEmail(RESET_PASSWORD, account));
    }
    return factors;
  }

  /** What proves anew who is signed in already. */
  static List<Map<String, @Nullable Object>> toVerify(Account account) {
    List<Map<String, @Nullable Object>> factors = new ArrayList<>();
    if (!account.person().password().isEmpty()) {
      factors.add(Json.members("strategy", PASSWORD));
    }
    factors.add(byEmail(EMAIL_CODE, account));
    return factors;
  }

  static Map<String, @Nullable Object> verification(String strategy, boolean verified) {
    return Json.members(
        "object",
        "verification",
        "status",
        verified ? "verified" : "unverified",
        "strategy",
        strategy,
        "attempts",
        null,
        "expire_at",
        null);
  }

  /** Says what is wrong with a proof, if anything is. */
  static @Nullable Reply refusal(Account account, Call call) {
    String strategy = call.parameter("strategy").orElse(PASSWORD);
    return switch (strategy) {
      case PASSWORD ->
          isPassword(account, call)
              ? null
              : Reply.fieldError(
                  "form_password_incorrect",
                  "Password is incorrect. Try again, or use another method.",
                  "password");
      case EMAIL_CODE, RESET_PASSWORD -> wrongCode(call);
      default -> unknown();
    };
  }

  static @Nullable Reply wrongCode(Call call) {
    return call.parameter("code").filter(CODE::equals).isPresent()
        ? null
        : Reply.fieldError("form_code_incorrect", "Incorrect code", "code");
  }

  static @Nullable Reply tooShort(String password) {
    return password.length() >= 8
        ? null
        : Reply.fieldError(
            "form_password_length_too_short",
            "Passwords must be 8 characters or more.",
            "password");
  }

  static Reply unknown() {
    return Reply.fieldError(
        "form_param_value_invalid", "LocalClerk doesn't know this strategy", "strategy");
  }

  private static boolean isPassword(Account account, Call call) {
    String password = account.person().password();
    return !password.isEmpty() && password.equals(call.body().get("password"));
  }

  private static Map<String, @Nullable Object> byEmail(String strategy, Account account) {
    return Json.members(
        "strategy",
        strategy,
        "safe_identifier",
        account.person().emailAddress(),
        "email_address_id",
        account.primary().id(),
        "primary",
        true);
  }
}
