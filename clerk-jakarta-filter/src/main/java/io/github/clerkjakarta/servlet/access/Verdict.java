package io.github.clerkjakarta.servlet.access;

/** Whether a request may go on. */
public sealed interface Verdict {

  /** It may: everybody may. */
  record Open() implements Verdict {}

  /** It may, because of who is calling; what it is answered is for this caller alone. */
  record Admitted() implements Verdict {}

  /**
   * It may not.
   *
   * @param denial what the client is told
   */
  record Denied(Denial denial) implements Verdict {}
}
