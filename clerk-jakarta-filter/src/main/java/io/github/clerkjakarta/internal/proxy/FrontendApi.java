package io.github.clerkjakarta.internal.proxy;

import io.github.clerkjakarta.internal.backend.Connections;
import io.github.clerkjakarta.internal.log.LogText;
import io.github.clerkjakarta.internal.log.RateLimitedLog;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Clerk's Frontend API, as one Clerk instance calls it for browsers. Opens nothing until the first
 * call. HTTP/1.1, in which whoever reads slowly is sent slowly: over HTTP/2 the JDK's client would
 * keep up to 16 MB of every answer in memory.
 */
public final class FrontendApi implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(FrontendApi.class.getName());

  private static final Duration WHOLE = Duration.ofMinutes(2);
  private static final Duration HEAD = Duration.ofSeconds(30);

  private final URI base;
  private final String secretKey;
  private final Duration whole;
  private final Duration head;
  private final Connections connections;
  private final RateLimitedLog log =
      new RateLimitedLog(LOG, Level.WARNING, TimeSource.SYSTEM::nanoTime);

  /**
   * The Frontend API at an address.
   *
   * @param address {@code https://host[:port][/path]}, or {@code http} on this machine
   * @param secretKey of the instance
   */
  public FrontendApi(String address, String secretKey) {
    this(address, secretKey, WHOLE, HEAD);
  }

  /** The same with other deadlines: for all of an exchange, and for the head of the answer. */
  FrontendApi(String address, String secretKey, Duration whole, Duration head) {
    this.base = URI.create(withoutSlashAtEnd(address));
    this.secretKey = secretKey;
    this.whole = whole;
    this.head = head;
    this.connections =
        new Connections(
            "clerk-frontend-api", "https".equalsIgnoreCase(base.getScheme()), Version.HTTP_1_1);
  }

  /**
   * The address of a path at Clerk; empty when it would be anywhere else. Texts are joined and
   * nothing is resolved, so that {@code //evil.example} stays a path.
   *
   * @param pathAndQuery as it was sent, beginning with a slash
   */
  Optional<URI> at(String pathAndQuery) {
    URI target;
    try {
      target = URI.create(base + pathAndQuery);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(target).filter(this::isHere);
  }

  /**
   * Where a redirect of Clerk's leads when browsers find Clerk at another address: there, if it
   * leads to this API, and else where it says.
   *
   * @param publicUrl where browsers find this API, without a slash at its end
   */
  String redirect(String location, String publicUrl) {
    URI target;
    try {
      target = base.resolve("/").resolve(location);
    } catch (IllegalArgumentException e) {
      return location;
    }
    String prefix = base.getRawPath();
    if (!isHere(target) || !target.getRawPath().startsWith(prefix)) {
      return location;
    }
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    String fragment = target.getRawFragment() == null ? "" : "#" + target.getRawFragment();
    return publicUrl + target.getRawPath().substring(prefix.length()) + query + fragment;
  }

  private boolean isHere(URI target) {
    return base.getScheme().equalsIgnoreCase(target.getScheme())
        && base.getHost().equalsIgnoreCase(target.getHost())
        && base.getPort() == target.getPort()
        && target.getRawUserInfo() == null;
  }

  String secretKey() {
    return secretKey;
  }

  /** How long an exchange may take, both bodies included. */
  Duration whole() {
    return whole;
  }

  /** How long Clerk may take for the head of its answer to a request without a body. */
  Duration head() {
    return head;
  }

  /** Starts an exchange. Redirects aren't followed, for the secret key would go with them. */
  <T> CompletableFuture<HttpResponse<T>> send(HttpRequest request, BodyHandler<T> body) {
    return connections.send(request, body);
  }

  /** Tells the operator why there is no answer. */
  void log(String message, Throwable fault) {
    log.log(message + " " + LogText.of(fault.toString()));
  }

  /** Ends what is under way, and gives up threads and connections. */
  @Override
  public void close() {
    connections.close();
  }

  /** Says where it is. */
  @Override
  public String toString() {
    return "FrontendApi[" + base + "]";
  }

  private static String withoutSlashAtEnd(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
