package io.github.clerkjakarta.security.internal.cdi;

import io.github.clerkjakarta.internal.cluster.CacheManagerProvider;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import javax.cache.CacheManager;

/** The cache manager that is a CDI bean: Payara has one, and an application may produce its own. */
public final class CacheManagerBean implements CacheManagerProvider {

  /** For the ServiceLoader, which is asked only where an application names a cache. */
  public CacheManagerBean() {}

  @Override
  public Optional<Object> cacheManager() {
    Instance<CacheManager> beans = CDI.current().select(CacheManager.class);
    return beans.isUnsatisfied() ? Optional.empty() : Optional.ofNullable(beans.get());
  }
}
