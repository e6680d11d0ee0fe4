package io.github.clerkjakarta.security.example;

import io.github.clerkjakarta.security.Protect;
import jakarta.annotation.security.RolesAllowed;

/** What others extend. */
public abstract class Archive {

  @RolesAllowed("org:admin")
  public String clear() {
    return "cleared";
  }

  @Protect
  public String read() {
    return "read";
  }
}
