package io.github.clerkjakarta.security.server.mapping;

import io.github.clerkjakarta.security.Protect;
import jakarta.enterprise.context.ApplicationScoped;

/** For admins. */
@ApplicationScoped
public class ClosedBean {

  @Protect(role = "org:admin")
  public String read() {
    return "read";
  }
}
