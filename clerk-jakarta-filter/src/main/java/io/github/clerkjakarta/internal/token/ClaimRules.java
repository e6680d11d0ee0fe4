package io.github.clerkjakarta.internal.token;

import io.github.clerkjakarta.internal.json.JsonValues;
import io.github.clerkjakarta.internal.reason.Reason;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a genuine token's claims have to satisfy (RFC 7519, section 4.1), in the order in which
 * Clerk checks them. Nothing here is asked before the signature has been found valid: the answers
 * would tell an attacker how the application is configured.
 */
final class ClaimRules {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

  private ClaimRules() {}

  static void check(DecodedJwt jwt, TokenRules rules, long now) throws TokenRefused {
    checkSubject(jwt);
    checkAudience(jwt, rules.audience());
    checkAuthorizedParty(jwt, rules.authorizedParties());
    checkIssuer(jwt, rules.issuer());
    checkExpiration(jwt, now, rules.clockSkewMillis());
    checkNotBefore(jwt, now, rules.clockSkewMillis());
    checkIssuedAt(jwt, now, rules.clockSkewMillis());
  }

  private static void checkSubject(DecodedJwt jwt) throws TokenRefused {
    String subject = jwt.subject();
    if (subject == null || subject.isEmpty()) {
      throw failed(
          "Subject claim (sub) is required and must be a string. Received "
              + rendered(jwt, "sub")
              + ".");
    }
  }

  /** A token without an audience passes: Clerk's session tokens have none. */
  private static void checkAudience(DecodedJwt jwt, List<String> accepted) throws TokenRefused {
    if (accepted.isEmpty()) {
      return;
    }
    Object aud = jwt.claim("aud");
    if (aud instanceof String one) {
      if (!one.isEmpty() && !accepted.contains(one)) {
        throw failed("Invalid JWT audience claim (aud) " + notIncluded(aud, accepted));
      }
    } else if (aud instanceof List<?> several
        && several.stream().allMatch(String.class::isInstance)
        && several.stream().anyMatch(value -> !"".equals(value))
        && several.stream().noneMatch(accepted::contains)) {
      throw failed("Invalid JWT audience claim array (aud) " + notIncluded(aud, accepted));
    }
  }

  private static void checkAuthorizedParty(DecodedJwt jwt, List<String> accepted)
      throws TokenRefused {
    if (accepted.isEmpty()
        || (jwt.authorizedParty() instanceof String azp
            && !azp.isEmpty()
            && accepted.contains(azp))) {
      return;
    }
    throw new TokenRefused(
        Reason.TOKEN_INVALID_AUTHORIZED_PARTIES,
        "Invalid JWT Authorized party claim (azp) "
            + rendered(jwt, "azp")
            + ". Expected \""
            + String.join(",", accepted)
            + "\".",
        TokenRefused.NO_ACTION);
  }

  private static void checkIssuer(DecodedJwt jwt, List<String> accepted) throws TokenRefused {
    if (accepted.isEmpty()
        || (jwt.issuer() instanceof String issuer && accepted.contains(issuer))) {
      return;
    }
    throw new TokenRefused(
        Reason.TOKEN_INVALID_ISSUER,
        "Invalid JWT issuer claim (iss) "
            + rendered(jwt, "iss")
            + ". Expected \""
            + String.join(",", accepted)
            + "\".",
        TokenRefused.ENSURE_CLERK_JWT);
  }

  static void checkExpiration(DecodedJwt jwt, long now, long skew) throws TokenRefused {
    double expires = jwt.expiresAt();
    requireDate(expires, jwt, "exp", "Invalid JWT expiry date claim (exp) ");
    if (expires <= (double) now - skew) {
      throw new TokenRefused(
          Reason.TOKEN_EXPIRED,
          "JWT is expired. Expiry date: "
              + date(expires)
              + ", Current date: "
              + date((double) now)
              + ".",
          TokenRefused.NO_ACTION);
    }
  }

  private static void checkNotBefore(DecodedJwt jwt, long now, long skew) throws TokenRefused {
    double starts = jwt.notBefore();
    requireDate(starts, jwt, "nbf", "Invalid JWT not before date claim (nbf) ");
    if (starts > (double) now + skew) {
      throw new TokenRefused(
          Reason.TOKEN_NOT_ACTIVE_YET,
          "JWT cannot be used prior to not before date claim (nbf). Not before date: "
              + date(starts)
              + "; Current date: "
              + date((double) now)
              + ";",
          TokenRefused.NO_ACTION);
    }
  }

  private static void checkIssuedAt(DecodedJwt jwt, long now, long skew) throws TokenRefused {
    double issued = jwt.issuedAt();
    requireDate(issued, jwt, "iat", "Invalid JWT issued at date claim (iat) ");
    if (issued > (double) now + skew) {
      throw new TokenRefused(
          Reason.TOKEN_IAT_IN_THE_FUTURE,
          "JWT issued at date claim (iat) is in the future. Issued at date: "
              + date(issued)
              + "; Current date: "
              + date((double) now)
              + ";",
          TokenRefused.NO_ACTION);
    }
  }

  private static void requireDate(double date, DecodedJwt jwt, String name, String message)
      throws TokenRefused {
    if (Double.isNaN(date)) {
      throw failed(message + rendered(jwt, name) + ". Expected number.");
    }
  }

  private static String notIncluded(@Nullable Object aud, List<String> accepted) {
    return JsonValues.write(aud) + ". Is not included in \"" + JsonValues.write(accepted) + "\".";
  }

  private static String rendered(DecodedJwt jwt, String claim) {
    return jwt.hasClaim(claim) ? JsonValues.write(jwt.claim(claim)) : "undefined";
  }

  private static String date(double millis) {
    return HTTP_DATE.format(Instant.ofEpochMilli((long) millis).atOffset(ZoneOffset.UTC));
  }

  private static TokenRefused failed(String message) {
    return new TokenRefused(
        Reason.TOKEN_VERIFICATION_FAILED, message, TokenRefused.ENSURE_CLERK_JWT);
  }
}
