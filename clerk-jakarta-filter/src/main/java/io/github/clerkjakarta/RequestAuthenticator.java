package io.github.clerkjakarta;

import io.github.clerkjakarta.internal.decision.Engine;
import io.github.clerkjakarta.internal.token.TimeSource;

/**
 * Decides who is calling, as Clerk's own {@code authenticateRequest()} does. Thread-safe; one per
 * application and Clerk instance. It holds the keys and the verified tokens of that instance.
 *
 * @see <a href="https://clerk.com/docs/reference/backend/authenticate-request">Clerk:
 *     authenticateRequest()</a>
 */
public interface RequestAuthenticator extends AutoCloseable {

  /** An authenticator for one Clerk instance. Fetches nothing before the first request needs it. */
  static RequestAuthenticator create(ClerkOptions options) {
    Engine engine = new Engine(options, TimeSource.SYSTEM);
    return new RequestAuthenticator() {
      @Override
      public RequestState authenticate(ClerkRequest request, RequestOptions requestOptions) {
        return engine.authenticate(request, requestOptions);
      }

      @Override
      public void close() {
        engine.close();
      }
    };
  }

  /**
   * Decides about a request by the options of this authenticator.
   *
   * @throws ClerkConfigurationException when an option that this request needs is missing or wrong,
   *     or when a development handshake can't be verified; the message says what to do
   */
  default RequestState authenticate(ClerkRequest request) {
    return authenticate(request, RequestOptions.DEFAULT);
  }

  /**
   * Decides about a request, with some options for this request alone.
   *
   * @throws ClerkConfigurationException as {@link #authenticate(ClerkRequest)}
   */
  RequestState authenticate(ClerkRequest request, RequestOptions requestOptions);

  /** Gives up threads and connections. Requests in flight end signed out. */
  @Override
  void close();
}
