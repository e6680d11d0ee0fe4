package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.http.Html;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import java.util.List;
import java.util.Locale;

/**
 * Draws a picture of a person or an organization: initials, so that nothing is fetched elsewhere.
 */
final class Images {

  private final String address;
  private final Directory directory;

  Images(String address, Directory directory) {
    this.address = address;
    this.directory = directory;
  }

  void addTo(Routes routes) {
    routes.add("GET /images/{id}", (call, ids) -> draw(ids.get(0)));
  }

  /** Where the picture of whoever has this id is found. */
  String of(String id) {
    return address + "/images/" + id;
  }

  private Reply draw(String id) {
    String name =
        directory
            .account(id)
            .map(Account::fullName)
            .or(() -> directory.organization(id).map(Organization::name))
            .orElse("?");
    int hue = Math.floorMod(id.hashCode(), 360);
    String svg =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80">\
        <rect width="80" height="80" fill="hsl(%d 45%% 45%%)"/>\
        <text x="40" y="52" font-family="system-ui, sans-serif" font-size="32" fill="#fff" \
        text-anchor="middle">%s</text></svg>
        """
            .formatted(hue, Html.escape(initials(name)));
    return new Reply(200, "image/svg+xml", svg, List.of())
        .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .with("Cross-Origin-Resource-Policy", "cross-origin");
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("\\s+", 3)) {
      if (!word.isEmpty() && initials.codePointCount(0, initials.length()) < 2) {
        initials.appendCodePoint(word.codePointAt(0));
      }
    }
    return initials.toString().toUpperCase(Locale.ROOT);
  }
}
