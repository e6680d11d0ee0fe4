package io.github.clerkjakarta;

/** The configuration can't work. The message says what to set, and never holds a secret. */
public final class ClerkConfigurationException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /** With a sentence that says what to set. */
  public ClerkConfigurationException(String message) {
    super(message);
  }

  /** With a sentence that says what to set, and what went wrong. */
  public ClerkConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }
}
