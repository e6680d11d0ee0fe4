package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.servlet.ClerkFilter;
import io.github.clerkjakarta.servlet.access.AccessRules;
import jakarta.servlet.annotation.WebFilter;

/** Can't even be created. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class WrongFilter extends ClerkFilter {

  /** With a rule that can't be read. */
  public WrongFilter() {
    super(ClerkOptions.builder().build(), AccessRules.parse("/** = whoever"));
  }
}
