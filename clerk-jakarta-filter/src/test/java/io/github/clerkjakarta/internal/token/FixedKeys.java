package io.github.clerkjakarta.internal.token;

import io.github.clerkjakarta.internal.reason.Reason;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Keys that a test puts and takes away, and how often they were asked for. */
final class FixedKeys implements KeySource {

  private final Map<String, VerificationKey> keys = new ConcurrentHashMap<>();
  private final @Nullable VerificationKey always;
  private final AtomicInteger searches = new AtomicInteger();

  private FixedKeys(@Nullable VerificationKey always) {
    this.always = always;
  }

  /** One key for every id. */
  static FixedKeys of(VerificationKey key) {
    return new FixedKeys(key);
  }

  /** No key. */
  static FixedKeys none() {
    return new FixedKeys(null);
  }

  FixedKeys put(String keyId, VerificationKey key) {
    keys.put(keyId, key);
    return this;
  }

  void remove(String keyId) {
    keys.remove(keyId);
  }

  /** How often a key had to be looked for, which may have meant a call over the network. */
  int searches() {
    return searches.get();
  }

  @Override
  public VerificationKey find(@Nullable String keyId, boolean skipCache) throws TokenRefused {
    searches.incrementAndGet();
    VerificationKey key = known(keyId);
    if (key == null) {
      throw new TokenRefused(Reason.JWK_KID_MISMATCH, "no such key", TokenRefused.NO_ACTION);
    }
    return key;
  }

  @Override
  public @Nullable VerificationKey known(@Nullable String keyId) {
    return always != null || keyId == null ? always : keys.get(keyId);
  }
}
