package io.github.clerkjakarta.pages.internal;

import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.Reverification;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What pages require of a caller, as they write it. */
public final class AskedFor {

  private static final List<Reverification> PRESETS =
      List.of(
          Reverification.STRICT_MFA,
          Reverification.STRICT,
          Reverification.MODERATE,
          Reverification.LAX);

  private AskedFor() {}

  /**
   * What a name such as {@code org:invoices:create} or {@code feature:reports} stands for.
   *
   * @throws IllegalArgumentException when it stands for nothing
   */
  public static Requirement byName(String name) {
    int colon = name == null ? -1 : name.indexOf(':');
    String kind = colon < 0 ? "" : name.substring(0, colon);
    String value = colon < 0 ? "" : name.substring(colon + 1);
    if (kind.equals("org")) {
      String[] parts = value.split(":", -1);
      boolean complete = Stream.of(parts).noneMatch(String::isBlank);
      if (complete && parts.length <= 2) {
        return parts.length == 1 ? Requirement.role(name) : Requirement.permission(name);
      }
    } else if (!value.isBlank() && !List.of("role", "permission").contains(kind)) {
      return of(kind, value);
    }
    throw new IllegalArgumentException(
        "Write org:ROLE, org:FEATURE:PERMISSION, feature:…, plan:…, reverification:…,"
            + " organization:… or scope:…; this is '"
            + name
            + "'.");
  }

  /**
   * One requirement.
   *
   * @param kind which, by the name of the attribute
   * @param value what is required
   * @throws IllegalArgumentException when there is no such requirement or it can't have this value
   */
  static Requirement of(String kind, String value) {
    Function<String, Requirement> requirement =
        switch (kind) {
          case "role" -> Requirement::role;
          case "permission" -> Requirement::permission;
          case "feature" -> Requirement::feature;
          case "plan" -> Requirement::plan;
          case "scope" -> Requirement::scope;
          case "organization" -> Requirement::organization;
          case "reverification" -> preset -> Requirement.reverification(reverification(preset));
          default -> throw new IllegalArgumentException("There is no requirement '" + kind + "'.");
        };
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "'" + kind + "' is empty: an expression in it may have the wrong name.");
    }
    return requirement.apply(value);
  }

  private static Reverification reverification(String preset) {
    return PRESETS.stream()
        .filter(it -> it.preset().filter(preset::equals).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "reverification is strict_mfa, strict, moderate or lax; this is '"
                        + preset
                        + "'."));
  }
}
