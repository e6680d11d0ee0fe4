package io.github.clerkjakarta.internal.auth;

import io.github.clerkjakarta.Actor;
import io.github.clerkjakarta.FactorVerificationAge;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.TokenType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person is calling, in a session. Requests that share a token share the value, which is kept as
 * long as the token: whatever most of them don't ask for is read off the claims when it is asked
 * for.
 *
 * @see <a href="https://clerk.com/docs/guides/sessions/session-tokens">Clerk: session tokens</a>
 */
public final class SessionAuth extends VerifiedCaller {

  private static final Optional<TokenType> SESSION_TOKEN = Optional.of(TokenType.SESSION_TOKEN);

  private final Map<String, Object> claims;
  private final @Nullable String userId;
  private final @Nullable String sessionId;
  private final ActiveOrganization organization;
  private final ScopedSlugs features;
  private final ScopedSlugs plans;

  private SessionAuth(Map<String, Object> claims) {
    ScopedSlugs listedFeatures = ScopedSlugs.read(claims.get("fea"));
    ScopedSlugs listedPlans = ScopedSlugs.read(claims.get("pla"));
    this.claims = claims;
    userId = ClaimText.text(claims.get("sub"));
    sessionId = ClaimText.text(claims.get("sid"));
    organization = ActiveOrganization.read(claims, listedFeatures);
    boolean readable = organization.permissionsReadable();
    features = readable && listedFeatures != null ? listedFeatures : ScopedSlugs.NONE;
    plans = readable && listedPlans != null ? listedPlans : ScopedSlugs.NONE;
  }

  /**
   * Who is calling, by these verified claims; a pending session is its person. Claims of a type
   * that Clerk doesn't give them count as missing, and nothing in the claims leads to an exception.
   *
   * @param claims the claims, unmodifiable at every depth
   */
  public static SessionAuth of(Map<String, Object> claims) {
    return new SessionAuth(claims);
  }

  /** Whether the claims about features and permissions make sense; if not, they grant nothing. */
  public boolean isReadable() {
    return organization.permissionsReadable();
  }

  @Override
  boolean meets(Requirement requirement) {
    if (userId == null || userId.isEmpty()) {
      return false;
    }
    if (requirement instanceof Requirement.Role wanted) {
      return organization.gives(wanted);
    }
    if (requirement instanceof Requirement.Permission wanted) {
      return organization.gives(wanted);
    }
    if (requirement instanceof Requirement.Organization wanted) {
      return organization.is(wanted);
    }
    if (requirement instanceof Requirement.Feature wanted) {
      return features.contains(wanted.feature());
    }
    if (requirement instanceof Requirement.Plan wanted) {
      return plans.contains(wanted.plan());
    }
    if (requirement instanceof Requirement.Claim wanted) {
      return wanted.name().textsIn(claims).contains(wanted.value());
    }
    return requirement instanceof Requirement.Recent wanted
        && factorVerificationAge()
            .filter(ages -> FactorAges.satisfy(ages, wanted.reverification()))
            .isPresent();
  }

  @Override
  public Optional<TokenType> tokenType() {
    return SESSION_TOKEN;
  }

  @Override
  public Optional<String> userId() {
    return Optional.ofNullable(userId);
  }

  @Override
  public Optional<String> sessionId() {
    return Optional.ofNullable(sessionId);
  }

  @Override
  public Optional<String> sessionStatus() {
    return Optional.ofNullable(ClaimText.text(claims.get("sts")));
  }

  @Override
  public Optional<String> orgId() {
    return organization.id();
  }

  @Override
  public Optional<String> orgRole() {
    return organization.role();
  }

  @Override
  public Optional<String> orgSlug() {
    return organization.slug();
  }

  @Override
  public List<String> orgPermissions() {
    return organization.permissions();
  }

  @Override
  public List<String> features() {
    return features.listed();
  }

  @Override
  public List<String> plans() {
    return plans.listed();
  }

  @Override
  public Optional<FactorVerificationAge> factorVerificationAge() {
    return FactorAges.read(claims.get("fva"));
  }

  @Override
  public Optional<Actor> actor() {
    return actor(claims.get("act"));
  }

  @Override
  public Map<String, Object> claims() {
    return claims;
  }

  /** Names the user and the session; no other claim. */
  @Override
  public String toString() {
    return "SessionAuth["
        + userId().orElse("no user")
        + ", "
        + sessionId().orElse("no session")
        + "]";
  }

  /** An {@code act} of an unknown form still means that somebody acts for this person. */
  @SuppressWarnings("unchecked")
  private static Optional<Actor> actor(@Nullable Object act) {
    if (act == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Actor(act instanceof Map<?, ?> members ? (Map<String, Object>) members : Map.of()));
  }
}
