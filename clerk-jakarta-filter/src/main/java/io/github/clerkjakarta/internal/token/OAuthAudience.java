package io.github.clerkjakarta.internal.token;

import io.github.clerkjakarta.internal.json.JsonValues;
import io.github.clerkjakarta.internal.reason.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The audience rule of OAuth access tokens (RFC 9068, section 4). Unlike a session token, one that
 * names no audience is refused where audiences are configured.
 */
public final class OAuthAudience {

  private OAuthAudience() {}

  /**
   * Checks the {@code aud} of a token.
   *
   * @param claims the claims of a JWT, or what the Backend API says of an opaque token
   * @param accepted the accepted audiences; empty for no check
   * @throws TokenRefused when none of them is named
   */
  public static void check(Map<String, @Nullable Object> claims, List<String> accepted)
      throws TokenRefused {
    if (accepted.isEmpty()) {
      return;
    }
    Object aud = claims.get("aud");
    List<?> named = aud instanceof List<?> list ? list : aud == null ? List.of() : List.of(aud);
    if (named.isEmpty() || !named.stream().allMatch(OAuthAudience::isAudience)) {
      throw failed(
          "Invalid OAuth audience claim (aud) "
              + (claims.containsKey("aud") ? JsonValues.write(aud) : "undefined")
              + ". Expected a non-empty string or a non-empty array of non-empty strings.");
    }
    if (named.stream().noneMatch(accepted::contains)) {
      throw failed(
          "OAuth audience mismatch. Verification expected audience "
              + JsonValues.write(accepted)
              + ", but incoming token has aud "
              + JsonValues.write(aud)
              + ".");
    }
  }

  private static boolean isAudience(@Nullable Object value) {
    return value instanceof String text && !text.isEmpty();
  }

  private static TokenRefused failed(String message) {
    return new TokenRefused(Reason.TOKEN_VERIFICATION_FAILED, message, TokenRefused.NO_ACTION);
  }
}
