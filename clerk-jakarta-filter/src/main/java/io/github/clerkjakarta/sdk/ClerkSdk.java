package io.github.clerkjakarta.sdk;

import com.clerk.backend_api.Clerk;
import io.github.clerkjakarta.ClerkBackendException;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.internal.backend.ClientCalls;
import io.github.clerkjakarta.internal.servlet.Decision;
import io.github.clerkjakarta.internal.token.TimeSource;
import jakarta.servlet.ServletRequest;
import java.util.function.Supplier;

/**
 * Clerk's own client of the Backend API ({@code com.clerk:backend-api}), made of our options. Its
 * {@link Clerk} is Clerk's in all that it asks and answers; how calls are made is ours:
 *
 * <ul>
 *   <li>to {@link ClerkOptions#apiUrl()} and {@link ClerkOptions#apiVersion()}, with the secret
 *       key, which the client itself never has, and with the version header that our own calls
 *       have;
 *   <li>each ends within thirty seconds, and a redirect isn't followed;
 *   <li>one that Clerk put off (429) is repeated up to twice within two seconds, and so is a GET
 *       after an outage. Nothing is asked before the time that a {@code Retry-After} names.
 * </ul>
 *
 * <p>What remains of a 429, and what wasn't answered at all, is a {@link ClerkBackendException}, as
 * with {@code ClerkBackend}. Any other answer that isn't a success is an exception of the client's.
 * An id that would lead to another path is an {@link IllegalArgumentException}. Thread-safe.
 *
 * @see <a href="https://github.com/clerk/clerk-sdk-java">Clerk: Java SDK</a>
 */
public final class ClerkSdk implements AutoCloseable {

  private final ClientCalls calls;
  private final Clerk clerk;

  private ClerkSdk(ClientCalls calls) {
    this.calls = calls;
    this.clerk = RoutedClient.clerk(() -> calls);
  }

  /**
   * A client for one Clerk instance. Keep it for as long as the application lives, and close it
   * then. It calls nobody before it is asked to.
   *
   * @throws ClerkConfigurationException when the address or the key can't be used
   */
  public static ClerkSdk create(ClerkOptions options) {
    return new ClerkSdk(new ClientCalls(options, TimeSource.SYSTEM));
  }

  /**
   * A client for every Clerk instance of an application: each call asks the one by whose options
   * the current request was decided. It needs no closing; what its calls need is closed with the
   * filter.
   *
   * @param current the request that is being answered where this is asked; a call throws what this
   *     throws, and {@link IllegalStateException} when no filter has seen the request
   */
  public static Clerk ofRequests(Supplier<? extends ServletRequest> current) {
    return RoutedClient.clerk(() -> Decision.required(current.get()).by().clientCalls());
  }

  /**
   * The client. A call after {@link #close} fails, and one without a secret key is a {@link
   * ClerkConfigurationException}.
   */
  public Clerk clerk() {
    return clerk;
  }

  /** Ends what is under way, with an exception, and gives up threads and connections. */
  @Override
  public void close() {
    calls.close();
  }

  /** Says where the calls go, and no key. */
  @Override
  public String toString() {
    return "ClerkSdk[" + calls + "]";
  }
}
