package io.github.clerkjakarta.security.server.application;

import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the application writes who is calling. Some servers have a principal for nobody. */
final class Callers {

  private static final Set<String> NOBODY = Set.of("anonymous", "unauthenticated");

  private Callers() {}

  static String name(@Nullable Principal principal) {
    return Optional.ofNullable(principal)
        .map(Principal::getName)
        .filter(name -> !NOBODY.contains(name.toLowerCase(Locale.ROOT)))
        .orElse("nobody");
  }
}
