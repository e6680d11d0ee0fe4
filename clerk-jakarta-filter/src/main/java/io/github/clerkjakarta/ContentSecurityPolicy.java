package io.github.clerkjakarta;

/**
 * Which Content Security Policy responses carry, so that browsers run the application's scripts,
 * and Clerk's, and nobody else's.
 *
 * @see <a href="https://clerk.com/docs/guides/secure/best-practices/csp-headers">Clerk: CSP
 *     headers</a>
 */
public enum ContentSecurityPolicy {
  /** None of ours; the application's own stays as it is. */
  OFF,
  /** The application's origin, the hosts that ClerkJS needs, and scripts on the page itself. */
  DEFAULT,
  /**
   * Scripts that carry the nonce of the response, and what those load ({@code 'strict-dynamic'}).
   */
  STRICT
}
