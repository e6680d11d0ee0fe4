package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Membership;
import io.github.clerkjakarta.testkit.internal.directory.Role;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A session token to be: whose it is and what they may do. Each method returns another one and
 * leaves this as it is.
 *
 * @see <a href="https://clerk.com/docs/guides/sessions/session-tokens">Session tokens</a>
 */
public final class TestToken {

  private final TestTokens tokens;
  private final Person person;
  private final @Nullable Organization organization;
  private final @Nullable String role;
  private final List<String> permissions;
  private final Map<String, Object> claims;

  private TestToken(
      TestTokens tokens,
      Person person,
      @Nullable Organization organization,
      @Nullable String role,
      List<String> permissions,
      Map<String, Object> claims) {
    this.tokens = tokens;
    this.person = person;
    this.organization = organization;
    this.role = role;
    this.permissions = permissions;
    this.claims = claims;
  }

  static TestToken of(TestTokens tokens) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("azp", "http://localhost:8080");
    claims.put("sid", "sess_test");
    claims.put("fva", List.of(0, -1));
    claims.put("v", 2);
    claims.put("sts", "active");
    return new TestToken(tokens, Person.ADA, null, null, List.of(), claims);
  }

  /**
   * Signs somebody else in.
   *
   * @param id the user id, {@code user_…}
   */
  public TestToken userId(String id) {
    Person other = new Person(id, id, id + "@example.com", "");
    return new TestToken(tokens, other, organization, role, permissions, claims);
  }

  /**
   * Makes an organization the active one; by default {@link Organization#ACME Acme} as soon as a
   * role or a permission needs one.
   *
   * @param active the organization
   */
  public TestToken organization(Organization active) {
    return new TestToken(tokens, person, active, role, permissions, claims);
  }

  /**
   * Sets the role in the active organization.
   *
   * @param key the role with its prefix, such as {@code org:admin}; by default {@code org:member}
   * @throws IllegalArgumentException if it has no such prefix
   */
  public TestToken orgRole(String key) {
    if (!key.matches("org:[^:,\\s]+")) {
      throw new IllegalArgumentException(key + " is no role, which looks like org:admin");
    }
    return new TestToken(tokens, person, active(), key, permissions, claims);
  }

  /**
   * Grants a custom permission in the active organization.
   *
   * @param key such as {@code org:invoices:create}
   * @throws IllegalArgumentException if it doesn't look like that
   */
  public TestToken permission(String key) {
    if (!key.matches("org:[^:,\\s]+:[^:,\\s]+")) {
      throw new IllegalArgumentException(
          key + " is no permission, which looks like org:invoices:create");
    }
    List<String> more = Stream.concat(permissions.stream(), Stream.of(key)).toList();
    return new TestToken(tokens, person, active(), role, more, claims);
  }

  /**
   * Adds a feature; those of permissions are there already.
   *
   * @param scopedSlug the slug with its scope, {@code o:} or {@code u:}
   */
  public TestToken feature(String scopedSlug) {
    return append("fea", scopedSlug);
  }

  /**
   * Adds a plan.
   *
   * @param scopedSlug the slug with its scope, {@code o:} or {@code u:}
   */
  public TestToken plan(String scopedSlug) {
    return append("pla", scopedSlug);
  }

  /** Leaves the session with a task to do. */
  public TestToken pending() {
    return claim("sts", "pending");
  }

  /**
   * Lets someone impersonate the person.
   *
   * @param actorId the id of the one who impersonates
   */
  public TestToken impersonatedBy(String actorId) {
    return claim(
        "act", Map.of("iss", "https://dashboard.clerk.com", "sid", "sess_actor", "sub", actorId));
  }

  /**
   * Says how long ago each factor was proved; by default the first just now, and no second one.
   *
   * @param firstMinutes minutes since the first factor
   * @param secondMinutes minutes since the second factor, -1 for none
   */
  public TestToken factorVerificationAge(int firstMinutes, int secondMinutes) {
    return claim("fva", List.of(firstMinutes, secondMinutes));
  }

  /**
   * Sets a claim, also one of Clerk's own.
   *
   * @param name its name
   * @param value a string, number, boolean, map or iterable, written as JSON
   */
  public TestToken claim(String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(claims);
    changed.put(name, value);
    return new TestToken(tokens, person, organization, role, permissions, changed);
  }

  /** Returns a token, issued now. */
  public String token() {
    return tokenBuilder().token();
  }

  /** Starts from what {@link #token()} returns, to change any header or claim of it. */
  public TokenBuilder tokenBuilder() {
    return tokens.builder(this);
  }

  Optional<Membership> membership() {
    return Optional.ofNullable(organization)
        .map(
            active ->
                new Membership(person, active, role == null ? Role.MEMBER : role, permissions));
  }

  Map<String, Object> claims(String issuer) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("iss", issuer);
    all.put("sub", person.id());
    all.put("jti", RandomIds.withPrefix("", 20));
    all.putAll(claims);
    List<String> features =
        permissions.stream().map(each -> each.split(":", -1)[1]).distinct().toList();
    Set<String> scoped = new LinkedHashSet<>();
    features.forEach(feature -> scoped.add("o:" + feature));
    if (claims.get("fea") instanceof String added) {
      scoped.addAll(List.of(added.split(",", -1)));
    }
    if (!scoped.isEmpty()) {
      all.put("fea", String.join(",", scoped));
    }
    membership()
        .ifPresent(
            membership -> all.putIfAbsent("o", SessionClaims.organization(membership, features)));
    return all;
  }

  /** The same in version 1 of the claims. */
  Map<String, Object> version1() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (String kept : List.of("sid", "fva", "act")) {
      if (claims.containsKey(kept)) {
        all.put(kept, claims.get(kept));
      }
    }
    membership().ifPresent(each -> all.putAll(SessionClaims.organizationVersion1(each)));
    return all;
  }

  private Organization active() {
    return organization == null ? Organization.ACME : organization;
  }

  private TestToken append(String claim, String value) {
    return claim(
        claim, claims.get(claim) instanceof String earlier ? earlier + "," + value : value);
  }

  /** Says what this is, not what the token would be. */
  @Override
  public String toString() {
    return "a token of " + person.id();
  }
}
