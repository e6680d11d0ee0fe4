package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.json.JsonValues;
import io.github.clerkjakarta.internal.log.LogText;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Clerk's Backend API, as one application calls it. Thread-safe.
 *
 * <p>A call ends within five seconds unless said otherwise, its body included. Redirects aren't
 * followed, because the secret key would go with them. An answer of more than a megabyte is refused
 * unless said otherwise. Nothing is retried, neither here nor by the JDK's client: who calls knows
 * better whether that is worth it.
 */
public final class BackendApiClient implements AutoCloseable {

  /** The version of the Backend API that the answers are read by. */
  public static final String API_VERSION_HEADER = "2026-05-12";

  /** How this library names itself to Clerk: with the version that the jar's manifest states. */
  private static final String USER_AGENT =
      "clerk-jakarta/"
          + Objects.requireNonNullElse(
              BackendApiClient.class.getPackage().getImplementationVersion(), "unreleased");

  private static final String JSON = "application/json";
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final int LONGEST_ANSWER = 1 << 20;

  private final ApiAddress address;
  private final @Nullable String secretKey;
  private final Duration deadline;
  private final int longestAnswer;
  private final Connections connections;
  private final SingleAttempt attempts = new SingleAttempt();
  private final Set<Runnable> cancellations = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * A Backend API. Opens nothing until the first call.
   *
   * @param apiUrl for example {@code https://api.clerk.com}
   * @param apiVersion the version in the path, for example {@code v1}
   * @param secretKey what to authorize calls with, or null when each call brings its own key
   * @throws ClerkConfigurationException when the address or the key can't be used
   */
  public BackendApiClient(String apiUrl, String apiVersion, @Nullable String secretKey) {
    this(apiUrl, apiVersion, secretKey, DEADLINE);
  }

  BackendApiClient(
      String apiUrl, String apiVersion, @Nullable String secretKey, Duration deadline) {
    this(apiUrl, apiVersion, secretKey, deadline, LONGEST_ANSWER);
  }

  BackendApiClient(
      String apiUrl,
      String apiVersion,
      @Nullable String secretKey,
      Duration deadline,
      int longestAnswer) {
    this.address = new ApiAddress(apiUrl, apiVersion);
    this.secretKey = secretKey;
    this.deadline = deadline;
    this.longestAnswer = longestAnswer;
    boolean https = address.isHttps();
    this.connections =
        new Connections("clerk-backend-api", https, https ? Version.HTTP_2 : Version.HTTP_1_1);
    if (secretKey != null && !fitsHeader(secretKey)) {
      throw new ClerkConfigurationException(
          "The secret key (secretKey, CLERK_SECRET_KEY) holds a space, a line break or another"
              + " character that no key has. Copy it again from the Dashboard.");
    }
  }

  /**
   * Asks for something with the secret key.
   *
   * @param path below the version, for example {@code /jwks}
   * @param query parameters, not yet encoded
   * @throws NoAnswer when there is no complete HTTP answer
   */
  Answer get(String path, Map<String, String> query) throws NoAnswer {
    SingleAttempt.Body body = attempts.body();
    Answer answer = call("GET", address.of(path, query), body, secretKey);
    attempts.answered(body);
    return answer;
  }

  /**
   * Asks for something to be done, with the secret key and nothing more.
   *
   * @param path below the version, every segment already encoded
   * @throws NoAnswer when there is no complete HTTP answer
   */
  Answer post(String path) throws NoAnswer {
    return call("POST", address.of(path, Map.of()), BodyPublishers.noBody(), secretKey);
  }

  /**
   * Sends something with the secret key.
   *
   * @param path below the version, every segment already encoded
   * @param query parameters, not yet encoded
   * @param body a value that {@link JsonValues#write} can write
   * @throws NoAnswer when there is no complete HTTP answer
   */
  Answer post(String path, Map<String, String> query, Object body) throws NoAnswer {
    return post(path, query, body, secretKey);
  }

  /**
   * Sends something with another key, for example a machine's.
   *
   * @param path below the version, every segment already encoded
   * @param query parameters, not yet encoded
   * @param body a value that {@link JsonValues#write} can write
   * @param key what to authorize this call with
   * @throws NoAnswer when there is no complete HTTP answer
   */
  Answer post(String path, Map<String, String> query, Object body, @Nullable String key)
      throws NoAnswer {
    return call(
        "POST", address.of(path, query), BodyPublishers.ofString(JsonValues.write(body)), key);
  }

  /**
   * Sends something to a path that has no version before it, as those that verify machine tokens.
   *
   * @param path below the address of the API
   * @param body a value that {@link JsonValues#write} can write
   * @param key what to authorize this call with; null for the secret key
   * @throws NoAnswer when there is no complete HTTP answer
   */
  Answer postUnversioned(String path, Object body, @Nullable String key) throws NoAnswer {
    return call(
        "POST",
        address.unversioned(path),
        BodyPublishers.ofString(JsonValues.write(body)),
        key == null ? secretKey : key);
  }

  /**
   * Makes the call of another client: its method, parameters and body, with the secret key and the
   * headers of ours.
   *
   * @param path below the version, every segment already encoded
   * @throws NoAnswer when there is no complete HTTP answer
   */
  Answer pass(String path, HttpRequest asked) throws NoAnswer {
    String query = asked.uri().getRawQuery();
    URI uri = address.of(path, Map.of());
    URI whole = query == null ? uri : URI.create(uri + "?" + query);
    String type = asked.headers().firstValue("Content-Type").orElse(JSON);
    if (!asked.method().equals("GET")) {
      BodyPublisher body = asked.bodyPublisher().orElseGet(BodyPublishers::noBody);
      return call(asked.method(), whole, type, body, secretKey);
    }
    SingleAttempt.Body body = attempts.body();
    Answer answer = call("GET", whole, type, body, secretKey);
    attempts.answered(body);
    return answer;
  }

  /**
   * Requires the secret key, for calls that nobody can make without.
   *
   * @throws ClerkConfigurationException when there is none
   */
  void requireSecretKey() {
    if (secretKey == null) {
      throw new ClerkConfigurationException(
          "Clerk's Backend API needs the secret key. Set CLERK_SECRET_KEY to the key on the API keys"
              + " page of the Clerk Dashboard.");
    }
  }

  /** The address of a call without parameters, for messages. */
  String addressOf(String path) {
    return address.of(path, Map.of()).toString();
  }

  /**
   * Ends every call that is under way and lets go of connections and threads. Waits for nothing.
   */
  @Override
  public void close() {
    closed = true;
    cancellations.forEach(Runnable::run);
    connections.close();
  }

  @Override
  public String toString() {
    return "BackendApi[" + addressOf("") + "]";
  }

  private Answer call(String method, URI uri, BodyPublisher body, @Nullable String key)
      throws NoAnswer {
    return call(method, uri, JSON, body, key);
  }

  private Answer call(
      String method, URI uri, String contentType, BodyPublisher body, @Nullable String key)
      throws NoAnswer {
    String named = method + " " + withoutQuery(uri);
    if (key == null || !fitsHeader(key)) {
      throw new NoAnswer(named + ": no usable key is set", null);
    }
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .method(method, body)
            .header("Authorization", "Bearer " + key)
            .header("Clerk-API-Version", API_VERSION_HEADER)
            .header("Content-Type", contentType)
            .header("Accept-Encoding", "identity")
            .header("User-Agent", USER_AGENT)
            .build();
    try {
      return read(exchange(request));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(named + ": interrupted", null);
    } catch (TimeoutException e) {
      String late = ": no whole answer within " + deadline.toMillis() + " ms";
      throw new NoAnswer(named + late, null);
    } catch (CancellationException e) {
      throw new NoAnswer(named + ": closed", null);
    } catch (ExecutionException e) {
      Throwable fault = e.getCause() == null ? e : e.getCause();
      throw new NoAnswer(named + ": " + said(fault), fault);
    }
  }

  /**
   * One exchange. The deadline is kept here and not by {@link HttpRequest#timeout}, which ends with
   * the headers and so doesn't bound a body that drips.
   */
  private HttpResponse<byte[]> exchange(HttpRequest request)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<HttpResponse<byte[]>> call =
        connections.send(request, LimitedBody.atMost(longestAnswer));
    Runnable cancellation = () -> call.cancel(true);
    cancellations.add(cancellation);
    try {
      // close() may have run through the cancellations before this one was among them
      if (closed) {
        throw new CancellationException();
      }
      return call.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      cancellations.remove(cancellation);
      cancellation.run();
    }
  }

  /** A query may hold a nonce. */
  private static String withoutQuery(URI uri) {
    String address = uri.toString();
    int query = address.indexOf('?');
    return query < 0 ? address : address.substring(0, query);
  }

  private static Answer read(HttpResponse<byte[]> response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new Answer(response.statusCode(), headers, response.body());
  }

  private static String said(Throwable fault) {
    String message = fault.getMessage();
    String name = fault.getClass().getSimpleName();
    return message == null ? name : name + ": " + LogText.of(message);
  }

  private static boolean fitsHeader(String key) {
    return !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  /** One call, as it can be made again and again. */
  interface Call {
    Answer make() throws NoAnswer;
  }

  /**
   * That there was no HTTP answer that could be read to its end: unreachable, too late, too long,
   * or not asked at all. The message says which, without any secret.
   */
  static final class NoAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    NoAnswer(String message, @Nullable Throwable cause) {
      super(message, cause, false, false);
    }
  }
}
