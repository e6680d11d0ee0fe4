package io.github.clerkjakarta.security;

import io.github.clerkjakarta.Reverification;
import jakarta.ejb.ApplicationException;
import java.util.Optional;

/**
 * A call was refused by an annotation: {@code @RolesAllowed}, {@code @DenyAll}, {@link Protect} or
 * {@link DenyImpersonated}. REST resources and servlets that don't catch it answer as if they had
 * the annotation themselves. An enterprise bean throws it as it is, and its transaction is rolled
 * back.
 */
@ApplicationException(rollback = true)
public class AccessDeniedException extends SecurityException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<Reverification> reverification;

  /** A refusal that only another caller, or a sign-in, can change. */
  public AccessDeniedException(String message) {
    super(message);
    this.reverification = Optional.empty();
  }

  /** A refusal that the caller can change by verifying again. */
  public AccessDeniedException(String message, Reverification needed) {
    super(message);
    this.reverification = Optional.of(needed);
  }

  /** How recently the caller must have proved who they are, when nothing else is missing. */
  public Optional<Reverification> reverification() {
    // null after a trip over the wire
    return reverification == null ? Optional.empty() : reverification;
  }
}
