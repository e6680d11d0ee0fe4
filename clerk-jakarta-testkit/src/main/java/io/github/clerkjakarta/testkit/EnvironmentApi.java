package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Role;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the Frontend API that tells ClerkJS and its components what the instance can do. */
final class EnvironmentApi {

  private static final List<String> BY_CODE = List.of(Factors.EMAIL_CODE);

  private final Instance instance;
  private final Browsers browsers;
  private final State state;
  private final String address;

  EnvironmentApi(Instance instance, Browsers browsers, State state, String address) {
    this.instance = instance;
    this.browsers = browsers;
    this.state = state;
    this.address = address;
  }

  void addTo(Routes routes) {
    // a development instance is asked by PATCH, which is to say that somebody works with it
    routes.add("GET /v1/environment", this::describe).add("PATCH /v1/environment", this::describe);
  }

  private Reply describe(Call call) {
    if (browsers.stranger(call)) {
      return browsers.unauthenticated();
    }
    return Reply.json(
        Json.members(
            "object", "environment",
            "id", "env_local",
            "auth_config", authConfig(),
            "display_config", displayConfig(call.page().orElse("")),
            "user_settings", userSettings(),
            "organization_settings", organizationSettings(),
            "commerce_settings", commerceSettings(),
            "api_keys_settings",
                Map.of("user_api_keys_enabled", true, "orgs_api_keys_enabled", true),
            "maintenance_mode", false,
            "client_debug_mode", false));
  }

  private Map<String, @Nullable Object> authConfig() {
    return Json.members(
        "object",
        "auth_config",
        "id",
        "aconf_local",
        "single_session_mode",
        state.oneSession(),
        "claimed_at",
        null,
        "reverification",
        true,
        "session_minter",
        false);
  }

  private Map<String, @Nullable Object> displayConfig(String application) {
    return Json.members(
        "object",
        "display_config",
        "id",
        "display_config_local",
        "application_name",
        "LocalClerk",
        "branded",
        false,
        "preferred_sign_in_strategy",
        "password",
        "instance_environment_type",
        instance.development() ? "development" : "production",
        "show_devmode_warning",
        false,
        "captcha_public_key",
        null,
        "captcha_widget_type",
        null,
        "captcha_provider",
        null,
        "captcha_oauth_bypass",
        List.of(),
        "logo_image_url",
        "",
        "favicon_image_url",
        "",
        "backend_host",
        "",
        "theme",
        Map.of(),
        "support_email",
        "",
        "google_one_tap_client_id",
        null,
        "home_url",
        application,
        "sign_in_url",
        address + "/sign-in",
        "sign_up_url",
        address + "/sign-up",
        "user_profile_url",
        address + "/user",
        "after_sign_in_url",
        application + "/",
        "after_sign_up_url",
        application + "/",
        "after_sign_out_one_url",
        application + "/",
        "after_sign_out_all_url",
        application + "/",
        "after_switch_session_url",
        application + "/",
        "organization_profile_url",
        address + "/organization",
        "create_organization_url",
        address + "/organization",
        "after_leave_organization_url",
        application + "/",
        "after_create_organization_url",
        application + "/");
  }

  private static Map<String, @Nullable Object> userSettings() {
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    attributes.put("email_address", attribute(true, true, BY_CODE));
    attributes.put("password", attribute(true, true, List.of()));
    attributes.put("first_name", attribute(true, false, List.of()));
    attributes.put("last_name", attribute(true, false, List.of()));
    for (String off :
        List.of(
            "phone_number",
            "username",
            "web3_wallet",
            "passkey",
            "authenticator_app",
            "backup_code",
            "ticket")) {
      attributes.put(off, attribute(false, false, List.of()));
    }
    return Json.members(
        "attributes", attributes,
        "actions", Map.of("delete_self", true, "create_organization", true),
        "social", Map.of(),
        "saml", Map.of("enabled", false),
        "enterprise_sso", Map.of("enabled", false),
        "sign_in", Map.of("second_factor", Map.of("required", false)),
        "sign_up",
            Map.of(
                "captcha_enabled", false,
                "captcha_widget_type", "invisible",
                "custom_action_required", false,
                "mode", "public",
                "progressive", true,
                "legal_consent_enabled", false),
        "password_settings",
            Map.of(
                "min_length", 8,
                "max_length", 72,
                "require_special_char", false,
                "require_numbers", false,
                "require_lowercase", false,
                "require_uppercase", false,
                "show_zxcvbn", false,
                "min_zxcvbn_strength", 0,
                "disable_hibp", true,
                "allowed_special_characters", ""),
        "username_settings", Map.of("min_length", 4, "max_length", 64),
        "passkey_settings", Map.of("allow_autofill", false, "show_sign_in_button", false));
  }

  private static Map<String, @Nullable Object> attribute(
      boolean enabled, boolean required, List<String> strategies) {
    return Json.members(
        "enabled",
        enabled,
        "required",
        required,
        "used_for_first_factor",
        !strategies.isEmpty(),
        "first_factors",
        strategies,
        "used_for_second_factor",
        false,
        "second_factors",
        List.of(),
        "verifications",
        strategies,
        "verify_at_sign_up",
        !strategies.isEmpty());
  }

  private Map<String, @Nullable Object> organizationSettings() {
    return Json.members(
        "enabled", true,
        "max_allowed_memberships", 0,
        "force_organization_selection", state.directory().organizationRequired(),
        "actions", Map.of("admin_delete", true),
        "domains",
            Map.of("enabled", false, "enrollment_modes", List.of(), "default_role", Role.MEMBER),
        "slug", Map.of("disabled", false),
        "creator_role", Role.ADMIN);
  }

  private static Map<String, @Nullable Object> commerceSettings() {
    // what can be bought is shown; nobody can buy it without Stripe
    Map<String, @Nullable Object> shown = Json.members("enabled", true, "has_paid_plans", false);
    return Json.members(
        "billing",
        Json.members("stripe_publishable_key", "", "user", shown, "organization", shown));
  }
}
