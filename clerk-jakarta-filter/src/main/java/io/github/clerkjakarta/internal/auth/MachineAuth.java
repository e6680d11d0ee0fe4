package io.github.clerkjakarta.internal.auth;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.TokenType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A machine is calling, with a token that was verified. Of all requirements it can meet only
 * scopes: Clerk gives machine tokens no roles, permissions, features or plans.
 *
 * @see <a href="https://clerk.com/docs/guides/development/machine-auth/overview">Clerk: machine
 *     authentication</a>
 */
public final class MachineAuth extends VerifiedCaller {

  private final TokenType type;
  private final String id;
  private final Optional<String> name;
  private final String subject;
  private final List<String> scopes;
  private final Map<String, Object> claims;
  private final Optional<String> clientId;

  private MachineAuth(
      TokenType type,
      String id,
      Optional<String> name,
      String subject,
      List<String> scopes,
      @Nullable Map<String, Object> claims,
      Optional<String> clientId) {
    this.type = type;
    this.id = id;
    this.name = name;
    this.subject = subject;
    this.scopes = List.copyOf(scopes);
    this.claims = claims == null ? Map.of() : claims;
    this.clientId = clientId;
  }

  /** An API key; its subject is the user or the organization that it acts for. */
  public static Auth apiKey(
      String id,
      @Nullable String name,
      String subject,
      List<String> scopes,
      @Nullable Map<String, Object> claims) {
    return new MachineAuth(
        TokenType.API_KEY,
        id,
        Optional.ofNullable(name),
        subject,
        scopes,
        claims,
        Optional.empty());
  }

  /** A machine-to-machine token; its subject is the machine. */
  public static Auth m2mToken(
      String id, String subject, List<String> scopes, @Nullable Map<String, Object> claims) {
    return new MachineAuth(
        TokenType.M2M_TOKEN, id, Optional.empty(), subject, scopes, claims, Optional.empty());
  }

  /** An OAuth access token; its subject is the user who let the client act. */
  public static Auth oauthToken(
      String id, String subject, List<String> scopes, @Nullable String clientId) {
    return new MachineAuth(
        TokenType.OAUTH_TOKEN,
        id,
        Optional.empty(),
        subject,
        scopes,
        null,
        Optional.ofNullable(clientId));
  }

  @Override
  boolean meets(Requirement requirement) {
    return requirement instanceof Requirement.Scope wanted
        && wanted.scope() != null
        && scopes.contains(wanted.scope());
  }

  @Override
  public Optional<TokenType> tokenType() {
    return Optional.of(type);
  }

  @Override
  public Optional<String> userId() {
    return switch (type) {
      case API_KEY -> subjectIfPrefixed("user_");
      case OAUTH_TOKEN -> Optional.of(subject);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<String> orgId() {
    return type == TokenType.API_KEY ? subjectIfPrefixed("org_") : Optional.empty();
  }

  @Override
  public Optional<String> machineId() {
    return type == TokenType.M2M_TOKEN ? Optional.of(subject) : Optional.empty();
  }

  @Override
  public Map<String, Object> claims() {
    return claims;
  }

  @Override
  public Optional<String> tokenId() {
    return Optional.of(id);
  }

  @Override
  public Optional<String> tokenName() {
    return name;
  }

  @Override
  public Optional<String> subject() {
    return Optional.of(subject);
  }

  @Override
  public List<String> scopes() {
    return scopes;
  }

  @Override
  public Optional<String> clientId() {
    return clientId;
  }

  /** Names the kind of token and whom it stands for; never the token. */
  @Override
  public String toString() {
    return "MachineAuth[" + type.value() + ", " + subject + "]";
  }

  private Optional<String> subjectIfPrefixed(String prefix) {
    return subject.startsWith(prefix) ? Optional.of(subject) : Optional.empty();
  }
}
