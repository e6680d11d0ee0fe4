package io.github.clerkjakarta.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person as the Backend API describes users, as far as applications read them. */
final class UserJson {

  private static final long SIGNED_UP_AT = 1_735_689_600_000L;

  private UserJson() {}

  static Map<String, @Nullable Object> of(Person person) {
    String emailAddressId = person.id().replace("user_", "idn_");
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("object", "user");
    json.put("id", person.id());
    json.put("username", null);
    json.put("first_name", person.firstName());
    json.put("last_name", null);
    json.put("image_url", "https://img.clerk.com/" + person.id());
    json.put("has_image", false);
    json.put("primary_email_address_id", emailAddressId);
    json.put("primary_phone_number_id", null);
    json.put(
        "email_addresses",
        List.of(
            Map.of(
                "object",
                "email_address",
                "id",
                emailAddressId,
                "email_address",
                person.emailAddress())));
    json.put("phone_numbers", List.of());
    json.put("external_id", null);
    json.put("public_metadata", Map.of());
    json.put("private_metadata", Map.of());
    json.put("unsafe_metadata", Map.of());
    json.put("banned", false);
    json.put("locked", false);
    json.put("created_at", SIGNED_UP_AT);
    json.put("updated_at", SIGNED_UP_AT);
    return json;
  }
}
