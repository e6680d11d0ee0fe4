package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.security.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Would show one caller's claim to all. */
@ApplicationScoped
public class WrongClaim {

  @Inject
  @Claim("email")
  private Optional<String> email;

  public String greeting() {
    return "Hello " + email.orElse("you");
  }
}
