package io.github.clerkjakarta.servlet;

import java.io.Serializable;
import java.security.Principal;

/**
 * The caller as {@link java.security.Principal}. It holds an id and no token, and may be kept.
 *
 * @param name the user's id, {@code user_…}; for a machine token that is for no user, the subject
 */
public record ClerkPrincipal(String name) implements Principal, Serializable {

  private static final long serialVersionUID = 1L;

  @Override
  public String getName() {
    return name;
  }
}
