package io.github.clerkjakarta.internal.csp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What ClerkJS and its components load, and what a policy says besides where nobody has said
 * anything. The hosts are those of Clerk's own policy in {@code @clerk/nextjs}, without its {@code
 * https:} and {@code http:} for scripts.
 *
 * @see <a href="https://clerk.com/docs/guides/secure/best-practices/csp-headers">Clerk: CSP
 *     headers</a>
 */
final class ClerkSources {

  static final String SCRIPTS = "script-src";
  static final String STYLES = "style-src";
  static final String INLINE = "'unsafe-inline'";

  private static final List<String> SELF = List.of("'self'");

  private static final String PROTECTION = "https://*.protect.clerk.com";

  private static final List<String> STRIPE =
      List.of("https://*.js.stripe.com", "https://js.stripe.com");

  private ClerkSources() {}

  /**
   * What Clerk needs.
   *
   * @param frontendApi where the Frontend API is, if that is elsewhere
   * @param scripts where Clerk's scripts are, if that is elsewhere
   * @param pages where people sign in, if that is elsewhere
   */
  static Map<String, List<String>> needed(
      List<String> frontendApi, List<String> scripts, List<String> pages) {
    Map<String, List<String>> needed = new LinkedHashMap<>();
    needed.put(
        "connect-src",
        joined(
            List.of(
                List.of(
                    "https://clerk-telemetry.com",
                    "https://*.clerk-telemetry.com",
                    "https://api.stripe.com",
                    "https://maps.googleapis.com",
                    "https://img.clerk.com",
                    "https://images.clerkstage.dev",
                    PROTECTION + ":*"),
                frontendApi)));
    // A browser that submits a form and is sent to Clerk and back is on its way from the form.
    needed.put("form-action", joined(List.of(frontendApi, pages)));
    needed.put(
        "frame-src",
        joined(
            List.of(
                List.of("https://challenges.cloudflare.com"),
                STRIPE,
                List.of("https://hooks.stripe.com", PROTECTION))));
    needed.put("img-src", joined(List.of(List.of("https://img.clerk.com"), frontendApi)));
    needed.put(
        SCRIPTS,
        joined(
            List.of(
                frontendApi,
                scripts,
                List.of(
                    "https://challenges.cloudflare.com", "https://maps.googleapis.com", PROTECTION),
                STRIPE)));
    needed.put(STYLES, List.of(INLINE));
    needed.put("worker-src", List.of("blob:"));
    return needed;
  }

  /** What stands beside that where nobody has said anything. */
  static Map<String, List<String>> usual(boolean strict) {
    Map<String, List<String>> usual = new LinkedHashMap<>();
    if (strict) {
      // A <base> in the page would have its scripts come from elsewhere, with their nonce.
      usual.put("base-uri", SELF);
    }
    usual.put("connect-src", SELF);
    usual.put("default-src", SELF);
    usual.put("form-action", SELF);
    usual.put("frame-src", SELF);
    usual.put("img-src", SELF);
    if (strict) {
      usual.put("object-src", List.of(Directives.NONE));
    }
    usual.put(SCRIPTS, strict ? SELF : joined(List.of(SELF, List.of(INLINE))));
    usual.put(STYLES, SELF);
    usual.put("worker-src", SELF);
    return usual;
  }

  private static List<String> joined(List<List<String>> lists) {
    return lists.stream().flatMap(List::stream).distinct().toList();
  }
}
