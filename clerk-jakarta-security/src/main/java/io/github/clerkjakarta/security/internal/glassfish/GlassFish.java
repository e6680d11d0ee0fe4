package io.github.clerkjakarta.security.internal.glassfish;

import jakarta.servlet.ServletContext;

/** Tells whether the server is GlassFish, or Payara, which is made of it. */
final class GlassFish {

  private GlassFish() {}

  static boolean runs(ServletContext context) {
    String server = String.valueOf(context.getServerInfo());
    return server.contains("Payara") || server.contains("GlassFish");
  }
}
