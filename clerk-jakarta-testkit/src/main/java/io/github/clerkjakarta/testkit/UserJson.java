package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.directory.EmailAddress;
import io.github.clerkjakarta.testkit.internal.http.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person as Clerk's two APIs describe users, as far as applications and ClerkJS read them. */
final class UserJson {

  private final Images images;

  UserJson(Images images) {
    this.images = images;
  }

  /** As the Backend API tells an application, private metadata included. */
  Map<String, @Nullable Object> forServers(Account account) {
    Map<String, @Nullable Object> json = common(account);
    json.put("private_metadata", account.privateMetadata());
    json.put("last_sign_in_at", null);
    json.put("banned", account.banned());
    json.put("locked", false);
    return json;
  }

  /** As the Frontend API tells the person's own browser. */
  Map<String, @Nullable Object> forBrowsers(
      Account account, List<? extends Map<String, ?>> memberships) {
    Map<String, @Nullable Object> json = common(account);
    json.put("last_sign_in_at", account.createdAt());
    json.put("organization_memberships", memberships);
    return json;
  }

  /** As other members of an organization see the person. */
  Map<String, @Nullable Object> publicUserData(Account account) {
    return Json.members(
        "user_id", account.id(),
        "first_name", account.person().firstName(),
        "last_name", lastName(account),
        "image_url", images.of(account.id()),
        "has_image", false,
        "identifier", account.person().emailAddress());
  }

  static Map<String, @Nullable Object> emailAddress(EmailAddress address) {
    return Json.members(
        "object", "email_address",
        "id", address.id(),
        "email_address", address.address(),
        "reserved", false,
        "verification",
            Json.members(
                "object",
                "verification",
                "status",
                address.verified() ? "verified" : "unverified",
                "strategy",
                "email_code",
                "attempts",
                null,
                "expire_at",
                null),
        "linked_to", List.of(),
        "matches_sso_connection", false);
  }

  private Map<String, @Nullable Object> common(Account account) {
    return Json.members(
        "object", "user",
        "id", account.id(),
        "username", null,
        "first_name", account.person().firstName(),
        "last_name", lastName(account),
        "image_url", images.of(account.id()),
        "has_image", false,
        "primary_email_address_id", account.primary().id(),
        "primary_phone_number_id", null,
        "primary_web3_wallet_id", null,
        "password_enabled", !account.person().password().isEmpty(),
        "two_factor_enabled", false,
        "totp_enabled", false,
        "backup_code_enabled", false,
        "email_addresses", emailAddresses(account),
        "phone_numbers", List.of(),
        "web3_wallets", List.of(),
        "passkeys", List.of(),
        "external_accounts", List.of(),
        "saml_accounts", List.of(),
        "enterprise_accounts", List.of(),
        "external_id", null,
        "public_metadata", account.publicMetadata(),
        "unsafe_metadata", account.unsafeMetadata(),
        "delete_self_enabled", true,
        "create_organization_enabled", true,
        "create_organizations_limit", null,
        "created_at", account.createdAt(),
        "updated_at", account.createdAt());
  }

  private static List<Map<String, @Nullable Object>> emailAddresses(Account account) {
    return account.emailAddresses().stream()
        .map(
            each -> {
              Map<String, @Nullable Object> json = emailAddress(each);
              json.put("created_at", account.createdAt());
              json.put("updated_at", account.createdAt());
              return json;
            })
        .toList();
  }

  private static @Nullable String lastName(Account account) {
    return account.lastName().isEmpty() ? null : account.lastName();
  }
}
