package io.github.clerkjakarta.internal.constraints;

import io.github.clerkjakarta.ClerkConfigurationException;
import jakarta.servlet.ServletContext;

/** The security constraints of one application, as its server judges them before any filter. */
public interface ServerConstraints {

  /** Whether any of them lets in known callers only. */
  boolean needCallers();

  /** Adds to an application what is needed there, while it is being started. */
  void prepare(ServletContext context);

  /**
   * From here on the server asks an {@link ArrivingRequest} who is calling.
   *
   * @throws ClerkConfigurationException when it can't be told
   */
  void open();

  /** The server asks no more, and keeps nothing of the application. */
  void close();
}
