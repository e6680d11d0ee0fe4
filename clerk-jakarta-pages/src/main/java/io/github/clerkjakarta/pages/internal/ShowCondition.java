package io.github.clerkjakarta.pages.internal;

import io.github.clerkjakarta.Auth;
import java.util.List;
import java.util.Map;

/** Whether a part of a page is for the caller, by the attributes of {@code <clerk:show>}. */
public final class ShowCondition {

  /** The attributes, of which a tag has one or more. */
  public static final List<String> ATTRIBUTES =
      List.of(
          "when",
          "role",
          "permission",
          "feature",
          "plan",
          "reverification",
          "organization",
          "scope");

  private ShowCondition() {}

  /**
   * Judges the caller.
   *
   * @param attributes what stands on the page, by name
   * @throws IllegalArgumentException when it asks for nothing, for nothing that there is, or for
   *     two things that exclude each other
   */
  public static boolean holds(Auth caller, Map<String, ?> attributes) {
    Object when = attributes.get("when");
    boolean asksForNobody = "signed-out".equals(when);
    if (attributes.isEmpty() || (asksForNobody && attributes.size() > 1)) {
      throw invalid("takes when=\"signed-out\" alone, or one or more requirements");
    }
    boolean holds = true;
    for (Map.Entry<String, ?> attribute : attributes.entrySet()) {
      String name = attribute.getKey();
      String value = attribute.getValue() == null ? "" : attribute.getValue().toString();
      if (!ATTRIBUTES.contains(name)) {
        throw invalid("has no attribute '" + name + "'; it has " + ATTRIBUTES);
      }
      holds &= name.equals("when") ? is(caller, value) : meets(caller, name, value);
    }
    return holds;
  }

  private static boolean is(Auth caller, String when) {
    return switch (when) {
      case "signed-in" -> caller.isAuthenticated();
      case "signed-out" -> !caller.isAuthenticated();
      default -> throw invalid("takes when=\"signed-in\" or when=\"signed-out\"");
    };
  }

  private static boolean meets(Auth caller, String name, String value) {
    try {
      return caller.has(AskedFor.of(name, value));
    } catch (IllegalArgumentException e) {
      throw invalid("can't be judged. " + e.getMessage());
    }
  }

  private static IllegalArgumentException invalid(String why) {
    return new IllegalArgumentException("<clerk:show> " + why + ".");
  }
}
