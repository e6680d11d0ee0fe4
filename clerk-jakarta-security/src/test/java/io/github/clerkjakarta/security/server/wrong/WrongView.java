package io.github.clerkjakarta.security.server.wrong;

import jakarta.ejb.Stateless;

/** Leaves to the interface what its container looks for. */
@Stateless
public class WrongView implements LedgerView {

  @Override
  public String read() {
    return "read";
  }
}
