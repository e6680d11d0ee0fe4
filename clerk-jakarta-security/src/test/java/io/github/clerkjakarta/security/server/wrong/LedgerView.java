package io.github.clerkjakarta.security.server.wrong;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;

/** What an enterprise bean is called by. */
@Local
public interface LedgerView {

  @RolesAllowed("org:admin")
  String read();
}
