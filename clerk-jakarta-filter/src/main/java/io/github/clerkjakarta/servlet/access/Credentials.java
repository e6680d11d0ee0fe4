package io.github.clerkjakarta.servlet.access;

import io.github.clerkjakarta.TokenType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What the {@code Authorization} header of a request carries, without verifying any of it. */
public final class Credentials {

  private static final String BEARER = "Bearer";

  private Credentials() {}

  /**
   * Whether there is a bearer token (RFC 6750, section 2.1), or one word without a scheme, which
   * Clerk takes for one. What sends it is a program: it wouldn't know what to do with a sign-in
   * page.
   */
  public static boolean areBearer(HttpServletRequest request) {
    return bearer(request).isPresent();
  }

  /** The kind of a token that only Clerk can read, by its prefix; empty for any other. */
  public static Optional<TokenType> opaqueType(HttpServletRequest request) {
    return bearer(request)
        .flatMap(
            token -> {
              if (token.startsWith("ak_")) {
                return Optional.of(TokenType.API_KEY);
              }
              if (token.startsWith("mt_")) {
                return Optional.of(TokenType.M2M_TOKEN);
              }
              return token.startsWith("oat_")
                  ? Optional.of(TokenType.OAUTH_TOKEN)
                  : Optional.empty();
            });
  }

  private static Optional<String> bearer(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization == null || authorization.isEmpty()) {
      return Optional.empty();
    }
    int space = authorization.indexOf(' ');
    if (space < 0) {
      return Optional.of(authorization);
    }
    return authorization.substring(0, space).equals(BEARER)
        ? Optional.of(authorization.substring(space + 1))
        : Optional.empty();
  }
}
