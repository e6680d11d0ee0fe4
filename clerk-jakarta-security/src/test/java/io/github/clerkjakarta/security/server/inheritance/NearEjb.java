package io.github.clerkjakarta.security.server.inheritance;

import jakarta.ejb.Stateless;

/** An enterprise bean. */
@Stateless
public class NearEjb implements Implementing.Near {

  @Override
  public String read() {
    return "read";
  }
}
