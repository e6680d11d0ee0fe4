package io.github.clerkjakarta.internal.token;

/**
 * The clocks that everything reads. The wall clock judges what tokens say; the monotonic one
 * measures ages, so that a corrected wall clock neither keeps nor drops anything.
 */
public interface TimeSource {

  /** The system's clocks. */
  TimeSource SYSTEM =
      new TimeSource() {
        @Override
        public long currentTimeMillis() {
          return System.currentTimeMillis();
        }

        @Override
        public long nanoTime() {
          return System.nanoTime();
        }
      };

  /** Milliseconds since the epoch. */
  long currentTimeMillis();

  /** Nanoseconds of a clock that never steps back. */
  long nanoTime();
}
