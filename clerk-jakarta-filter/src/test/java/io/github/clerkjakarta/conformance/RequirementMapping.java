package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.Reverification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From the parameters of {@code has()} to a requirement. */
final class RequirementMapping {

  private RequirementMapping() {}

  /**
   * The requirement that these parameters say.
   *
   * @throws IllegalArgumentException when it can't be written in Java
   */
  static Requirement of(Map<String, @Nullable Object> params) {
    List<Requirement> requirements = new ArrayList<>();
    params.forEach((name, value) -> requirements.add(of(name, value)));
    return requirements.stream().reduce(Requirement::and).orElse(new Requirement.All(List.of()));
  }

  private static Requirement of(String name, @Nullable Object value) {
    if (name.equals("reverification")) {
      return Requirement.reverification(reverification(value));
    }
    if (!(value instanceof String text)) {
      throw new IllegalArgumentException("Not a string: " + value);
    }
    return switch (name) {
      case "role" -> Requirement.role(text);
      case "permission" -> Requirement.permission(text);
      case "feature" -> Requirement.feature(text);
      case "plan" -> Requirement.plan(text);
      default -> throw new IllegalArgumentException("No such requirement: " + name);
    };
  }

  private static Reverification reverification(@Nullable Object value) {
    if (value instanceof String preset) {
      return switch (preset) {
        case "strict_mfa" -> Reverification.STRICT_MFA;
        case "strict" -> Reverification.STRICT;
        case "moderate" -> Reverification.MODERATE;
        case "lax" -> Reverification.LAX;
        default -> throw new IllegalArgumentException("No such preset: " + preset);
      };
    }
    if (value instanceof Map<?, ?> custom
        && custom.get("level") instanceof String level
        && custom.get("afterMinutes") instanceof Long minutes) {
      return new Reverification(
          Reverification.Level.valueOf(level.toUpperCase(Locale.ROOT)), Math.toIntExact(minutes));
    }
    throw new IllegalArgumentException("No reverification: " + value);
  }
}
