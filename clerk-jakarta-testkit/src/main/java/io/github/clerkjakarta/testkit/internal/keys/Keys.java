package io.github.clerkjakarta.testkit.internal.keys;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The key that signs and the keys that are published, which differ after a rotation. */
public final class Keys {

  private final Supplier<SigningKey> source;

  private SigningKey current;
  private List<SigningKey> published;

  /** Takes the first key of a source now, and the next one at each rotation. */
  public Keys(Supplier<SigningKey> source) {
    this.source = source;
    current = source.get();
    published = List.of(current);
  }

  public synchronized SigningKey current() {
    return current;
  }

  public synchronized List<SigningKey> published() {
    return published;
  }

  /** Signs with a new key from now on; the earlier ones stay published. */
  public synchronized void rotate() {
    current = source.get();
    published = Stream.concat(Stream.of(current), published.stream()).toList();
  }

  /** Publishes the current key alone. */
  public synchronized void withdrawEarlier() {
    published = List.of(current);
  }

  /** The JWK Set (RFC 7517 section 5). */
  public synchronized Map<String, ?> jwks() {
    return Map.of("keys", published.stream().map(SigningKey::jwk).toList());
  }
}
