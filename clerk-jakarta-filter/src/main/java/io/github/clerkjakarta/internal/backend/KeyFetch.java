package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.backend.JwksOutcome.Failure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One fetch of the key set that is under way, and everyone who waits for it. Waiting takes nothing
 * from the others: who is interrupted or loses patience leaves, and the fetch goes on.
 */
final class KeyFetch {

  private static final Failure LATE = Failure.notUnderstood("The key set is late");

  private final CompletableFuture<JwksOutcome> outcome = new CompletableFuture<>();
  private volatile boolean late;

  /** Whether somebody has already waited as long as is worth it; nobody needs to try again. */
  boolean isLate() {
    return late;
  }

  /** Lets everyone go on. The first outcome counts. */
  void end(JwksOutcome with) {
    outcome.complete(with);
  }

  /** Waits to the end, which the Backend API's deadline bounds. */
  JwksOutcome await() throws InterruptedException {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits a little. When that wasn't enough it isn't for this caller, and from then on for all. */
  JwksOutcome await(Duration atMost) throws InterruptedException {
    try {
      return outcome.get(late ? 0 : atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      late = true;
      return LATE;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits a little, which says nothing of whether it is worth it for others. */
  void watch(Duration atMost) throws InterruptedException {
    try {
      outcome.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // whoever watches looks at what there is
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
