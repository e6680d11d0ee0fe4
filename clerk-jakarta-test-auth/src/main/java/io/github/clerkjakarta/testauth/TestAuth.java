package io.github.clerkjakarta.testauth;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestAuthenticator;
import io.github.clerkjakarta.testkit.Organization;
import io.github.clerkjakarta.testkit.TestToken;
import io.github.clerkjakarta.testkit.TestTokens;
import java.util.List;
import java.util.Map;

/**
 * A caller to be, for code that takes an {@link Auth}. It is no imitation: {@link #auth()} is what
 * a request with such a session token is told, so {@link Auth#has} answers as it will in
 * production.
 *
 * <pre>{@code
 * Auth admin = TestAuth.signedIn().orgRole("org:admin").permission("org:invoices:create").auth();
 * }</pre>
 *
 * <p>Each method returns another one and leaves this as it is. A caller that isn't signed in is
 * {@link Auth#nobody()}.
 */
public final class TestAuth {

  private static final TestTokens TOKENS = TestTokens.seeded("TestAuth");

  private final TestToken token;

  private TestAuth(TestToken token) {
    this.token = token;
  }

  /** Starts from a person, {@code user_ada}, who has no active organization. */
  public static TestAuth signedIn() {
    return new TestAuth(TOKENS.signedIn());
  }

  /**
   * Signs somebody else in.
   *
   * @param id the user id, {@code user_…}
   */
  public TestAuth userId(String id) {
    return new TestAuth(token.userId(id));
  }

  /**
   * Makes an organization the active one; by default {@link Organization#ACME Acme} as soon as a
   * role or a permission needs one.
   *
   * @param active the organization
   */
  public TestAuth organization(Organization active) {
    return new TestAuth(token.organization(active));
  }

  /**
   * Sets the role in the active organization.
   *
   * @param role the role with its prefix, such as {@code org:admin}
   * @throws IllegalArgumentException if it has no such prefix
   */
  public TestAuth orgRole(String role) {
    return new TestAuth(token.orgRole(role));
  }

  /**
   * Grants a custom permission in the active organization.
   *
   * @param permission such as {@code org:invoices:create}
   * @throws IllegalArgumentException if it doesn't look like that
   */
  public TestAuth permission(String permission) {
    return new TestAuth(token.permission(permission));
  }

  /**
   * Adds a feature; those of permissions are there already.
   *
   * @param scopedSlug the slug with its scope, {@code o:} or {@code u:}
   */
  public TestAuth feature(String scopedSlug) {
    return new TestAuth(token.feature(scopedSlug));
  }

  /**
   * Adds a plan.
   *
   * @param scopedSlug the slug with its scope, {@code o:} or {@code u:}
   */
  public TestAuth plan(String scopedSlug) {
    return new TestAuth(token.plan(scopedSlug));
  }

  /**
   * Lets someone impersonate the person.
   *
   * @param actorId the id of the one who impersonates
   */
  public TestAuth impersonatedBy(String actorId) {
    return new TestAuth(token.impersonatedBy(actorId));
  }

  /**
   * Says how long ago each factor was proved; by default the first just now, and no second one.
   *
   * @param firstMinutes minutes since the first factor
   * @param secondMinutes minutes since the second factor, -1 for none
   */
  public TestAuth factorVerificationAge(int firstMinutes, int secondMinutes) {
    return new TestAuth(token.factorVerificationAge(firstMinutes, secondMinutes));
  }

  /**
   * Sets a claim, also one of Clerk's own.
   *
   * @param name its name
   * @param value a string, number, boolean, map or iterable
   */
  public TestAuth claim(String name, Object value) {
    return new TestAuth(token.claim(name, value));
  }

  /**
   * Returns the caller.
   *
   * @throws IllegalStateException if nobody would be signed in by such a token, as by one with a
   *     claim of Clerk's that is wrong
   */
  public Auth auth() {
    ClerkOptions options =
        ClerkOptions.builder()
            .publishableKey(TOKENS.publishableKey())
            .secretKey(TOKENS.secretKey())
            .jwtKey(TOKENS.jwtKey())
            .build();
    try (RequestAuthenticator authenticator = RequestAuthenticator.create(options)) {
      Auth auth = authenticator.authenticate(request()).auth();
      if (!auth.isAuthenticated()) {
        throw new IllegalStateException("such a token signs nobody in");
      }
      return auth;
    }
  }

  private ClerkRequest request() {
    return ClerkRequest.of(
        "GET",
        "http://localhost:8080/",
        Map.of("Authorization", List.of("Bearer " + token.token())));
  }

  /** Says what this is. */
  @Override
  public String toString() {
    return "TestAuth with " + token;
  }
}
