package io.github.clerkjakarta.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An API key, with which a program acts for a person or an organization.
 *
 * @see <a href="https://clerk.com/docs/guides/development/machine-auth/api-keys">API keys</a>
 */
public final class ApiKey extends MachineToken {

  private volatile String name = "Test key";
  private volatile @Nullable String description;
  private volatile @Nullable String createdBy;

  ApiKey(String subject, long createdAt) {
    super("ak_", subject, createdAt);
  }

  /**
   * Grants a scope.
   *
   * @param scope such as {@code invoices:read}
   * @return this key
   */
  public ApiKey scope(String scope) {
    addScope(scope);
    return this;
  }

  /**
   * Attaches a claim.
   *
   * @param claim its name
   * @param value a string, number, boolean, map or iterable, written as JSON
   * @return this key
   */
  public ApiKey claim(String claim, Object value) {
    setClaim(claim, value);
    return this;
  }

  /**
   * Names the key.
   *
   * @param text by default {@code Test key}
   * @return this key
   */
  public ApiKey name(String text) {
    name = text;
    return this;
  }

  /**
   * Lets the key be past its expiration.
   *
   * @return this key
   */
  public ApiKey expired() {
    expire();
    return this;
  }

  /** Says what it is for; null is nothing. */
  ApiKey description(@Nullable String text) {
    description = text;
    return this;
  }

  /** Says whose session made it. */
  ApiKey createdBy(String userId) {
    createdBy = userId;
    return this;
  }

  String name() {
    return name;
  }

  @Override
  String object() {
    return "api_key";
  }

  @Override
  void addTo(Map<String, @Nullable Object> json) {
    json.put("type", "api_key");
    json.put("name", name);
    json.put("claims", claims());
    json.put("created_by", createdBy);
    json.put("description", description);
    json.put("last_used_at", null);
  }
}
