package io.github.clerkjakarta.security.internal.access;

import io.github.clerkjakarta.Reverification;

/** Whether a call may go on. */
public sealed interface Verdict {

  /** It may. */
  record Open() implements Verdict {}

  /** It may not: nobody is calling, and somebody must. */
  record NeedsCaller() implements Verdict {}

  /** It may not: the caller lacks something. */
  record Forbidden() implements Verdict {}

  /**
   * It may not: all that the caller lacks is a recent proof of who they are.
   *
   * @param needed how recent
   */
  record NeedsReverification(Reverification needed) implements Verdict {}

  /** Whether it may. */
  default boolean isOpen() {
    return this instanceof Open;
  }
}
