package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser's attempt to sign up. Each step makes another attempt of the same id. */
record SignUp(
    String id,
    String emailAddress,
    String password,
    String firstName,
    String lastName,
    Map<String, @Nullable Object> unsafeMetadata,
    boolean prepared,
    boolean verified,
    @Nullable String createdUserId,
    @Nullable String createdSessionId) {

  static SignUp begin() {
    return new SignUp(
        RandomIds.withPrefix("sua_"), "", "", "", "", Map.of(), false, false, null, null);
  }

  /** Takes from a form what is in it; another address has to be verified anew. */
  SignUp with(Call call) {
    String address = call.field("email_address").map(String::strip).orElse(emailAddress);
    boolean same = address.equals(emailAddress);
    return new SignUp(
        id,
        address,
        call.field("password").orElse(password),
        call.field("first_name").orElse(firstName),
        call.field("last_name").orElse(lastName),
        call.field("unsafe_metadata").map(Json::object).orElse(unsafeMetadata),
        same && prepared,
        same && verified,
        null,
        null);
  }

  SignUp codeSent() {
    return at(true, verified, null, null);
  }

  SignUp codeEntered() {
    return at(true, true, null, null);
  }

  SignUp complete(Session session) {
    return at(true, true, session.person().id(), session.id());
  }

  /** What the form still has to say. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (emailAddress.isBlank()) {
      missing.add("email_address");
    }
    if (password.isEmpty()) {
      missing.add("password");
    }
    return missing;
  }

  /** The account that the attempt ends with. */
  Account account(long now) {
    String userId = RandomIds.withPrefix("user_");
    return Account.of(new Person(userId, firstName, emailAddress, password), now)
        .named(firstName, lastName)
        .withMetadata(Map.of(), Map.of(), unsafeMetadata);
  }

  Map<String, @Nullable Object> describe() {
    boolean complete = createdSessionId != null;
    return Json.members(
        "object",
        "sign_up",
        "id",
        id,
        "status",
        complete ? "complete" : "missing_requirements",
        "required_fields",
        List.of("email_address", "password"),
        "optional_fields",
        List.of("first_name", "last_name"),
        "missing_fields",
        missing(),
        "unverified_fields",
        verified || emailAddress.isBlank() ? List.of() : List.of("email_address"),
        "verifications",
        Json.members(
            "email_address", emailAddress.isBlank() ? null : verification(),
            "phone_number", null,
            "web3_wallet", null,
            "external_account", null),
        "username",
        null,
        "email_address",
        emailAddress.isBlank() ? null : emailAddress,
        "phone_number",
        null,
        "web3_wallet",
        null,
        "first_name",
        firstName.isBlank() ? null : firstName,
        "last_name",
        lastName.isBlank() ? null : lastName,
        "has_password",
        !password.isEmpty(),
        "unsafe_metadata",
        unsafeMetadata,
        "created_user_id",
        createdUserId,
        "created_session_id",
        createdSessionId,
        "abandon_at",
        null,
        "legal_accepted_at",
        null);
  }

  private Map<String, @Nullable Object> verification() {
    Map<String, @Nullable Object> json = Factors.verification(Factors.EMAIL_CODE, verified);
    json.put("next_action", verified ? "" : prepared ? "needs_attempt" : "needs_prepare");
    json.put("supported_strategies", List.of(Factors.EMAIL_CODE));
    return json;
  }

  private SignUp at(
      boolean nowPrepared, boolean nowVerified, @Nullable String user, @Nullable String session) {
    return new SignUp(
        id,
        emailAddress,
        password,
        firstName,
        lastName,
        unsafeMetadata,
        nowPrepared,
        nowVerified,
        user,
        session);
  }

  /** Names the attempt without its password. */
  @Override
  public String toString() {
    return id + " of " + emailAddress;
  }
}
