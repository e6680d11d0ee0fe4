package io.github.clerkjakarta.pages.internal;

import io.github.clerkjakarta.internal.json.JsonValues;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands inside of a component's tag: the page's own entries in the menu of the user button,
 * and its own pages in a profile. Each is written as a template, which no browser shows, and which
 * our script hands to ClerkJS.
 */
final class ComponentParts {

  private static final Set<String> WITH_MENU = Set.of("userButton");
  private static final Set<String> WITH_PROFILE =
      Set.of("userButton", "userProfile", "organizationSwitcher", "organizationProfile");

  /** The components that each may stand in. */
  static final Map<String, Set<String>> PLACES =
      Map.of("menuItem", WITH_MENU, "profilePage", WITH_PROFILE, "profileLink", WITH_PROFILE);

  /** What ClerkJS has in the menu, and in the profiles, by itself. */
  private static final Set<String> MENU = Set.of("manageAccount", "signOut");

  private static final Set<String> PROFILE =
      Set.of("account", "security", "billing", "apiKeys", "general", "members");

  private static final Pattern SEGMENTS = Pattern.compile("/?[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*");

  private ComponentParts() {}

  /** An entry that leads to a page, opens one of the profile, or tells the page by an event. */
  static Markup menuItem(PageInstance instance, TagAttributes attributes) {
    long does = Stream.of("href", "open", "event").filter(it -> has(attributes, it)).count();
    if (does != (MENU.contains(label(attributes)) ? 0 : 1)) {
      throw new IllegalArgumentException(
          "It takes one of 'href', 'open' and 'event'; only the labels manageAccount and signOut,"
              + " which say where Clerk's own entries stand, take none.");
    }
    if (has(attributes, "open")) {
      checkSegments(attributes, "open");
    }
    return template("menuItem", attributes);
  }

  /** A page of the profile, with what stands in the tag. */
  static Markup profilePage(PageInstance instance, TagAttributes attributes) {
    if (PROFILE.contains(label(attributes)) && !has(attributes, "url")) {
      return template("profilePage", attributes);
    }
    checkSegments(attributes, "url");
    return template("profilePage", attributes);
  }

  /** An entry of the profile that leads elsewhere. */
  static Markup profileLink(PageInstance instance, TagAttributes attributes) {
    label(attributes);
    if (!has(attributes, "url")) {
      throw new IllegalArgumentException("It needs 'url', the address that it leads to.");
    }
    return template("profileLink", attributes);
  }

  private static String label(TagAttributes attributes) {
    return attributes
        .text("label")
        .orElseThrow(
            () -> new IllegalArgumentException("It needs 'label', the text of the entry."));
  }

  private static boolean has(TagAttributes attributes, String name) {
    return attributes.text(name).isPresent();
  }

  /** ClerkJS puts what a page of the profile is called behind the path of the profile. */
  private static void checkSegments(TagAttributes attributes, String name) {
    if (attributes.text(name).filter(SEGMENTS.asMatchPredicate()).isEmpty()) {
      throw new IllegalArgumentException(
          "'" + name + "' must be what the page of the profile is called in its address: 'terms'.");
    }
  }

  private static Markup template(String part, TagAttributes attributes) {
    String start =
        Html.element("template")
            .attribute("data-clerk-part", part)
            .attribute("data-clerk-props", JsonValues.write(attributes.props("", Set.of())))
            .toString();
    return new Markup(start, "", "</template>");
  }
}
