package io.github.clerkjakarta.sample.browser;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what another program does: it sends us no notification, so we look again. */
public final class Pause {

  private Pause() {}

  static void briefly() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /**
   * Waits until the condition holds.
   *
   * @throws IllegalStateException when it doesn't within the time
   */
  public static void until(String what, Duration within, BooleanSupplier condition) {
    long deadline = System.nanoTime() + within.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not within " + within.toSeconds() + " s: " + what);
      }
      briefly();
    }
  }
}
