package io.github.clerkjakarta.sample.server;

/** The server, or something deployed on it, did not start. */
public final class ServerFailedException extends RuntimeException {

  ServerFailedException(String message, String console) {
    super(message + System.lineSeparator() + console);
  }
}
