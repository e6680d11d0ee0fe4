package io.github.clerkjakarta.security.internal.cdi;

import io.github.clerkjakarta.Actor;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.FactorVerificationAge;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.TokenType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is calling in the current request, asked anew each time, so that a bean that lives longer
 * than a request sees each caller of its own.
 */
@ApplicationScoped
public class CurrentAuth implements Auth {

  @Inject private CurrentRequest current;

  /** For CDI. */
  public CurrentAuth() {}

  @Override
  public boolean isAuthenticated() {
    return current.auth().isAuthenticated();
  }

  @Override
  public Optional<String> instance() {
    return current.auth().instance();
  }

  @Override
  public Optional<TokenType> tokenType() {
    return current.auth().tokenType();
  }

  @Override
  public Optional<String> userId() {
    return current.auth().userId();
  }

  @Override
  public Optional<String> sessionId() {
    return current.auth().sessionId();
  }

  @Override
  public Optional<String> sessionStatus() {
    return current.auth().sessionStatus();
  }

  @Override
  public Optional<String> orgId() {
    return current.auth().orgId();
  }

  @Override
  public Optional<String> orgRole() {
    return current.auth().orgRole();
  }

  @Override
  public Optional<String> orgSlug() {
    return current.auth().orgSlug();
  }

  @Override
  public List<String> orgPermissions() {
    return current.auth().orgPermissions();
  }

  @Override
  public List<String> features() {
    return current.auth().features();
  }

  @Override
  public List<String> plans() {
    return current.auth().plans();
  }

  @Override
  public Optional<FactorVerificationAge> factorVerificationAge() {
    return current.auth().factorVerificationAge();
  }

  @Override
  public Optional<Actor> actor() {
    return current.auth().actor();
  }

  @Override
  public Map<String, Object> claims() {
    return current.auth().claims();
  }

  @Override
  public Optional<String> tokenId() {
    return current.auth().tokenId();
  }

  @Override
  public Optional<String> tokenName() {
    return current.auth().tokenName();
  }

  @Override
  public Optional<String> subject() {
    return current.auth().subject();
  }

  @Override
  public List<String> scopes() {
    return current.auth().scopes();
  }

  @Override
  public Optional<String> machineId() {
    return current.auth().machineId();
  }

  @Override
  public Optional<String> clientId() {
    return current.auth().clientId();
  }

  @Override
  public boolean has(Requirement requirement) {
    return current.auth().has(requirement);
  }

  @Override
  public String toString() {
    return "Auth of the current request";
  }
}
