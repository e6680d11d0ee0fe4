package io.github.clerkjakarta.internal.cluster;

import java.util.Optional;

/**
 * Knows a cache manager that isn't looked for at a provider of JCache: one that the application or
 * its server has. Found by its name in {@code META-INF/services}.
 */
public interface CacheManagerProvider {

  /**
   * A {@code javax.cache.CacheManager}, which whoever has it closes; empty where there is none. Not
   * by its type, for servers look at the types of all methods.
   */
  Optional<Object> cacheManager();
}
