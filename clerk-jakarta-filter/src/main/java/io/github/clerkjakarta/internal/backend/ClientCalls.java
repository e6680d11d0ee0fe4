package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.ClerkBackendException;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The calls of Clerk's own client for one Clerk instance. That client says what is asked for below
 * its {@link #SERVER}; where that is, with which key, how long it may take and how often it is
 * tried is decided here. It never has the secret key.
 */
public final class ClientCalls implements AutoCloseable {

  /** Where Clerk's own client is to believe the Backend API to be. */
  public static final String SERVER = "https://api.clerk.com/v1";

  /** A page of 500 users takes longer than one user. */
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private static final int LONGEST_ANSWER = 16 << 20;
  private static final String VERSION = "/v1/";
  private static final Pattern ELSEWHERE = Pattern.compile("(?i)(\\.|%2e)*|.*(%2f|%5c|\\\\).*");

  private final BackendApiClient api;
  private final RetryingCalls calls;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * The calls for one instance. Opens nothing before the first.
   *
   * @throws ClerkConfigurationException when the address or the key can't be used
   */
  public ClientCalls(ClerkOptions options, TimeSource time) {
    this.api =
        new BackendApiClient(
            options.apiUrl(),
            options.apiVersion(),
            options.secretKey().filter(key -> !key.isEmpty()).orElse(null),
            DEADLINE,
            LONGEST_ANSWER);
    this.calls =
        new RetryingCalls(time, pause -> !closed.await(pause.toNanos(), TimeUnit.NANOSECONDS));
  }

  /**
   * What Clerk answers, success or not.
   *
   * @throws ClerkBackendException when there is no answer, and when Clerk put the call off (429)
   * @throws ClerkConfigurationException when there is no secret key
   * @throws IllegalArgumentException when a part of the path would lead elsewhere
   */
  public HttpResponse<InputStream> send(HttpRequest asked) {
    api.requireSecretKey();
    String path = pathBelowVersion(asked.uri().getRawPath());
    Answer answer =
        calls.exchange(
            asked.method() + " " + api.addressOf(path),
            asked.method().equals("GET"),
            () -> api.pass(path, asked));
    return new ClientResponse(asked, answer);
  }

  @Override
  public void close() {
    closed.countDown();
    api.close();
  }

  @Override
  public String toString() {
    return "ClientCalls[" + api.addressOf("") + "]";
  }

  /** Ids are parts of paths, and may come from anywhere: none may stand for another path. */
  private static String pathBelowVersion(String path) {
    String below = path.startsWith(VERSION) ? path.substring(VERSION.length()) : "";
    if (List.of(below.split("/", -1)).stream().anyMatch(it -> ELSEWHERE.matcher(it).matches())) {
      throw new IllegalArgumentException(
          "A call of Clerk's Backend API has an empty id, or one that holds dots or slashes alone or"
              + " leads to another path.");
    }
    return "/" + below;
  }
}
