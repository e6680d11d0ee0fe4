package io.github.clerkjakarta.servlet.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The value of {@code WWW-Authenticate} for bearer tokens.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section 3</a>
 */
final class BearerChallenge {

  private static final String SCHEME = "Bearer";

  private BearerChallenge() {}

  /** A client that sent no token isn't told of an error (section 3.1). */
  static String of(Denial.Challenge challenge) {
    List<String> parameters = new ArrayList<>();
    if (challenge.invalidToken()) {
      parameters.add(parameter("error", "invalid_token"));
    }
    // RFC 9728, section 5.1
    challenge
        .resourceMetadata()
        .ifPresent(url -> parameters.add(parameter("resource_metadata", url)));
    return parameters.isEmpty() ? SCHEME : SCHEME + " " + String.join(", ", parameters);
  }

  static String of(Denial.InsufficientScope denial) {
    String scopes = denial.scopes().stream().map(SafeText::of).collect(Collectors.joining(" "));
    return SCHEME
        + " "
        + parameter("error", "insufficient_scope")
        + ", "
        + parameter("scope", scopes);
  }

  private static String parameter(String name, String value) {
    return name + "=\"" + value + "\"";
  }
}
