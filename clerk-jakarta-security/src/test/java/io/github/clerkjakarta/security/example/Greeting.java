package io.github.clerkjakarta.security.example;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.security.Claim;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

@RequestScoped
public class Greeting {

  @Inject private Auth auth;

  @Inject
  @Claim("email")
  private Optional<String> email;

  public String text() {
    return email.or(auth::userId).orElse("nobody");
  }
}
