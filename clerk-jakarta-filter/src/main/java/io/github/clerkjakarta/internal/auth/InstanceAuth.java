package io.github.clerkjakarta.internal.auth;

import io.github.clerkjakarta.Actor;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.FactorVerificationAge;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.TokenType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A caller of one of several Clerk instances: the caller, and the name of the instance. */
public final class InstanceAuth implements Auth {

  private final Auth caller;
  private final Optional<String> instance;

  private InstanceAuth(Auth caller, Optional<String> instance) {
    this.caller = caller;
    this.instance = instance;
  }

  /** The caller, as one of the instance with this name. */
  public static Auth named(Auth caller, String instance) {
    return new InstanceAuth(caller, Optional.of(instance));
  }

  @Override
  public Optional<String> instance() {
    return instance;
  }

  @Override
  public boolean isAuthenticated() {
    return caller.isAuthenticated();
  }

  @Override
  public Optional<TokenType> tokenType() {
    return caller.tokenType();
  }

  @Override
  public Optional<String> userId() {
    return caller.userId();
  }

  @Override
  public Optional<String> sessionId() {
    return caller.sessionId();
  }

  @Override
  public Optional<String> sessionStatus() {
    return caller.sessionStatus();
  }

  @Override
  public Optional<String> orgId() {
    return caller.orgId();
  }

  @Override
  public Optional<String> orgRole() {
    return caller.orgRole();
  }

  @Override
  public Optional<String> orgSlug() {
    return caller.orgSlug();
  }

  @Override
  public List<String> orgPermissions() {
    return caller.orgPermissions();
  }

  @Override
  public List<String> features() {
    return caller.features();
  }

  @Override
  public List<String> plans() {
    return caller.plans();
  }

  @Override
  public Optional<FactorVerificationAge> factorVerificationAge() {
    return caller.factorVerificationAge();
  }

  @Override
  public Optional<Actor> actor() {
    return caller.actor();
  }

  @Override
  public Map<String, Object> claims() {
    return caller.claims();
  }

  @Override
  public Optional<String> tokenId() {
    return caller.tokenId();
  }

  @Override
  public Optional<String> tokenName() {
    return caller.tokenName();
  }

  @Override
  public Optional<String> subject() {
    return caller.subject();
  }

  @Override
  public List<String> scopes() {
    return caller.scopes();
  }

  @Override
  public Optional<String> machineId() {
    return caller.machineId();
  }

  @Override
  public Optional<String> clientId() {
    return caller.clientId();
  }

  @Override
  public boolean has(Requirement requirement) {
    return caller.has(requirement);
  }

  @Override
  public String toString() {
    return caller + " of " + instance.orElseThrow();
  }
}
