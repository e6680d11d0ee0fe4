package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.internal.token.DecodedJwt;
import io.github.clerkjakarta.internal.token.ReceivedToken;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of Clerk's cookies count: those with the instance's suffix, or the plain ones. Several
 * applications on one host overwrite each other's plain cookies, and older versions of ClerkJS know
 * no suffix; the rules, and their order, are Clerk's.
 *
 * @param instance whose cookies they are
 * @param now the wall clock, in milliseconds since the epoch
 * @param plainSession the session token under its plain name
 * @param suffixedSession the session token under the instance's own name
 * @param plainUat when the client last changed, as the plain cookie says
 * @param suffixedUat when the client last changed, as the instance's own cookie says
 */
record SuffixChoice(
    ClerkInstance instance,
    long now,
    @Nullable ReceivedToken plainSession,
    @Nullable ReceivedToken suffixedSession,
    @Nullable String plainUat,
    @Nullable String suffixedUat) {

  private static final Pattern HTTP_SCHEME = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);
  private static final String SIGNED_OUT = "0";

  boolean usesSuffixed() {
    DecodedJwt plain = decoded(plainSession);
    if (plainSession != null && !hasIssuer(plain)) {
      return false;
    }
    if (plainSession != null && !belongsToInstance(plain)) {
      return true;
    }
    if (suffixedUat == null && suffixedSession == null) {
      return false;
    }
    DecodedJwt suffixed = decoded(suffixedSession);
    boolean suffixedSaysSignedOut = SIGNED_OUT.equals(suffixedUat);
    boolean plainSaysSignedOut = SIGNED_OUT.equals(plainUat);
    if (!suffixedSaysSignedOut && !plainSaysSignedOut && issuedAt(plain) > issuedAt(suffixed)) {
      return false;
    }
    if (suffixedSaysSignedOut && !plainSaysSignedOut) {
      return false;
    }
    if (instance.isDevelopment()
        && !suffixedSaysSignedOut
        && plainSaysSignedOut
        && isExpired(suffixed)) {
      return false;
    }
    return suffixedUat != null || suffixedSession == null;
  }

  private static @Nullable DecodedJwt decoded(@Nullable ReceivedToken token) {
    return token == null ? null : token.jwtIfDecodable();
  }

  private static boolean hasIssuer(@Nullable DecodedJwt jwt) {
    Object issuer = jwt == null ? null : jwt.issuer();
    return issuer != null
        && !issuer.equals("")
        && !issuer.equals(false)
        && !(issuer instanceof Number number && number.doubleValue() == 0);
  }

  private boolean belongsToInstance(@Nullable DecodedJwt jwt) {
    return jwt != null && jwt.issuer() instanceof String issuer && isOriginalFrontendApi(issuer);
  }

  private boolean isOriginalFrontendApi(String issuer) {
    String frontendApi = instance.originalFrontendApi();
    boolean plainly =
        issuer.length() == "https://".length() + frontendApi.length()
            && issuer.startsWith("https://")
            && issuer.endsWith(frontendApi);
    return plainly || HTTP_SCHEME.matcher(issuer).replaceAll("").equals(frontendApi);
  }

  private static double issuedAt(@Nullable DecodedJwt jwt) {
    return jwt != null && jwt.iat() instanceof Number seconds ? seconds.doubleValue() : 0;
  }

  private boolean isExpired(@Nullable DecodedJwt jwt) {
    return jwt != null
        && jwt.claim("exp") instanceof Number expires
        && expires.doubleValue() <= Math.floorDiv(now, 1000L);
  }
}
