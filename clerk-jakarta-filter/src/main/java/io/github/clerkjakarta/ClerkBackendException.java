package io.github.clerkjakarta;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * That Clerk's Backend API didn't do what it was asked for. The message names the call, the status
 * and Clerk's code, and holds no secret.
 */
public final class ClerkBackendException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String code;
  private final Duration retryAfter;

  /**
   * A failure.
   *
   * @param message what happened, without any secret
   * @param status the HTTP status of the answer; zero when there was none
   * @param code Clerk's code, or null when the answer had none
   * @param retryAfter how long Clerk asks not to be called again; zero when it doesn't
   * @param cause what went wrong underneath, or null
   */
  public ClerkBackendException(
      String message,
      int status,
      @Nullable String code,
      Duration retryAfter,
      @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** The HTTP status that Clerk answered with; empty when there was no answer. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /**
   * Clerk's code of the error, for example {@code resource_not_found}; empty when there was none.
   *
   * @see <a href="https://clerk.com/docs/guides/development/errors/backend-api">Clerk: Backend API
   *     errors</a>
   */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** How long Clerk asks not to be called again; empty when it doesn't. */
  public Optional<Duration> retryAfter() {
    return Optional.of(retryAfter).filter(duration -> !duration.isZero());
  }
}
