package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.StartupReport;
import io.github.clerkjakarta.internal.cluster.RevocationLog;
import io.github.clerkjakarta.internal.cluster.SharedCache;
import io.github.clerkjakarta.internal.token.RevokedSessions;
import io.github.clerkjakarta.internal.token.TimeSource;
import io.github.clerkjakarta.internal.token.VerifiedTokens;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells one application of a server from another that shares our classes: each servlet context has
 * a mark of its own. Containers differ in whether one context is always the same object.
 */
final class Application {

  private static final String ATTRIBUTE = Application.class.getName();

  /** By their text: the JDK remembers a record of ours that a set has compared. */
  private final Set<String> reports = ConcurrentHashMap.newKeySet();

  private @Nullable VerifiedTokens verifiedTokens;
  private int mostVerifiedTokens;
  private volatile @Nullable RevokedSessions revokedSessions;
  private volatile Optional<SharedCache> cache = Optional.empty();
  private volatile Optional<RevocationLog> revocations = Optional.empty();

  private Application() {}

  /** What belongs to a context. */
  static Application of(ServletContext context) {
    if (context.getAttribute(ATTRIBUTE) instanceof Application application) {
      return application;
    }
    Application application = new Application();
    context.setAttribute(ATTRIBUTE, application);
    return application;
  }

  /** Whether this belongs to a context. */
  boolean isOn(@Nullable ServletContext context) {
    return context != null && context.getAttribute(ATTRIBUTE) == this;
  }

  /** Whether nobody has said so in the log of this application yet. */
  boolean isNews(StartupReport report) {
    return reports.add(report.text());
  }

  /** What all Clerk instances of the application know of ended sessions, from here on. */
  synchronized RevokedSessions revokedSessions() {
    RevokedSessions known = revokedSessions;
    if (known == null) {
      known = new RevokedSessions(TimeSource.SYSTEM);
      revokedSessions = known;
    }
    return known;
  }

  /**
   * From here on the application has a cache together with other nodes.
   *
   * @param log by which they tell one another of ended sessions, where they do
   */
  void share(SharedCache shared, Optional<RevocationLog> log) {
    cache = Optional.of(shared);
    revocations = log;
  }

  /** The cache that other nodes have as well; empty where there is none. */
  Optional<SharedCache> sharedCache() {
    return cache;
  }

  /**
   * Remembers that a session has ended or a user is gone, where anybody wants to know.
   *
   * @throws RuntimeException when the other nodes can't be told; this one knows it
   */
  void revoke(String sessionOrUserId) {
    RevokedSessions known = revokedSessions;
    if (known != null) {
      known.add(sessionOrUserId);
    }
    revocations.ifPresent(log -> log.add(sessionOrUserId));
  }

  /**
   * What all Clerk instances of the application remember of verified tokens.
   *
   * @param most how many tokens
   * @throws ClerkConfigurationException when another instance has said another number
   */
  synchronized VerifiedTokens verifiedTokens(int most) {
    if (verifiedTokens == null) {
      verifiedTokens = new VerifiedTokens(TimeSource.SYSTEM, most);
      mostVerifiedTokens = most;
    }
    if (mostVerifiedTokens != most) {
      throw new ClerkConfigurationException(
          "Set clerk.verifiedTokens once, for all filters and instances of this application: they"
              + " share what they remember.");
    }
    return verifiedTokens;
  }
}
