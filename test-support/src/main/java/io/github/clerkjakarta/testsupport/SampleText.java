package io.github.clerkjakarta.testsupport;

/** What somebody may write for a setting. */
public final class SampleText {

  private SampleText() {}

  /**
   * A text that says something else than the default.
   *
   * @param property the name of the setting
   * @param defaultText its default, as it would be written; empty without one
   */
  public static String of(String property, String defaultText) {
    return switch (property) {
      case "clerk.apiUrl", "clerk.fapiUrl", "clerk.publicUrl" -> "https://Some.Example:8443";
      case "clerk.authorizedParties", "clerk.allowedRedirectOrigins", "clerk.corsOrigins" ->
          "https://A.example:443, https://b.example/";
      case "clerk.acceptsToken" -> "api_key, oauth_token";
      case "clerk.forwardedHeaders" -> "Ignored";
      case "clerk.preflight" -> "pass";
      case "clerk.contentSecurityPolicy" -> "strict";
      case "clerk.contentSecurityPolicyDirectives" -> "Img-Src https://a.example; frame-src 'none'";
      case "clerk.denyAs" -> "404";
      case "clerk.revocation" -> "webhooks";
      default ->
          switch (defaultText) {
            case "true" -> "0";
            case "false" -> "TRUE";
            default -> otherThan(defaultText);
          };
    };
  }

  private static String otherThan(String defaultText) {
    if (defaultText.matches("[0-9]+")) {
      return "7";
    }
    return defaultText.matches("[0-9]+[a-z]+") ? "7m" : defaultText.equals("v1") ? "v2" : "/a";
  }
}
