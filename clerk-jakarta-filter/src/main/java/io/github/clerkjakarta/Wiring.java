package io.github.clerkjakarta;

import io.github.clerkjakarta.internal.auth.Nobody;
import io.github.clerkjakarta.internal.decision.Engine;
import io.github.clerkjakarta.internal.token.TimeSource;

/** The one place that joins the public face to the rooms behind it. */
final class Wiring {

  private Wiring() {}

  static Auth nobody() {
    return Nobody.nobody();
  }

  static RequestAuthenticator authenticator(ClerkOptions options) {
    return authenticator(options, TimeSource.SYSTEM);
  }

  static RequestAuthenticator authenticator(ClerkOptions options, TimeSource time) {
    return new Engine(options, time);
  }
}
