package io.github.clerkjakarta.sample.wildfly;

/** The server, or something deployed on it, did not start. */
public final class WildFlyFailedException extends RuntimeException {

  WildFlyFailedException(String message, String console) {
    super(message + System.lineSeparator() + console);
  }
}
