package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.security.Protect;

/** What no bean implements. */
public interface WrongInterface {

  @Protect(role = "org:admin")
  String read();
}
