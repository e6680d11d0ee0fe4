package io.github.clerkjakarta.internal.token;

import java.time.Duration;

/**
 * Whether the tokens of an instance can be verified.
 *
 * @param state what there is to verify with
 * @param age how long ago Clerk was asked for it; zero where nobody asks
 * @param left how long it still serves; zero where it doesn't, or without end
 */
public record KeyStatus(State state, Duration age, Duration left) {

  /** What there is to verify with. */
  public enum State {
    /** A key that was set, and never changes. */
    FIXED,
    /** Keys as Clerk shows them. */
    FRESH,
    /** The last good keys, while no new ones can be fetched. */
    STALE,
    /** No key that still counts. */
    NONE
  }

  /** A key that was set. */
  public static final KeyStatus FIXED = new KeyStatus(State.FIXED, Duration.ZERO, Duration.ZERO);

  /** No key. */
  public static final KeyStatus NONE = new KeyStatus(State.NONE, Duration.ZERO, Duration.ZERO);

  /** Whether a token can be verified. */
  public boolean isAtHand() {
    return state != State.NONE;
  }
}
