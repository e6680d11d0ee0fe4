package io.github.clerkjakarta.webhook;

/**
 * Which webhooks were handled already. Clerk delivers a message again until it hears that it was
 * handled, and sometimes once more; with this an application handles it once. Whoever handles a
 * message claims it before, and says afterwards how it went. Thread-safe.
 *
 * @see WebhookServlet#handledMessages()
 */
public interface HandledMessages {

  /** What becomes of a message that was delivered. */
  enum Claim {
    /** Nobody has handled it: whoever claimed it does. */
    GRANTED,
    /** Somebody is handling it at this moment; whether it works out is not known yet. */
    BEING_HANDLED,
    /** It was handled. */
    HANDLED
  }

  /**
   * Claims a message. Of several at once, one is granted it.
   *
   * @param id the id of the message, {@code msg_…}
   */
  Claim claim(String id);

  /** Says that a message that was claimed is handled. */
  void handled(String id);

  /** Says that a message that was claimed isn't handled after all; the next claim is granted. */
  void release(String id);
}
