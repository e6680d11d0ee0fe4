package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.Reverification;
import io.github.clerkjakarta.internal.reason.PrintableText;
import io.github.clerkjakarta.internal.reason.Reason.Resolution;
import io.github.clerkjakarta.internal.request.ScriptClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a request goes no further: what the client is told, and what can be done about it.
 *
 * @param status the HTTP status
 * @param resolution what can be done about it
 * @param headers what goes with the status, beside what every refusal has
 * @param cookie a {@code Set-Cookie} directive that goes with it
 * @param message what a person may read; empty where the status says it all
 * @param body the body, where somebody else has said what it must be
 * @param advice what an operator is told beside the reason; empty where that says it all
 */
record Refusal(
    int status,
    Resolution resolution,
    Map<String, String> headers,
    Optional<String> cookie,
    String message,
    Optional<Body> body,
    String advice) {

  /**
   * A body that is no page.
   *
   * @param type its media type
   * @param text what it says
   */
  record Body(String type, String text) {}

  /** RFC 9110, section 15.5.20. */
  private static final int MISDIRECTED_REQUEST = 421;

  private static final String CHALLENGE = "WWW-Authenticate";

  /** The path can be read in two ways. */
  static final Refusal AMBIGUOUS_PATH = of(400, Resolution.CONFIGURE, Map.of(), "");

  /** The address is no URL, so that no browser could be sent back to it. */
  static final Refusal UNREADABLE_ADDRESS =
      of(400, Resolution.CONFIGURE, Map.of(), "The address of this request can't be read.");

  /** The address is so long that no response could hold it as the one to come back to. */
  static final Refusal ADDRESS_TOO_LONG =
      of(
          414,
          Resolution.SIGN_IN,
          Map.of(),
          "The address is too long to come back to. Sign in first, and then open it.");

  /** A browser without cookies has been sent to Clerk and back, again and again. */
  static final Refusal NO_COOKIES =
      of(
              401,
              Resolution.CONFIGURE,
              Map.of(CHALLENGE, "Bearer"),
              "This browser sends no cookies to this site, so that Clerk's development instance"
                  + " can't know it, however often it is asked. Allow cookies for this site, and"
                  + " open it in a tab of its own.")
          .advising(
              "A browser without cookies was sent to Clerk and back ten times within a minute:"
                  + " it withholds cookies from this site.");

  /** The host belongs to none of the application's Clerk instances. */
  static final Refusal UNKNOWN_HOST =
      of(
          MISDIRECTED_REQUEST,
          Resolution.CONFIGURE,
          Map.of(),
          "This application isn't for this host.");

  /** The caller is signed in and may not pass. */
  static final Refusal FORBIDDEN = of(403, Resolution.CONFIGURE, Map.of(), "");

  /** The caller is signed in, may not pass, and isn't told that there is anything. */
  static final Refusal NOT_FOUND = of(404, Resolution.CONFIGURE, Map.of(), "");

  private static Refusal of(
      int status, Resolution resolution, Map<String, String> headers, String message) {
    return new Refusal(
        status, resolution, headers, Optional.empty(), message, Optional.empty(), "");
  }

  /**
   * The browser goes to sign in, or to do its session tasks, and comes back.
   *
   * @param client the script that has to send it there; null where the browser asked for a page
   * @param cookie the directive that counts the trip
   */
  static Refusal trip(String location, @Nullable ScriptClient client, String cookie) {
    if (client == null) {
      return trip(302, Map.of("Location", location), cookie, Optional.empty());
    }
    return switch (client) {
      case FACES ->
          // With any status it says that to sign in helps (RFC 9110, section 11.6.1).
          trip(200, Map.of(CHALLENGE, "Bearer"), cookie, Optional.of(partialResponse(location)));
      case HTMX ->
          trip(401, Map.of("HX-Redirect", location, CHALLENGE, "Bearer"), cookie, Optional.empty());
    };
  }

  private static Refusal trip(
      int status, Map<String, String> headers, String cookie, Optional<Body> body) {
    return new Refusal(status, Resolution.SIGN_IN, headers, Optional.of(cookie), "", body, "");
  }

  /** How the script of Faces is told to open a page. */
  private static Body partialResponse(String location) {
    return new Body(
        "text/xml;charset=UTF-8",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<partial-response><redirect url=\""
            + MarkupText.of(location)
            + "\"/></partial-response>");
  }

  /** The same, with something for the operator's log. */
  Refusal advising(String newAdvice) {
    return new Refusal(status, resolution, headers, cookie, message, body, newAdvice);
  }

  /**
   * The caller isn't signed in. A client that sent no token isn't told of an error (RFC 6750,
   * section 3.1).
   *
   * @param invalidToken whether there was a bearer token, and it can't be accepted
   * @param resourceMetadata where a client learns who issues tokens for this path (RFC 9728,
   *     section 5.1)
   */
  static Refusal challenge(
      String message,
      Resolution resolution,
      boolean invalidToken,
      Optional<String> resourceMetadata) {
    List<String> parameters = new ArrayList<>();
    if (invalidToken) {
      parameters.add(parameter("error", "invalid_token"));
    }
    resourceMetadata.ifPresent(url -> parameters.add(parameter("resource_metadata", url)));
    return of(401, resolution, Map.of(CHALLENGE, bearer(parameters)), message);
  }

  /** The machine that is calling lacks these scopes (RFC 6750, section 3.1). */
  static Refusal insufficientScope(List<String> scopes) {
    String lacking = scopes.stream().map(PrintableText::of).collect(Collectors.joining(" "));
    List<String> parameters =
        List.of(parameter("error", "insufficient_scope"), parameter("scope", lacking));
    return of(403, Resolution.CONFIGURE, Map.of(CHALLENGE, bearer(parameters)), "");
  }

  /**
   * The person has to prove again who they are.
   *
   * @see <a href="https://clerk.com/docs/guides/secure/reverification">Clerk: reverification</a>
   */
  static Refusal needsReverification(Reverification needed) {
    String value =
        needed
            .preset()
            .map(preset -> "\"" + preset + "\"")
            .orElseGet(
                () ->
                    "{\"level\":\"%s\",\"afterMinutes\":%d}"
                        .formatted(needed.level().value(), needed.afterMinutes()));
    String body =
        "{\"clerk_error\":{\"type\":\"forbidden\",\"reason\":\"reverification-error\","
            + "\"metadata\":{\"reverification\":"
            + value
            + "}}}";
    return new Refusal(
        403,
        Resolution.SIGN_IN,
        Map.of(),
        Optional.empty(),
        "",
        Optional.of(new Body("application/json", body)),
        "");
  }

  /** Whether the caller is signed in can't be told now. */
  static Refusal unavailable(String message) {
    return of(503, Resolution.RETRY, Map.of("Retry-After", "5"), message);
  }

  /** Something is wrong here. */
  static Refusal fault(String message) {
    return of(500, Resolution.RETRY, Map.of(), message);
  }

  private static String bearer(List<String> parameters) {
    return parameters.isEmpty() ? "Bearer" : "Bearer " + String.join(", ", parameters);
  }

  private static String parameter(String name, String value) {
    return name + "=\"" + value + "\"";
  }

  /** The status alone; a location may hold tokens. */
  @Override
  public String toString() {
    return "Refusal[" + status + "]";
  }
}
