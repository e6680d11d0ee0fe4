package io.github.clerkjakarta.security.internal.mechanism;

import io.github.clerkjakarta.security.internal.application.ThisApplication;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Optional;

/**
 * Whether this application has our mechanism. It hasn't where there is no CDI; there the extension
 * can't even be loaded, so no method here has a lambda, for linking one loads its types.
 */
public final class Mechanism {

  /** What is said where MicroProfile JWT would decide who is calling as well. */
  public static final String BESIDE_JWT_LOGIN =
      "@LoginConfig(authMethod = \"MP-JWT\") has MicroProfile JWT say who is calling, beside"
          + " Clerk's authentication mechanism, and the server can know but one caller of a"
          + " request: leave out @LoginConfig, or @ClerkAuthenticationMechanismDefinition and"
          + " clerk.security.auto.";

  private Mechanism() {}

  /** Whether it is registered. */
  public static boolean isRegistered() {
    Optional<ClerkExtension> extension = extension();
    return extension.isPresent() && extension.get().hasRegistered();
  }

  /** Whether it is registered and the application has nothing that might choose another. */
  public static boolean isInCharge() {
    Optional<ClerkExtension> extension = extension();
    return extension.isPresent()
        && extension.get().hasRegistered()
        && !extension.get().hasOther()
        && !extension.get().hasHandler();
  }

  /** Whether it was left out because the application has one of its own. */
  public static boolean hasYielded() {
    Optional<ClerkExtension> extension = extension();
    return extension.isPresent() && !extension.get().hasRegistered() && extension.get().hasOther();
  }

  private static Optional<ClerkExtension> extension() {
    Optional<BeanManager> beans = ThisApplication.beans();
    if (beans.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(beans.get().getExtension(ClerkExtension.class));
    } catch (IllegalArgumentException e) {
      // CDI without this extension.
      return Optional.empty();
    }
  }
}
