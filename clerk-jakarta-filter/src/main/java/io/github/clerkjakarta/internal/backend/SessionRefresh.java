package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.backend.BackendApiClient.NoAnswer;
import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.log.LogText;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Exchanges an expired session token and a refresh token for new cookies: {@code POST
 * /sessions/{id}/refresh}. Nothing is asked while Clerk asks for a pause.
 */
public final class SessionRefresh {

  private static final Pattern SESSION_ID = Pattern.compile("[A-Za-z0-9_-]+");

  private final BackendApiClient api;
  private final WaitingRequests waiting;
  private final RetryAfter retryAfter;

  /** Refreshes sessions of the instance that the Backend API's secret key belongs to. */
  public SessionRefresh(BackendApiClient api, WaitingRequests waiting, TimeSource time) {
    this.api = api;
    this.waiting = waiting;
    this.retryAfter = new RetryAfter(time);
  }

  /**
   * What is known of the session and the request that wants it refreshed.
   *
   * @param sessionId the session
   * @param expiredToken its last token
   * @param refreshToken the refresh token of the same client
   * @param origin the origin of the request, as the browser sees it
   * @param headers the headers of the request, by lower-case name
   * @param suffixedCookies whether the new cookies are to have the instance's suffix
   */
  public record Wanted(
      String sessionId,
      String expiredToken,
      String refreshToken,
      String origin,
      Map<String, List<String>> headers,
      boolean suffixedCookies) {

    /** Names the session alone. */
    @Override
    public String toString() {
      return "Wanted[" + LogText.of(sessionId) + "]";
    }
  }

  /**
   * The {@code Set-Cookie} values of the refreshed session.
   *
   * @throws RefreshRefused with Clerk's cause when it isn't refreshed
   */
  public List<String> cookies(Wanted wanted) throws RefreshRefused {
    if (!SESSION_ID.matcher(wanted.sessionId()).matches()) {
      throw new RefreshRefused("unexpected-bapi-error");
    }
    if (!retryAfter.isOver()) {
      throw new RefreshRefused("fetch-error");
    }
    try {
      Answer answer = waiting.call(() -> api.post(path(wanted), query(wanted), body(wanted)));
      retryAfter.heed(answer);
      return answer.isSuccess() ? cookies(answer) : refuse(answer);
    } catch (NoAnswer e) {
      throw new RefreshRefused("fetch-error");
    } catch (JsonSyntaxException e) {
      throw new RefreshRefused("unexpected-bapi-error");
    }
  }

  private static String path(Wanted wanted) {
    return "/sessions/" + wanted.sessionId() + "/refresh";
  }

  private static Map<String, String> query(Wanted wanted) {
    return wanted.suffixedCookies() ? Map.of("suffixed_cookies", "true") : Map.of();
  }

  private static Map<String, Object> body(Wanted wanted) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("format", "cookie");
    body.put("expired_token", wanted.expiredToken());
    body.put("refresh_token", wanted.refreshToken());
    body.put("request_origin", wanted.origin());
    body.put("request_headers", wanted.headers());
    return body;
  }

  private static List<String> cookies(Answer answer) throws RefreshRefused, JsonSyntaxException {
    List<String> cookies =
        answer.json() instanceof Map<?, ?> members && members.get("cookies") instanceof List<?> list
            ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
            : List.of();
    if (cookies.isEmpty()) {
      throw new RefreshRefused("unexpected-sdk-error");
    }
    return cookies;
  }

  private static List<String> refuse(Answer answer) throws RefreshRefused, JsonSyntaxException {
    List<Answer.ApiError> errors = answer.errors();
    if (errors.isEmpty()) {
      throw new RefreshRefused("unexpected-bapi-error");
    }
    String code = errors.get(0).code();
    throw new RefreshRefused(
        switch (code) {
          case "" -> "unexpected-sdk-error";
          case "unexpected_error" -> "fetch-error";
          default -> code;
        });
  }
}
