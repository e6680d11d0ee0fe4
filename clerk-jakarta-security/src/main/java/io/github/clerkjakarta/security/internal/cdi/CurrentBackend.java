package io.github.clerkjakarta.security.internal.cdi;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkBackend;
import io.github.clerkjakarta.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The Backend API of the Clerk instance that the current request belongs to, found anew for each
 * call, so that a bean that lives longer than a request never asks another instance.
 */
@ApplicationScoped
@Typed(ClerkBackend.class)
public class CurrentBackend implements ClerkBackend {

  @Inject private CurrentRequest current;

  /** For CDI. */
  public CurrentBackend() {}

  @Override
  public Optional<User> currentUser(Auth auth) {
    return current.backend().currentUser(auth);
  }

  @Override
  public Optional<User> user(String id) {
    return current.backend().user(id);
  }

  @Override
  public Optional<String> getToken(Auth auth, String template) {
    return current.backend().getToken(auth, template);
  }

  @Override
  public void revokeSession(Auth auth) {
    current.backend().revokeSession(auth);
  }

  /** Closes nothing: what all requests share is closed when the application ends. */
  @Override
  public void close() {}

  @Override
  public String toString() {
    return "ClerkBackend of the current request";
  }
}
