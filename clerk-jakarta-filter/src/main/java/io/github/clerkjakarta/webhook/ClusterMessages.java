package io.github.clerkjakarta.webhook;

import io.github.clerkjakarta.internal.cluster.SharedCache;
import io.github.clerkjakarta.internal.token.TimeSource;
import jakarta.servlet.ServletConfig;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The messages of late, in a cache that all nodes of a cluster have. First the node's own memory is
 * asked, so that among its own threads one claims a message; then the cache, so that among the
 * nodes one does.
 *
 * <p>A claim is a text of its own kind for each: when it ends, and what tells it from all others. A
 * node that died leaves it behind, and once it has ended another node takes its place. What was
 * handled stays handled, even if meanwhile somebody else has taken over.
 */
final class ClusterMessages implements HandledMessages {

  /** Clerk tries a second time after five seconds, and a third time five minutes later. */
  static final Duration LONGEST_CLAIM = Duration.ofMinutes(4);

  private static final String DONE = "handled";
  private static final String CLAIMED_UNTIL = "until ";

  private final RecentMessages here;
  private final SharedCache cache;
  private final String endpoint;
  private final TimeSource time;
  private final Map<String, String> claims = new ConcurrentHashMap<>();

  /**
   * None are known yet.
   *
   * @param here what this node remembers
   * @param endpoint tells this endpoint from others that have the same cache: Clerk sends a message
   *     to each of them
   */
  ClusterMessages(RecentMessages here, SharedCache cache, String endpoint, TimeSource time) {
    this.here = here;
    this.cache = cache;
    this.endpoint = endpoint;
    this.time = time;
  }

  /** What tells the endpoint of a servlet from others; the same on all nodes. */
  static String endpoint(ServletConfig servlet) {
    return servlet.getServletContext().getContextPath() + " " + servlet.getServletName();
  }

  @Override
  public Claim claim(String id) {
    Claim before = here.claim(id);
    if (before != Claim.GRANTED) {
      return before;
    }
    Claim claim = Claim.BEING_HANDLED;
    try {
      claim = claimAmongNodes(id);
    } finally {
      if (claim == Claim.HANDLED) {
        here.handled(id);
      } else if (claim == Claim.BEING_HANDLED) {
        here.release(id);
      }
    }
    return claim;
  }

  private Claim claimAmongNodes(String id) {
    String key = key(id);
    long now = time.currentTimeMillis();
    String own = CLAIMED_UNTIL + (now + LONGEST_CLAIM.toMillis()) + " " + UUID.randomUUID();
    boolean granted = cache.putIfAbsent(key, own);
    if (!granted) {
      String before = cache.get(key);
      if (DONE.equals(before)) {
        return Claim.HANDLED;
      }
      // Where a node of the cache died meanwhile, ours may be there and nobody could say so.
      granted =
          own.equals(before)
              || (before != null && hasEnded(before, now) && cache.replace(key, before, own));
    }
    if (granted) {
      claims.put(id, own);
      return Claim.GRANTED;
    }
    return Claim.BEING_HANDLED;
  }

  private static boolean hasEnded(String claim, long now) {
    int end = claim.indexOf(' ', CLAIMED_UNTIL.length());
    return claim.startsWith(CLAIMED_UNTIL)
        && end > 0
        && Long.parseLong(claim, CLAIMED_UNTIL.length(), end, 10) <= now;
  }

  @Override
  public void handled(String id) {
    here.handled(id);
    claims.remove(id);
    cache.put(key(id), DONE);
  }

  @Override
  public void release(String id) {
    String own = claims.remove(id);
    here.release(id);
    if (own != null) {
      cache.remove(key(id), own);
    }
  }

  private String key(String id) {
    return "clerk:webhook:" + endpoint + " " + id;
  }
}
