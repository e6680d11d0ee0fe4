package io.github.clerkjakarta.internal.cluster;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.settings.ShownValue;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;

/**
 * A cache of JCache. Only where an application names one is this class loaded.
 *
 * @param cache the cache
 * @param own the cache manager, where it was opened here
 */
record JCache(Cache<String, String> cache, Optional<CacheManager> own) implements SharedCache {

  /**
   * Its caches are those of all nodes; other providers make one of a node unless told otherwise.
   */
  private static final String HAZELCAST = "com.hazelcast.";

  private static final String OPENED = "clerk:opened";

  /** Clerk tries for a little over a day to deliver a message. */
  private static final Duration KEPT_FOR = new Duration(TimeUnit.DAYS, 2);

  /**
   * Opens a cache; one that isn't there yet is created where it will be all nodes'.
   *
   * @throws ClerkConfigurationException when it isn't there and can't be made
   * @throws RuntimeException when the provider says so, or it isn't for texts
   */
  static JCache open(CacheName name, ClassLoader loader) {
    Optional<CacheManager> others = name.manager().isEmpty() ? ofOthers(loader) : Optional.empty();
    CacheManager manager = others.orElseGet(() -> open(name.manager(), loader));
    Optional<CacheManager> own = others.isPresent() ? Optional.empty() : Optional.of(manager);
    try {
      return new JCache(cache(manager, name.cache()), own);
    } catch (RuntimeException e) {
      own.ifPresent(CacheManager::close);
      throw e;
    }
  }

  private static CacheManager open(Optional<URI> uri, ClassLoader loader) {
    CachingProvider provider = Caching.getCachingProvider(loader);
    if (!isHazelcast(provider)) {
      return provider.getCacheManager(uri.orElse(null), loader);
    }
    String configuration =
        uri.orElseThrow(
                () ->
                    new ClerkConfigurationException(
                        "Set "
                            + Setting.WEBHOOKS_CACHE.label()
                            + " to where Hazelcast's configuration is, # and the name of the cache,"
                            + " such as classpath:hazelcast.xml#clerk: what else it starts from"
                            + " doesn't end with this application."))
            .toString();
    Properties properties = new Properties();
    properties.setProperty("hazelcast.config.location", configuration);
    return provider.getCacheManager(null, loader, properties);
  }

  private static boolean isHazelcast(CachingProvider provider) {
    return provider.getClass().getName().startsWith(HAZELCAST);
  }

  private static Optional<CacheManager> ofOthers(ClassLoader loader) {
    return ServiceLoader.load(CacheManagerProvider.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .flatMap(provider -> provider.cacheManager().stream())
        .map(CacheManager.class::cast)
        .findFirst();
  }

  private static Cache<String, String> cache(CacheManager manager, String name) {
    Cache<String, String> found = manager.getCache(name);
    Cache<String, String> cache = found == null ? create(manager, name) : found;
    // One of numbers, or one that nobody may write to, is to fail now and not by and by.
    cache.put(OPENED, "");
    return cache;
  }

  private static Cache<String, String> create(CacheManager manager, String name) {
    if (!isHazelcast(manager.getCachingProvider())) {
      throw new ClerkConfigurationException(
          "Declare the cache "
              + ShownValue.of(name)
              + " in the configuration of the JCache provider, as one of all nodes, or set "
              + Setting.WEBHOOKS_CACHE.label()
              + " to one that is declared: made here it might be this node's alone.");
    }
    try {
      return manager.createCache(
          name,
          new MutableConfiguration<String, String>()
              .setTypes(String.class, String.class)
              .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(KEPT_FOR)));
    } catch (CacheException e) {
      // Another application or node was faster, or it can't be had at all.
      Cache<String, String> made = manager.getCache(name);
      if (made == null) {
        throw e;
      }
      return made;
    }
  }

  @Override
  public @Nullable String get(String name) {
    return cache.get(name);
  }

  @Override
  public Map<String, String> getAll(Set<String> names) {
    return cache.getAll(names);
  }

  @Override
  public void put(String name, String text) {
    cache.put(name, text);
  }

  @Override
  public boolean putIfAbsent(String name, String text) {
    return cache.putIfAbsent(name, text);
  }

  @Override
  public boolean replace(String name, String before, String text) {
    return cache.replace(name, before, text);
  }

  @Override
  public boolean remove(String name, String text) {
    return cache.remove(name, text);
  }

  @Override
  public void close() {
    own.ifPresent(CacheManager::close);
  }
}
