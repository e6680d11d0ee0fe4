package io.github.clerkjakarta.internal.auth;

import io.github.clerkjakarta.Actor;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.FactorVerificationAge;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.TokenType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person is calling, in a session. Everything is worked out once, when the claims come in;
 * afterwards the value only answers, so that requests that share a token share it.
 *
 * @see <a href="https://clerk.com/docs/guides/sessions/session-tokens">Clerk: session tokens</a>
 */
public final class SessionAuth extends Caller {

  /** The status of a session whose person still has a task to do. */
  static final String PENDING = "pending";

  private static final Optional<TokenType> SESSION_TOKEN = Optional.of(TokenType.SESSION_TOKEN);

  private final Map<String, Object> claims;
  private final Optional<String> userId;
  private final Optional<String> sessionId;
  private final Optional<String> sessionStatus;
  private final ActiveOrganization organization;
  private final ScopedSlugs features;
  private final ScopedSlugs plans;
  private final Optional<FactorVerificationAge> factorVerificationAge;
  private final Optional<Actor> actor;

  private SessionAuth(Map<String, Object> claims) {
    Optional<ScopedSlugs> listedFeatures = ScopedSlugs.read(claims.get("fea"));
    Optional<ScopedSlugs> listedPlans = ScopedSlugs.read(claims.get("pla"));
    this.claims = claims;
    userId = Claim.text(claims.get("sub"));
    sessionId = Claim.text(claims.get("sid"));
    sessionStatus = Claim.text(claims.get("sts"));
    organization = ActiveOrganization.read(claims, listedFeatures);
    boolean readable = organization.permissionsReadable();
    features = listedFeatures.filter(listed -> readable).orElse(ScopedSlugs.NONE);
    plans = listedPlans.filter(listed -> readable).orElse(ScopedSlugs.NONE);
    factorVerificationAge = FactorAges.read(claims.get("fva"));
    actor = actor(claims.get("act"));
  }

  /**
   * Who is calling, by these verified claims; a pending session is its person (see {@link
   * #unlessPending}). Claims of a type that Clerk doesn't give them count as missing, and nothing
   * in the claims leads to an exception.
   *
   * @param claims the claims, unmodifiable at every depth
   */
  public static Auth of(Map<String, Object> claims) {
    return new SessionAuth(claims);
  }

  /** This caller; nobody when it is a session that is pending. */
  public static Auth unlessPending(Auth caller) {
    return caller.sessionStatus().filter(PENDING::equals).isPresent() ? Nobody.pending() : caller;
  }

  @Override
  boolean meets(Requirement requirement) {
    if (userId.isEmpty() || userId.get().isEmpty()) {
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
    return requirement instanceof Requirement.Recent wanted
        && factorVerificationAge.isPresent()
        && FactorAges.satisfy(factorVerificationAge.get(), wanted.reverification());
  }

  @Override
  public boolean isAuthenticated() {
    return true;
  }

  @Override
  public Optional<TokenType> tokenType() {
    return SESSION_TOKEN;
  }

  @Override
  public Optional<String> userId() {
    return userId;
  }

  @Override
  public Optional<String> sessionId() {
    return sessionId;
  }

  @Override
  public Optional<String> sessionStatus() {
    return sessionStatus;
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
    return factorVerificationAge;
  }

  @Override
  public Optional<Actor> actor() {
    return actor;
  }

  @Override
  public Map<String, Object> claims() {
    return claims;
  }

  /** Names the user and the session; no other claim. */
  @Override
  public String toString() {
    return "SessionAuth[" + userId.orElse("no user") + ", " + sessionId.orElse("no session") + "]";
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
