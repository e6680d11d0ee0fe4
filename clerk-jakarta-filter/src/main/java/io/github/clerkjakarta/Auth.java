package io.github.clerkjakarta;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is calling, and what it may do. A value: it holds what was verified in the request and reads
 * nothing else. Never null; for a caller that isn't signed in, every {@code Optional} is empty,
 * every list and map is empty, and {@link #has} is false.
 *
 * @see <a href="https://clerk.com/docs/reference/backend/types/auth-object">Clerk: the Auth
 *     object</a>
 */
public interface Auth {

  /** A caller that isn't signed in. */
  static Auth nobody() {
    return Wiring.nobody();
  }

  /**
   * The name of the Clerk instance that the request was for, where an application has several; see
   * {@link ClerkInstances}. Empty where it has one without a name.
   */
  default Optional<String> instance() {
    return Optional.empty();
  }

  /** Whether somebody (a person or a machine) is calling. */
  boolean isAuthenticated();

  /**
   * The kind of token that was accepted or asked for. Empty when the request may carry one of
   * several kinds and carried none of them.
   */
  Optional<TokenType> tokenType();

  /** The user's id, {@code user_…}: the session's user, or the user that a machine token is for. */
  Optional<String> userId();

  /** The session's id, {@code sess_…}. */
  Optional<String> sessionId();

  /**
   * The session's status, {@code active} or {@code pending} (claim {@code sts}). It is there for a
   * pending session even though such a session counts as signed out.
   */
  Optional<String> sessionStatus();

  /** The id of the active organization, {@code org_…}; for a machine token, the one it is for. */
  Optional<String> orgId();

  /** The role in the active organization, with its prefix: {@code org:admin}. */
  Optional<String> orgRole();

  /** The slug of the active organization. */
  Optional<String> orgSlug();

  /** The permissions in the active organization, for example {@code org:invoices:create}. */
  List<String> orgPermissions();

  /** The features that the token lists (claim {@code fea}), for example {@code o:invoices}. */
  List<String> features();

  /** The plans that the token lists (claim {@code pla}), for example {@code u:free}. */
  List<String> plans();

  /** How long ago each factor was proved (claim {@code fva}). */
  Optional<FactorVerificationAge> factorVerificationAge();

  /** Who acts in the name of this person, in an impersonated session. */
  Optional<Actor> actor();

  /**
   * The claims of the verified token, or those attached to a machine token. Values are {@code
   * String}, {@code Long}, {@code Double}, {@code BigInteger}, {@code BigDecimal}, {@code Boolean},
   * {@code List}, {@code Map} or null, unmodifiable at every depth.
   */
  Map<String, Object> claims();

  /** The id of a machine token, for example {@code ak_…}. */
  Optional<String> tokenId();

  /** The name of an API key. */
  Optional<String> tokenName();

  /** Whom a machine token stands for: {@code user_…}, {@code org_…} or {@code mch_…}. */
  Optional<String> subject();

  /** The scopes of a machine token. */
  List<String> scopes();

  /** The machine, {@code mch_…}, that an M2M token stands for. */
  Optional<String> machineId();

  /** The OAuth client that an OAuth token was issued to. */
  Optional<String> clientId();

  /**
   * Whether the caller has all that is required. Anything missing or malformed is a no; so is a
   * caller that isn't signed in.
   */
  boolean has(Requirement requirement);
}
