package io.github.clerkjakarta.security.example;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;

/** Overrides both methods, and opens one. */
@ApplicationScoped
public class OpenArchive extends Archive {

  /** For admins, as in Archive. */
  @Override
  public String clear() {
    return "cleared at once";
  }

  /** For everybody. */
  @Override
  @PermitAll
  public String read() {
    return "read by everybody";
  }
}
