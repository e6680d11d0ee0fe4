package io.github.clerkjakarta.internal.liberty;

import jakarta.servlet.ServletContext;

/** Tells whether the server is Open Liberty. */
public final class Liberty {

  private static final String PRODUCT = "WebSphere Liberty";

  private Liberty() {}

  /** Whether it is the one that runs an application. */
  public static boolean runs(ServletContext context) {
    return String.valueOf(context.getServerInfo()).contains(PRODUCT);
  }
}
