package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.internal.token.Jwt;
import io.github.clerkjakarta.internal.token.ReceivedToken;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of Clerk's cookies count: those with the instance's suffix, or the plain ones. Several
 * applications on one host overwrite each other's plain cookies, and older versions of ClerkJS know
 * no suffix; the rules, and their order, are Clerk's.
 */
final class SuffixChoice {

  private static final Pattern HTTP_SCHEME = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);
  private static final String SIGNED_OUT = "0";

  private final RequestContext context;
  private final SessionCookies cookies;

  SuffixChoice(RequestContext context, SessionCookies cookies) {
    this.context = context;
    this.cookies = cookies;
  }

  boolean usesSuffixed() {
    String suffixedUat = cookies.suffixedClientUat();
    String plainUat = cookies.plainClientUat();
    ReceivedToken plainSession = cookies.plainSession();
    Jwt plain = decoded(plainSession);
    if (plainSession != null && !hasIssuer(plain)) {
      return false;
    }
    if (plainSession != null && !belongsToInstance(plain)) {
      return true;
    }
    ReceivedToken suffixedSession = cookies.suffixedSession();
    if (suffixedUat == null && suffixedSession == null) {
      return false;
    }
    Jwt suffixed = decoded(suffixedSession);
    boolean suffixedSaysSignedOut = SIGNED_OUT.equals(suffixedUat);
    boolean plainSaysSignedOut = SIGNED_OUT.equals(plainUat);
    if (!suffixedSaysSignedOut && !plainSaysSignedOut && issuedAt(plain) > issuedAt(suffixed)) {
      return false;
    }
    if (suffixedSaysSignedOut && !plainSaysSignedOut) {
      return false;
    }
    if (context.instance().isDevelopment()
        && !suffixedSaysSignedOut
        && plainSaysSignedOut
        && isExpired(suffixed)) {
      return false;
    }
    return suffixedUat != null || suffixedSession == null;
  }

  private static @Nullable Jwt decoded(@Nullable ReceivedToken token) {
    return token == null ? null : token.jwtIfDecodable();
  }

  private static boolean hasIssuer(@Nullable Jwt jwt) {
    Object issuer = jwt == null ? null : jwt.claim("iss");
    return issuer != null
        && !issuer.equals("")
        && !issuer.equals(false)
        && !(issuer instanceof Number number && number.doubleValue() == 0);
  }

  private boolean belongsToInstance(@Nullable Jwt jwt) {
    return jwt != null
        && jwt.claim("iss") instanceof String issuer
        && isOriginalFrontendApi(issuer);
  }

  private boolean isOriginalFrontendApi(String issuer) {
    String frontendApi = context.instance().originalFrontendApi();
    boolean plainly =
        issuer.length() == "https://".length() + frontendApi.length()
            && issuer.startsWith("https://")
            && issuer.endsWith(frontendApi);
    return plainly || HTTP_SCHEME.matcher(issuer).replaceAll("").equals(frontendApi);
  }

  private static double issuedAt(@Nullable Jwt jwt) {
    return jwt != null && jwt.claim("iat") instanceof Number seconds ? seconds.doubleValue() : 0;
  }

  private boolean isExpired(@Nullable Jwt jwt) {
    return jwt != null
        && jwt.claim("exp") instanceof Number expires
        && expires.doubleValue() <= Math.floorDiv(context.verifier().now(), 1000L);
  }
}
