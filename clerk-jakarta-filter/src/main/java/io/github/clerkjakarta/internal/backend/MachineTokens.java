package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.auth.MachineAuth;
import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.token.OAuthAudience;
import io.github.clerkjakarta.internal.token.Reason;
import io.github.clerkjakarta.internal.token.TokenRefused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the Backend API about opaque machine tokens. Each question costs: nothing is asked about a
 * token of a kind that the request isn't allowed to carry.
 */
public final class MachineTokens {

  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final BackendApi api;
  private final @Nullable String machineSecretKey;

  /**
   * Asks this API.
   *
   * @param machineSecretKey what M2M tokens are verified with, in place of the secret key
   */
  public MachineTokens(BackendApi api, Optional<String> machineSecretKey) {
    this.api = api;
    this.machineSecretKey = machineSecretKey.filter(key -> !key.isEmpty()).orElse(null);
  }

  /**
   * Who a token stands for.
   *
   * @param audience accepted audiences of OAuth tokens; empty for no check
   * @throws MachineTokenRefused when Clerk refuses the token, or can't be asked
   */
  public Auth verify(String token, TokenType type, List<String> audience)
      throws MachineTokenRefused {
    return switch (type) {
      case API_KEY ->
          apiKey(ask("/api_keys/verify", Map.of("secret", token), null, "API key not found"));
      case M2M_TOKEN ->
          m2mToken(
              ask(
                  "/m2m_tokens/verify",
                  Map.of("token", token),
                  machineSecretKey,
                  "Machine token not found"));
      case OAUTH_TOKEN ->
          oauthToken(
              ask(
                  "/oauth_applications/access_tokens/verify",
                  Map.of("access_token", token),
                  null,
                  "OAuth token not found"),
              audience);
      case SESSION_TOKEN -> throw new IllegalArgumentException("A session is no machine token");
    };
  }

  private Map<?, ?> ask(
      String path, Map<String, String> body, @Nullable String key, String notFound)
      throws MachineTokenRefused {
    try {
      Answer answer = api.postUnversioned(path, body, key);
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
