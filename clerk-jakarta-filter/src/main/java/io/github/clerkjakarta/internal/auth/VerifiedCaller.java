package io.github.clerkjakarta.internal.auth;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.Requirement;
import java.util.List;
import java.util.Objects;

/**
 * A caller. What a kind of caller has it overrides.
 *
 * <p>No caller is serializable: who is calling is decided anew for every request, and is never kept
 * in a session that a container writes to disk.
 */
abstract class VerifiedCaller implements Auth {

  /** Whether this caller meets a requirement that isn't made of others. */
  abstract boolean meets(Requirement requirement);

  @Override
  public final boolean has(Requirement requirement) {
    Objects.requireNonNull(requirement, "There is no requirement to judge by.");
    if (requirement instanceof Requirement.All all) {
      List<Requirement> parts = all.requirements();
      for (Requirement part : parts) {
        if (!has(part)) {
          return false;
        }
      }
      return !parts.isEmpty();
    }
    return meets(requirement);
  }

  @Override
  public final boolean isAuthenticated() {
    return true;
  }
}
