package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.backend.BackendApiClient.Call;
import io.github.clerkjakarta.internal.backend.BackendApiClient.NoAnswer;
import io.github.clerkjakarta.internal.log.RateLimitedLog;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;

/**
 * How many requests wait for Clerk at once before it is known who is calling. Each holds a thread
 * of the server meanwhile, and anybody can send one. What is beyond the number doesn't wait: it
 * goes on as if Clerk couldn't be reached. Nobody queues for a place.
 */
public final class WaitingRequests {

  /** The number unless set otherwise. */
  public static final int DEFAULT_LIMIT = 16;

  private final int limit;
  private final Semaphore places;
  private final RateLimitedLog log;

  /**
   * For one Clerk instance.
   *
   * @param limit how many may wait, at least 1
   */
  public WaitingRequests(int limit, TimeSource time) {
    this.limit = limit;
    this.places = new Semaphore(limit);
    this.log =
        new RateLimitedLog(
            System.getLogger(WaitingRequests.class.getName()), Level.WARNING, time::nanoTime);
  }

  /** Takes a place if there is one, to be given back by {@link #leave}. */
  boolean enter() {
    return places.tryAcquire();
  }

  /** Gives back a place. */
  void leave() {
    places.release();
  }

  /**
   * Makes a call from one of the places.
   *
   * @throws NoAnswer as the call, and when there is no place
   */
  Answer call(Call call) throws NoAnswer {
    if (!enter()) {
      throw tooMany();
    }
    try {
      return call.make();
    } finally {
      leave();
    }
  }

  /** What a request without a place is told, and the log. */
  NoAnswer tooMany() {
    String said = limit + " requests are waiting for Clerk, which is as many as may";
    log.log(said + ". Others are answered without it.");
    return new NoAnswer(said, null);
  }
}
