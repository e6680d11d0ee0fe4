package io.github.clerkjakarta.security.server.application;

import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the application writes who is calling. Some servers have a principal for nobody. */
final class Callers {

  private Callers() {}

  static String name(@Nullable Principal principal) {
    return Optional.ofNullable(principal)
        .map(Principal::getName)
        .filter(name -> !name.equalsIgnoreCase("anonymous"))
        .orElse("nobody");
  }
}
