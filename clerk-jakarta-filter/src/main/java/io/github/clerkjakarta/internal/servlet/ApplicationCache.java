package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.cluster.NamedCache;
import io.github.clerkjakarta.internal.cluster.RevocationFollower;
import io.github.clerkjakarta.internal.cluster.RevocationLog;
import io.github.clerkjakarta.internal.cluster.SharedCache;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.token.TimeSource;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cache that an application has in common with the other nodes, from its start to its end: what
 * was told of ended sessions before is read first, and then, in the background, what is told later.
 */
public final class ApplicationCache implements ServletContextListener {

  private final SharedCache cache;
  private final Application application;
  private final Optional<RevocationLog> log;
  private @Nullable RevocationFollower follower;

  private ApplicationCache(
      SharedCache cache, Application application, Optional<RevocationLog> log) {
    this.cache = cache;
    this.application = application;
    this.log = log;
  }

  /**
   * Opens the cache, where the settings name one. It begins and ends as a listener of the
   * application does.
   *
   * @throws ClerkConfigurationException when it can't be had
   */
  public static void openIn(ServletContext context, Settings settings) {
    Optional<String> name = settings.find(Setting.WEBHOOKS_CACHE);
    if (name.isEmpty()) {
      return;
    }
    Application application = Application.of(context);
    SharedCache cache = NamedCache.open(name.get(), context.getClassLoader());
    try {
      Optional<RevocationLog> log =
          settings
              .find(Setting.REVOCATION)
              .map(webhooks -> log(cache, context, application.revokedSessions()::add));
      application.share(cache, log);
      context.addListener(new ApplicationCache(cache, application, log));
    } catch (RuntimeException e) {
      cache.close();
      throw e;
    }
  }

  private static RevocationLog log(
      SharedCache cache, ServletContext context, Consumer<String> ended) {
    RevocationLog log = new RevocationLog(cache, context.getContextPath(), TimeSource.SYSTEM);
    try {
      log.readNew(ended);
    } catch (RuntimeException e) {
      throw new ClerkConfigurationException(
          Setting.WEBHOOKS_CACHE.label()
              + " names a cache from which nothing can be read: see that the other nodes can be"
              + " reached.",
          e);
    }
    return log;
  }

  /**
   * The cache of a servlet's application; empty where the settings name none.
   *
   * @throws ClerkConfigurationException when they name one that wasn't opened
   */
  public static Optional<SharedCache> of(ServletConfig servlet) {
    Optional<String> name = Settings.of(servlet).find(Setting.WEBHOOKS_CACHE);
    Optional<SharedCache> opened = Application.of(servlet.getServletContext()).sharedCache();
    if (name.isPresent() && opened.isEmpty()) {
      throw new ClerkConfigurationException(
          "Set "
              + Setting.WEBHOOKS_CACHE.label()
              + " for the whole application, where a servlet container calls the initializers that"
              + " jars name in META-INF/services: that is where the cache is opened.");
    }
    return opened;
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    follower =
        log.map(shared -> new RevocationFollower(shared, application.revokedSessions()::add))
            .orElse(null);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (follower != null) {
      follower.close();
    }
    cache.close();
  }
}
