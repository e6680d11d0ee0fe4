package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.auth.MachineAuth;
import io.github.clerkjakarta.internal.backend.MachineTokenRefused;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.token.Category;
import io.github.clerkjakarta.internal.token.DecodedJwt;
import io.github.clerkjakarta.internal.token.OAuthAudience;
import io.github.clerkjakarta.internal.token.ReceivedToken;
import io.github.clerkjakarta.internal.token.TokenRefused;
import io.github.clerkjakarta.internal.token.TokenRules;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A machine token that is a JWT: M2M by its subject, OAuth by its type (RFC 9068). */
final class MachineJwt {

  private static final List<String> OAUTH_TYPES = List.of("at+jwt", "application/at+jwt");

  /** What every M2M token has; the rest are the claims that somebody attached to it. */
  private static final Set<String> STRUCTURAL_CLAIMS =
      Set.of("iss", "sub", "exp", "nbf", "iat", "jti");

  private MachineJwt() {}

  static Auth verify(RequestContext context, ReceivedToken token, TokenType type)
      throws MachineTokenRefused {
    try {
      return type == TokenType.M2M_TOKEN
          ? m2m(context, token, token.jwt())
          : oauth(context, token, token.jwt());
    } catch (TokenRefused refused) {
      throw failed(refused.message());
    }
  }

  private static Auth m2m(RequestContext context, ReceivedToken token, DecodedJwt jwt)
      throws MachineTokenRefused, TokenRefused {
    if (jwt.hasCategory() && !Category.M2M.equals(jwt.category())) {
      throw new MachineTokenRefused(Reason.TOKEN_INVALID, "Invalid M2M JWT category.", 0);
    }
    requireKeys(context);
    context.verifier().verify(token, rulesForMachines(context));
    Object scopes = jwt.claim("scopes");
    return MachineAuth.m2mToken(
        text(jwt, "jti"),
        text(jwt, "sub"),
        scopes instanceof String ? words(scopes) : strings(jwt.claim("aud")),
        attachedClaims(jwt.claims()));
  }

  private static Auth oauth(RequestContext context, ReceivedToken token, DecodedJwt jwt)
      throws MachineTokenRefused, TokenRefused {
    requireKeys(context);
    context.verifier().verify(token, rulesForOAuth(context));
    OAuthAudience.check(jwt.claims(), context.rules().audience());
    Object scopes = jwt.claim("scp");
    return MachineAuth.oauthToken(
        text(jwt, "jti"),
        text(jwt, "sub"),
        scopes instanceof List<?> ? strings(scopes) : words(jwt.claim("scope")),
        text(jwt, "client_id"));
  }

  /** Parties and issuers are rules for sessions. */
  private static TokenRules rulesForMachines(RequestContext context) {
    TokenRules rules = context.rules();
    return new TokenRules(
        rules.audience(), List.of(), List.of(), rules.clockSkewMillis(), rules.skipCache(), null);
  }

  /** An OAuth token's audience has a rule of its own. */
  private static TokenRules rulesForOAuth(RequestContext context) {
    TokenRules rules = context.rules();
    return new TokenRules(
        List.of(), List.of(), List.of(), rules.clockSkewMillis(), rules.skipCache(), OAUTH_TYPES);
  }

  private static void requireKeys(RequestContext context) throws MachineTokenRefused {
    if (!context.instance().canFindKeys()) {
      throw failed("Failed to resolve JWK during verification.");
    }
  }

  private static Map<String, Object> attachedClaims(Map<String, @Nullable Object> claims) {
    Map<String, Object> attached = new LinkedHashMap<>(claims);
    attached.keySet().removeAll(STRUCTURAL_CLAIMS);
    return Collections.unmodifiableMap(attached);
  }

  private static String text(DecodedJwt jwt, String claim) {
    return jwt.claim(claim) instanceof String text ? text : "";
  }

  private static List<String> words(@Nullable Object claim) {
    return claim instanceof String text ? List.of(text.split(" ", -1)) : List.of();
  }

  private static List<String> strings(@Nullable Object claim) {
    return claim instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  private static MachineTokenRefused failed(String message) {
    return new MachineTokenRefused(Reason.TOKEN_VERIFICATION_FAILED, message, 0);
  }
}
