package io.github.clerkjakarta;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is calling, and what it may do. A value: it holds what was verified in the request and reads
 * nothing else. Never null; for a caller that isn't signed in, every {@code Optional} is empty,
 * every list and map is empty, and {@link #has} is false. So it is by default, too: whoever
 * implements this interface, for a test perhaps, says no more than there is to say.
 *
 * @see <a href="https://clerk.com/docs/reference/backend/types/auth-object">Clerk: the Auth
 *     object</a>
 */
public interface Auth {

  /** A caller that isn't signed in, where a session was asked for. */
  static Auth nobody() {
    return new Auth() {
      @Override
      public Optional<TokenType> tokenType() {
        return Optional.of(TokenType.SESSION_TOKEN);
      }

      @Override
      public String toString() {
        return "Nobody";
      }
    };
  }

  /**
   * The name of the Clerk instance that the request was for, where an application has several; see
   * {@link ClerkInstances}. Empty where it has one without a name.
   */
  default Optional<String> instance() {
    return Optional.empty();
  }

  /** Whether somebody (a person or a machine) is calling. */
  default boolean isAuthenticated() {
    return false;
  }

  /**
   * The kind of token that was accepted or asked for. Empty when the request may carry one of
   * several kinds and carried none of them.
   */
  default Optional<TokenType> tokenType() {
    return Optional.empty();
  }

  /** The user's id, {@code user_…}: the session's user, or the user that a machine token is for. */
  default Optional<String> userId() {
    return Optional.empty();
  }

  /** The session's id, {@code sess_…}. */
  default Optional<String> sessionId() {
    return Optional.empty();
  }

  /**
   * The session's status, {@code active} or {@code pending} (claim {@code sts}). It is there for a
   * pending session even though such a session counts as signed out.
   */
  default Optional<String> sessionStatus() {
    return Optional.empty();
  }

  /** The id of the active organization, {@code org_…}; for a machine token, the one it is for. */
  default Optional<String> orgId() {
    return Optional.empty();
  }

  /** The role in the active organization, with its prefix: {@code org:admin}. */
  default Optional<String> orgRole() {
    return Optional.empty();
  }

  /** The slug of the active organization. */
  default Optional<String> orgSlug() {
    return Optional.empty();
  }

  /** The permissions in the active organization, for example {@code org:invoices:create}. */
  default List<String> orgPermissions() {
    return List.of();
  }

  /** The features that the token lists (claim {@code fea}), for example {@code o:invoices}. */
  default List<String> features() {
    return List.of();
  }

  /** The plans that the token lists (claim {@code pla}), for example {@code u:free}. */
  default List<String> plans() {
    return List.of();
  }

  /** How long ago each factor was proved (claim {@code fva}). */
  default Optional<FactorVerificationAge> factorVerificationAge() {
    return Optional.empty();
  }

  /** Who acts in the name of this person, in an impersonated session. */
  default Optional<Actor> actor() {
    return Optional.empty();
  }

  /**
   * The claims of the verified token, or those attached to a machine token. Values are {@code
   * String}, {@code Long}, {@code Double}, {@code BigInteger}, {@code BigDecimal}, {@code Boolean},
   * {@code List}, {@code Map} or null, unmodifiable at every depth.
   */
  default Map<String, Object> claims() {
    return Map.of();
  }

  /** The id of a machine token, for example {@code ak_…}. */
  default Optional<String> tokenId() {
    return Optional.empty();
  }

  /** The name of an API key. */
  default Optional<String> tokenName() {
    return Optional.empty();
  }

  /** Whom a machine token stands for: {@code user_…}, {@code org_…} or {@code mch_…}. */
  default Optional<String> subject() {
    return Optional.empty();
  }

  /** The scopes of a machine token. */
  default List<String> scopes() {
    return List.of();
  }

  /** The machine, {@code mch_…}, that an M2M token stands for. */
  default Optional<String> machineId() {
    return Optional.empty();
  }

  /** The OAuth client that an OAuth token was issued to. */
  default Optional<String> clientId() {
    return Optional.empty();
  }

  /**
   * Whether the caller has all that is required. Anything missing or malformed is a no; so is a
   * caller that isn't signed in.
   *
   * @throws NullPointerException when nothing is asked, as where an expression language doesn't
   *     know the name of a class
   */
  default boolean has(Requirement requirement) {
    Objects.requireNonNull(requirement, "There is no requirement to judge by.");
    return false;
  }
}
