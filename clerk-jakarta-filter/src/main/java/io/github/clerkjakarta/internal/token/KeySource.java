package io.github.clerkjakarta.internal.token;

import org.jspecify.annotations.Nullable;

/** The keys of one Clerk instance. */
public interface KeySource {

  /**
   * The key that a token names.
   *
   * @param keyId the token's {@code kid}; null when it names none
   * @param skipCache whether to ask where the keys come from, whatever is known already
   * @throws TokenRefused with a {@code jwk-…} or {@code secret-key-invalid} reason
   * @throws KeysUnavailable when nothing understandable was answered; Clerk's reason is then {@code
   *     unexpected-error}
   */
  VerificationKey find(@Nullable String keyId, boolean skipCache)
      throws TokenRefused, KeysUnavailable;

  /**
   * The key of this id if it can be used right now without asking anyone; null otherwise. Takes no
   * lock.
   */
  @Nullable VerificationKey known(@Nullable String keyId);

  /**
   * Whether there are keys to verify with, which is found out now where nobody has asked for long.
   */
  default KeyStatus status() {
    return KeyStatus.FIXED;
  }

  /** Gives up whatever fetches keys. */
  default void close() {}

  /** That the place where keys come from couldn't be understood at all. */
  final class KeysUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what happened, for the log; never a secret. */
    public KeysUnavailable(String message, @Nullable Throwable cause) {
      super(message, cause, false, false);
    }
  }
}
