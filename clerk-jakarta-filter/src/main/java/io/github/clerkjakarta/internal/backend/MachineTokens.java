package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.auth.MachineAuth;
import io.github.clerkjakarta.internal.backend.BackendApiClient.NoAnswer;
import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.token.OAuthAudience;
import io.github.clerkjakarta.internal.token.TimeSource;
import io.github.clerkjakarta.internal.token.TokenRefused;
import io.github.clerkjakarta.internal.token.TokenRules;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the Backend API about opaque machine tokens. Each question costs: nothing is asked about a
 * token of a kind that the request isn't allowed to carry, and nothing about one that Clerk asks to
 * wait with.
 */
public final class MachineTokens {

  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final BackendApiClient api;
  private final WaitingRequests waiting;
  private final @Nullable String machineSecretKey;
  private final MachineTokenCache cache;
  private final Map<TokenType, MachineTokenPauses> pauses;

  /**
   * Asks this API.
   *
   * @param machineSecretKey what M2M tokens are verified with, in place of the secret key
   * @param rememberFor how long an answer counts; zero for this request alone
   */
  public MachineTokens(
      BackendApiClient api,
      Optional<String> machineSecretKey,
      Duration rememberFor,
      WaitingRequests waiting,
      TimeSource time) {
    this.api = api;
    this.waiting = waiting;
    this.machineSecretKey = machineSecretKey.filter(key -> !key.isEmpty()).orElse(null);
    this.cache = new MachineTokenCache(rememberFor, time);
    this.pauses = new EnumMap<>(TokenType.class);
    for (TokenType type : TokenType.values()) {
      pauses.put(type, new MachineTokenPauses(time));
    }
  }

  /**
   * Who a token stands for.
   *
   * @param rules those of the request: the accepted audiences of OAuth tokens, and whether what is
   *     remembered counts
   * @throws MachineTokenRefused when Clerk refuses the token, or can't be asked
   */
  public Auth verify(String token, TokenType type, TokenRules rules) throws MachineTokenRefused {
    Map<?, ?> described =
        rules.skipCache() ? ask(token, type) : cache.describe(token, () -> ask(token, type));
    return switch (type) {
      case API_KEY -> apiKey(described);
      case M2M_TOKEN -> m2mToken(described);
      case OAUTH_TOKEN -> oauthToken(described, rules.audience());
      case SESSION_TOKEN -> throw noMachineToken();
    };
  }

  private Map<?, ?> ask(String token, TokenType type) throws MachineTokenRefused {
    return switch (type) {
      case API_KEY -> ask(token, type, "/api_keys/verify", "secret", "API key not found");
      case M2M_TOKEN -> ask(token, type, "/m2m_tokens/verify", "token", "Machine token not found");
      case OAUTH_TOKEN ->
          ask(
              token,
              type,
              "/oauth_applications/access_tokens/verify",
              "access_token",
              "OAuth token not found");
      case SESSION_TOKEN -> throw noMachineToken();
    };
  }

  private Map<?, ?> ask(String token, TokenType type, String path, String member, String notFound)
      throws MachineTokenRefused {
    MachineTokenPauses paused = Objects.requireNonNull(pauses.get(type));
    String hash = MachineTokenCache.hash(token);
    if (!paused.allow(hash)) {
      throw unexpected(0);
    }
    String key = type == TokenType.M2M_TOKEN ? machineSecretKey : null;
    try {
      Answer answer = waiting.call(() -> api.postUnversioned(path, Map.of(member, token), key));
      paused.answered(hash, answer);
      if (!answer.isSuccess()) {
        throw refused(answer, notFound);
      }
      if (answer.json() instanceof Map<?, ?> described) {
        return described;
      }
      throw unexpected(answer.status());
    } catch (NoAnswer | JsonSyntaxException e) {
      throw unexpected(0);
    }
  }

  private static IllegalArgumentException noMachineToken() {
    return new IllegalArgumentException("A session is no machine token");
  }

  private static MachineTokenRefused refused(Answer answer, String notFound) {
    return switch (answer.status()) {
      case UNAUTHORIZED ->
          new MachineTokenRefused(Reason.SECRET_KEY_INVALID, firstMessage(answer), UNAUTHORIZED);
      case NOT_FOUND -> new MachineTokenRefused(Reason.TOKEN_INVALID, notFound, NOT_FOUND);
      default -> unexpected(answer.status());
    };
  }

  private static String firstMessage(Answer answer) {
    try {
      return answer.errors().stream()
          .findFirst()
          .map(Answer.ApiError::message)
          .filter(message -> !message.isEmpty())
          .orElse("Invalid secret key");
    } catch (JsonSyntaxException e) {
      return "Invalid secret key";
    }
  }

  private static Auth apiKey(Map<?, ?> key) {
    return MachineAuth.apiKey(
        text(key, "id"), text(key, "name"), text(key, "subject"), scopes(key), claims(key));
  }

  private static Auth m2mToken(Map<?, ?> token) {
    return MachineAuth.m2mToken(
        text(token, "id"), text(token, "subject"), scopes(token), claims(token));
  }

  @SuppressWarnings("unchecked") // the reader makes no maps but of names to values
  private static Auth oauthToken(Map<?, ?> token, List<String> audience)
      throws MachineTokenRefused {
    try {
      OAuthAudience.check((Map<String, @Nullable Object>) token, audience);
    } catch (TokenRefused refused) {
      throw new MachineTokenRefused(refused.reason(), refused.message(), 0);
    }
    return MachineAuth.oauthToken(
        text(token, "id"), text(token, "subject"), scopes(token), text(token, "client_id"));
  }

  private static String text(Map<?, ?> described, String member) {
    return described.get(member) instanceof String text ? text : "";
  }

  private static List<String> scopes(Map<?, ?> described) {
    return described.get("scopes") instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  @SuppressWarnings("unchecked") // the reader makes no maps but of names to values
  private static @Nullable Map<String, Object> claims(Map<?, ?> described) {
    return described.get("claims") instanceof Map<?, ?> claims
        ? (Map<String, Object>) claims
        : null;
  }

  private static MachineTokenRefused unexpected(int status) {
    return new MachineTokenRefused(Reason.UNEXPECTED_ERROR, "Unexpected error", status);
  }
}
