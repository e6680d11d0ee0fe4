package io.github.clerkjakarta;

import java.util.Map;
import java.util.Optional;

/**
 * Who acts in the name of the signed-in person (claim {@code act}): an impersonating colleague or
 * an agent.
 *
 * @param claims the members of the claim as they stand in the token
 * @see <a href="https://clerk.com/docs/guides/users/impersonation">Clerk: user impersonation</a>
 */
public record Actor(Map<String, Object> claims) {

  /** The id of whoever acts, when the claim names one. */
  public Optional<String> subject() {
    return claims.get("sub") instanceof String subject ? Optional.of(subject) : Optional.empty();
  }
}
