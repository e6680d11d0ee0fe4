package io.github.clerkjakarta;

/** The one place that joins the public face to the rooms behind it. */
final class Wiring {

  private Wiring() {}

  static RequestAuthenticator authenticator(ClerkOptions options) {
    throw new ClerkConfigurationException("Not wired yet: " + options);
  }
}
