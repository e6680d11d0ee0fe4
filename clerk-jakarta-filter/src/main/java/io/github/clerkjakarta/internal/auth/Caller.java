package io.github.clerkjakarta.internal.auth;

import io.github.clerkjakarta.Actor;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.FactorVerificationAge;
import io.github.clerkjakarta.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every caller has in common: nothing. A kind of caller overrides what it does have.
 *
 * <p>No caller is serializable: who is calling is decided anew for every request, and is never kept
 * in a session that a container writes to disk.
 */
abstract sealed class Caller implements Auth permits SessionAuth, MachineAuth, Nobody {

  /** Whether this caller meets a requirement that isn't made of others. */
  abstract boolean meets(Requirement requirement);

  @Override
  public final boolean has(Requirement requirement) {
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
  public Optional<String> userId() {
    return Optional.empty();
  }

  @Override
  public Optional<String> sessionId() {
    return Optional.empty();
  }

  @Override
  public Optional<String> sessionStatus() {
    return Optional.empty();
  }

  @Override
  public Optional<String> orgId() {
    return Optional.empty();
  }

  @Override
  public Optional<String> orgRole() {
    return Optional.empty();
  }

  @Override
  public Optional<String> orgSlug() {
    return Optional.empty();
  }

  @Override
  public List<String> orgPermissions() {
    return List.of();
  }

  @Override
  public List<String> features() {
    return List.of();
  }

  @Override
  public List<String> plans() {
    return List.of();
  }

  @Override
  public Optional<FactorVerificationAge> factorVerificationAge() {
    return Optional.empty();
  }

  @Override
  public Optional<Actor> actor() {
    return Optional.empty();
  }

  @Override
  public Map<String, Object> claims() {
    return Map.of();
  }

  @Override
  public Optional<String> tokenId() {
    return Optional.empty();
  }

  @Override
  public Optional<String> tokenName() {
    return Optional.empty();
  }

  @Override
  public Optional<String> subject() {
    return Optional.empty();
  }

  @Override
  public List<String> scopes() {
    return List.of();
  }

  @Override
  public Optional<String> machineId() {
    return Optional.empty();
  }

  @Override
  public Optional<String> clientId() {
    return Optional.empty();
  }
}
