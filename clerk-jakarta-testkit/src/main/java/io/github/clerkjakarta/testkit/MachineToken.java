package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A token of a program, known to the stand-in until {@link LocalClerk#reset()}. Changes take effect
 * with the next verification. Safe for use by several threads.
 *
 * @see <a href="https://clerk.com/docs/guides/development/machine-auth/overview">Machine
 *     authentication</a>
 */
public abstract sealed class MachineToken permits ApiKey, M2mToken, OAuthToken {

  private final String id;
  private final String token;
  private final String subject;
  private final long createdAt;
  private final List<String> scopes = new CopyOnWriteArrayList<>();
  private final Map<String, Object> claims = new ConcurrentHashMap<>();

  private volatile boolean revoked;
  private volatile boolean expired;
  private volatile @Nullable Long expiration;

  /** Begins a token; times are in milliseconds since 1970. */
  MachineToken(String prefix, String subject, long createdAt) {
    this.id = RandomIds.withPrefix(prefix);
    this.token = RandomIds.withPrefix(prefix, 42);
    this.subject = subject;
    this.createdAt = createdAt;
  }

  /**
   * Returns the opaque token, for {@code Authorization: Bearer}; only Clerk can tell what it is.
   */
  public final String token() {
    return token;
  }

  /** Returns the id, which isn't secret. */
  public final String id() {
    return id;
  }

  /** Returns whom the token stands for. */
  public final String subject() {
    return subject;
  }

  final List<String> scopes() {
    return List.copyOf(scopes);
  }

  final Map<String, Object> claims() {
    return Map.copyOf(claims);
  }

  final void addScope(String scope) {
    scopes.add(scope);
  }

  final void setClaim(String name, Object value) {
    claims.put(name, value);
  }

  final void expire() {
    expired = true;
  }

  final void expireAt(long instant) {
    expiration = instant;
  }

  final void revoke() {
    revoked = true;
  }

  final long createdAt() {
    return createdAt;
  }

  final boolean live(long now) {
    return !revoked && !expired(now);
  }

  private boolean expired(long now) {
    Long end = expiration;
    return expired || (end != null && end <= now);
  }

  /** What Clerk's APIs answer about the token. */
  final Map<String, @Nullable Object> describe(long now) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("object", object());
    json.put("id", id);
    json.put("subject", subject);
    json.put("scopes", scopes());
    json.put("revoked", revoked);
    json.put("revocation_reason", null);
    json.put("expired", expired(now));
    json.put("expiration", expiration);
    json.put("created_at", createdAt);
    json.put("updated_at", createdAt);
    addTo(json);
    return json;
  }

  /** What Clerk calls this kind of token. */
  abstract String object();

  /** Adds what only this kind of token has. */
  abstract void addTo(Map<String, @Nullable Object> json);

  /** Names the token without its secret. */
  @Override
  public String toString() {
    return id + " of " + subject;
  }
}
