package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a user off the Backend API's answer. */
final class UserReader {

  private UserReader() {}

  /** The user; empty when the value doesn't describe that one. */
  static Optional<User> read(@Nullable Object json, String id) {
    return json instanceof Map<?, ?> described && id.equals(described.get("id"))
        ? Optional.of(user(described, id))
        : Optional.empty();
  }

  private static User user(Map<?, ?> described, String id) {
    return new User(
        id,
        text(described, "username"),
        text(described, "first_name"),
        text(described, "last_name"),
        primaryEmailAddress(described),
        text(described, "image_url"),
        members(described.get("public_metadata")),
        members(described));
  }

  private static Optional<String> primaryEmailAddress(Map<?, ?> described) {
    Object primary = described.get("primary_email_address_id");
    if (primary == null || !(described.get("email_addresses") instanceof List<?> addresses)) {
      return Optional.empty();
    }
    return addresses.stream()
        .filter(Map.class::isInstance)
        .<Map<?, ?>>map(address -> (Map<?, ?>) address)
        .filter(address -> primary.equals(address.get("id")))
        .findFirst()
        .flatMap(address -> text(address, "email_address"));
  }

  private static Optional<String> text(Map<?, ?> described, String member) {
    return described.get(member) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // the reader makes no maps but of names to values
  private static Map<String, Object> members(@Nullable Object json) {
    return json instanceof Map<?, ?> members ? (Map<String, Object>) members : Map.of();
  }
}
