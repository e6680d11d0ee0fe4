package io.github.clerkjakarta.pages.internal;

import io.github.clerkjakarta.ClerkConfigurationException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pages that {@code clerk.pages} asks for. The last segment of a path says which component
 * stands there, by the names that Clerk's own pages have.
 *
 * @see <a href="https://clerk.com/docs/guides/account-portal/overview">Clerk: account portal</a>
 */
final class ReadyPages {

  private static final Map<String, String> COMPONENTS =
      Stream.of(
              "sign-in signIn",
              "sign-up signUp",
              "user userProfile",
              "user-profile userProfile",
              "organization organizationProfile",
              "organization-profile organizationProfile",
              "organization-list organizationList",
              "create-organization createOrganization",
              "waitlist waitlist",
              "pricing pricingTable",
              "api-keys apiKeys")
          .map(row -> row.split(" ", -1))
          .collect(Collectors.toMap(row -> row[0], row -> row[1], (a, b) -> a, LinkedHashMap::new));

  private ReadyPages() {}

  /**
   * The components by their paths.
   *
   * @throws ClerkConfigurationException when that can't be
   */
  static Map<String, String> parse(String setting) {
    Map<String, String> pages = new LinkedHashMap<>();
    for (String each : setting.split(",", -1)) {
      String path = each.strip();
      String component = COMPONENTS.get(path.substring(path.lastIndexOf('/') + 1));
      if (component == null
          || !path.matches("(/[A-Za-z0-9_-]+)+")
          || path.startsWith(PageInstance.OWN_PATH + "/")) {
        throw new ClerkConfigurationException(
            "Set clerk.pages (CLERK_PAGES) to paths with commas between them, each of which ends in"
                + " one of "
                + String.join(", ", COMPONENTS.keySet())
                + ".");
      }
      pages.put(path, component);
    }
    return pages;
  }

  /** The path of a component, where it has a page. */
  static Optional<String> pathOf(String component, Map<String, String> pages) {
    return pages.entrySet().stream()
        .filter(page -> page.getValue().equals(component))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What the window of a page is called. */
  static String title(String component) {
    String words = component.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
