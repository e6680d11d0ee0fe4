package io.github.clerkjakarta.internal.backend;

import org.jspecify.annotations.Nullable;

/**
 * That the Backend API gave no HTTP answer that could be read to its end: unreachable, too late,
 * too long, or not asked at all. The message says which, without any secret.
 */
final class NoAnswer extends Exception {

  private static final long serialVersionUID = 1L;

  NoAnswer(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }
}
