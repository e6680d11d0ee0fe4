package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkBackendException;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.User;
import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.token.Lazy;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Backend API for the application's own calls. It has connections of its own: however slow
 * these calls are, those of authentication don't queue behind them.
 */
public final class ApplicationBackend implements AutoCloseable {

  private static final int NOT_FOUND = 404;

  /** What an id of Clerk's is made of. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,255}");

  private final BackendApiClient api;
  private final RetryingCalls calls;
  private final Lazy<RecentUsers> users;
  private final CountDownLatch closed;

  /**
   * A backend for one Clerk instance. Opens nothing before the first call.
   *
   * @throws ClerkConfigurationException when the address or the key can't be used
   */
  public ApplicationBackend(ClerkOptions options, TimeSource time) {
    this(options, time, new CountDownLatch(1));
  }

  private ApplicationBackend(ClerkOptions options, TimeSource time, CountDownLatch closed) {
    this(options, time, closed, pause -> !closed.await(pause.toNanos(), TimeUnit.NANOSECONDS));
  }

  ApplicationBackend(
      ClerkOptions options, TimeSource time, CountDownLatch closed, RetryingCalls.Waiting waiting) {
    String secretKey = options.secretKey().filter(key -> !key.isEmpty()).orElse(null);
    this.api = new BackendApiClient(options.apiUrl(), options.apiVersion(), secretKey);
    this.calls = new RetryingCalls(time, waiting);
    this.users = new Lazy<>(() -> new RecentUsers(options.userCache(), time));
    this.closed = closed;
  }

  /** The user that is calling; see {@code ClerkBackend.currentUser}. */
  public Optional<User> currentUser(Auth auth) {
    return auth.userId().map(id -> users.get().find(id).orElseGet(() -> load(id)));
  }

  /** Somebody, whoever is calling; see {@code ClerkBackend.user}. */
  public Optional<User> user(String id) {
    return ID.matcher(id).matches() ? users.get().find(id).or(() -> known(id)) : Optional.empty();
  }

  /** A token by a template; see {@code ClerkBackend.getToken}. */
  public Optional<String> getToken(Auth auth, String template) {
    String path = "/tokens/" + ApiAddress.segment(template);
    return auth.sessionId().map(id -> token("/sessions/" + ApiAddress.segment(id) + path));
  }

  /** Ends the session; see {@code ClerkBackend.revokeSession}. */
  public void revokeSession(Auth auth) {
    auth.sessionId().ifPresent(id -> revoke("/sessions/" + ApiAddress.segment(id) + "/revoke"));
  }

  @Override
  public void close() {
    closed.countDown();
    api.close();
  }

  @Override
  public String toString() {
    return "ClerkBackend[" + api.addressOf("") + "]";
  }

  private Optional<User> known(String id) {
    try {
      return Optional.of(load(id));
    } catch (ClerkBackendException e) {
      if (e.status().orElse(0) == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private User load(String id) {
    String path = "/users/" + ApiAddress.segment(id);
    Answer answer = make("GET", path, true, () -> api.get(path, Map.of()));
    User user = UserReader.read(json(answer), id).orElseThrow(() -> notUnderstood("GET", path));
    users.get().remember(user);
    return user;
  }

  private String token(String path) {
    Answer answer = make("POST", path, false, () -> api.post(path));
    if (json(answer) instanceof Map<?, ?> token && token.get("jwt") instanceof String jwt) {
      return jwt;
    }
    throw notUnderstood("POST", path);
  }

  private void revoke(String path) {
    try {
      make("POST", path, true, () -> api.post(path));
    } catch (ClerkBackendException e) {
      if (e.status().orElse(0) != NOT_FOUND) {
        throw e;
      }
    }
  }

  private Answer make(String method, String path, boolean repeatable, BackendApiClient.Call call) {
    api.requireSecretKey();
    return calls.make(method + " " + api.addressOf(path), repeatable, call);
  }

  private static @Nullable Object json(Answer answer) {
    try {
      return answer.json();
    } catch (JsonSyntaxException e) {
      return null;
    }
  }

  private ClerkBackendException notUnderstood(String method, String path) {
    String message = method + " " + api.addressOf(path) + " answered something else than asked for";
    return new ClerkBackendException(message, 200, null, Duration.ZERO, null);
  }
}
