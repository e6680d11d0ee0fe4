package io.github.clerkjakarta.internal.cluster;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.settings.ShownValue;

/** Opens the cache that an application names. */
public final class NamedCache {

  private NamedCache() {}

  /**
   * The cache of this name.
   *
   * @param name the name of a cache, or the URI of a cache manager, {@code #} and the name
   * @param loader the application's, where its provider is looked for
   * @throws ClerkConfigurationException when there is no JCache, no provider or no such cache
   */
  public static SharedCache open(String name, ClassLoader loader) {
    try {
      return JCache.open(CacheName.of(name), loader);
    } catch (LinkageError e) {
      throw new ClerkConfigurationException(
          Setting.WEBHOOKS_CACHE.label()
              + " needs JCache: put javax.cache:cache-api and a provider, such as Hazelcast or"
              + " Infinispan, into the application, beside clerk-jakarta-filter.",
          e);
    } catch (ClerkConfigurationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ClerkConfigurationException(
          "Set "
              + Setting.WEBHOOKS_CACHE.label()
              + " to a cache of texts that the JCache provider of this application has: "
              + ShownValue.of(name)
              + " can't be opened and written to.",
          e);
    }
  }
}
