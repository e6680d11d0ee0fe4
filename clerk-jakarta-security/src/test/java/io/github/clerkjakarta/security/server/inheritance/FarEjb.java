package io.github.clerkjakarta.security.server.inheritance;

import jakarta.ejb.Stateless;

/** An enterprise bean. */
@Stateless
public class FarEjb implements Implementing.Far {

  @Override
  public String read() {
    return "read";
  }
}
