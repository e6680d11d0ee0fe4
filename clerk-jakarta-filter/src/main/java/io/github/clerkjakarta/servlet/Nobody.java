package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.Actor;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.FactorVerificationAge;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.TokenType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The caller of a request that the edge itself has signed out. */
enum Nobody implements Auth {
  NOBODY;

  @Override
  public boolean isAuthenticated() {
    return false;
  }

  @Override
  public Optional<TokenType> tokenType() {
    return Optional.of(TokenType.SESSION_TOKEN);
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

  @Override
  public boolean has(Requirement requirement) {
    return false;
  }
}
