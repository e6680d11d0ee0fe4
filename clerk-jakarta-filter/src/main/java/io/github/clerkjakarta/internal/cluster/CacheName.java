package io.github.clerkjakarta.internal.cluster;

import java.net.URI;
import java.util.Optional;

/**
 * Which cache is meant.
 *
 * @param manager the cache manager, by its provider's kind of URI; empty for the usual one
 * @param cache the name of the cache
 */
record CacheName(Optional<URI> manager, String cache) {

  /**
   * Reads {@code name} or {@code uri#name}.
   *
   * @throws IllegalArgumentException when it is neither
   */
  static CacheName of(String text) {
    int hash = text.lastIndexOf('#');
    String cache = text.substring(hash + 1);
    if (cache.isBlank() || hash == 0) {
      throw new IllegalArgumentException("A cache has a name.");
    }
    return new CacheName(
        hash < 0 ? Optional.empty() : Optional.of(URI.create(text.substring(0, hash))), cache);
  }
}
