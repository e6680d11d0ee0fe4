package io.github.clerkjakarta.internal.token;

import io.github.clerkjakarta.internal.json.JsonValues;
import io.github.clerkjakarta.internal.reason.Reason;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a token's header has to say before its signature is worth checking. */
final class HeaderRules {

  private static final Set<String> ALGORITHMS = Set.of("RS256", "RS384", "RS512");
  private static final List<String> TYPES = List.of("JWT");

  private HeaderRules() {}

  /**
   * Checks type, algorithm and criticality, in this order.
   *
   * @return the algorithm
   */
  static String check(JoseHeader header, @Nullable List<String> types) throws TokenRefused {
    checkType(header, types);
    String algorithm = checkAlgorithm(header);
    checkCritical(header);
    return algorithm;
  }

  /** Checks the type alone: of the three, it is what depends on who asks. */
  static void checkType(JoseHeader header, @Nullable List<String> types) throws TokenRefused {
    boolean present = header.isTyped();
    if (!present && types == null) {
      return;
    }
    List<String> accepted = types == null ? TYPES : types;
    if (header.type() instanceof String type && accepted.contains(type)) {
      return;
    }
    throw new TokenRefused(
        Reason.TOKEN_INVALID,
        "Invalid JWT type "
            + (present ? JsonValues.write(header.type()) : "undefined")
            + ". Expected \""
            + String.join(", ", accepted)
            + "\".",
        TokenRefused.ENSURE_CLERK_JWT);
  }

  private static String checkAlgorithm(JoseHeader header) throws TokenRefused {
    if (header.algorithm() instanceof String algorithm && ALGORITHMS.contains(algorithm)) {
      return algorithm;
    }
    throw new TokenRefused(
        Reason.TOKEN_INVALID_ALGORITHM,
        "Invalid JWT algorithm "
            + (header.has("alg") ? JsonValues.write(header.algorithm()) : "undefined")
            + ". Supported: RS256,RS384,RS512.",
        TokenRefused.ENSURE_CLERK_JWT);
  }

  /** RFC 7515, section 4.1.11: what isn't understood must be refused, and nothing is here. */
  private static void checkCritical(JoseHeader header) throws TokenRefused {
    if (header.isCritical()) {
      throw new TokenRefused(
          Reason.TOKEN_INVALID,
          "Invalid JWT header. No critical header parameters (crit) are supported.",
          TokenRefused.ENSURE_CLERK_JWT);
    }
  }
}
