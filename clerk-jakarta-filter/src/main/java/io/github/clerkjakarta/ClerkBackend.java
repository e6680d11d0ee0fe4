package io.github.clerkjakarta;

import io.github.clerkjakarta.internal.backend.ApplicationBackend;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.util.Optional;

/**
 * What an application needs of Clerk's Backend API while it answers a request: who the caller or
 * another user is in full, a token for another service, and an end to the session. It remembers
 * users for a while, and the jar of the filter is all it needs. Thread-safe; one per application
 * and Clerk instance.
 *
 * <p>For the rest of the Backend API, such as invitations, organizations, metadata and bans, there
 * is Clerk's own client: {@link io.github.clerkjakarta.sdk.ClerkSdk ClerkSdk} makes one of the same
 * options. It remembers nothing and needs {@code com.clerk:backend-api} in the application.
 *
 * <p>Each call is bounded: it ends within seven seconds. One that fails soon is repeated up to
 * twice within two seconds, where repeating it does no harm, and not before the time that a {@code
 * Retry-After} of Clerk's names. Authentication doesn't use this class: while it fails, callers are
 * still told apart by their tokens.
 *
 * @see <a href="https://clerk.com/docs/reference/backend-api">Clerk: Backend API</a>
 */
public interface ClerkBackend extends AutoCloseable {

  /** A backend for one Clerk instance. Opens nothing before the first call. */
  static ClerkBackend create(ClerkOptions options) {
    ApplicationBackend calls = new ApplicationBackend(options, TimeSource.SYSTEM);
    return new ClerkBackend() {
      @Override
      public Optional<User> currentUser(Auth auth) {
        return calls.currentUser(auth);
      }

      @Override
      public Optional<User> user(String id) {
        return calls.user(id);
      }

      @Override
      public Optional<String> getToken(Auth auth, String template) {
        return calls.getToken(auth, template);
      }

      @Override
      public void revokeSession(Auth auth) {
        calls.revokeSession(auth);
      }

      @Override
      public void close() {
        calls.close();
      }
    };
  }

  /**
   * The user that is calling, or that a machine token is for; empty when there is none. The same
   * user is asked for again once {@link ClerkOptions#userCache()} is over.
   *
   * @throws ClerkBackendException when Clerk can't be asked or doesn't know the user any more
   * @throws ClerkConfigurationException when there is no secret key
   * @see <a href="https://clerk.com/docs/reference/backend/user/get-user">Clerk: getUser()</a>
   */
  Optional<User> currentUser(Auth auth);

  /**
   * A user, whoever is calling; empty when nobody has this id. The id may come from anywhere, from
   * a parameter of the request for example: what can't be an id is nobody's, and Clerk isn't asked.
   * The same user is asked for again once {@link ClerkOptions#userCache()} is over; that nobody has
   * an id isn't remembered.
   *
   * @throws ClerkBackendException when Clerk can't be asked
   * @throws ClerkConfigurationException when there is no secret key
   * @see <a href="https://clerk.com/docs/reference/backend/user/get-user">Clerk: getUser()</a>
   */
  Optional<User> user(String id);

  /**
   * A new token of the caller's session, made by a JWT template for another service; empty when the
   * caller has no session. Each call asks Clerk; only a call that Clerk put off is repeated.
   *
   * @param template the name of a template in the Clerk Dashboard
   * @throws IllegalArgumentException when no template can have that name
   * @throws ClerkBackendException when Clerk can't be asked, has no such template, or has ended the
   *     session
   * @throws ClerkConfigurationException when there is no secret key
   * @see <a href="https://clerk.com/docs/guides/sessions/jwt-templates">Clerk: JWT templates</a>
   */
  Optional<String> getToken(Auth auth, String template);

  /**
   * Ends the caller's session at Clerk. A session that Clerk doesn't know any more is no failure,
   * and without a session nothing happens. Tokens that were issued before stay valid until they
   * expire, a minute at most; cookies of the browser stay until the response removes them.
   *
   * @throws ClerkBackendException when Clerk can't be asked or refuses; the session goes on
   * @throws ClerkConfigurationException when there is no secret key
   * @see <a href="https://clerk.com/docs/reference/backend/sessions/revoke-session">Clerk:
   *     revokeSession()</a>
   */
  void revokeSession(Auth auth);

  /** Ends what is under way, with an exception, and gives up threads and connections. */
  @Override
  void close();
}
