package io.github.clerkjakarta.example;

import java.nio.file.Path;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;

/** The code of docs/embedded-servers.md for Jetty. */
public final class JettyInside {

  private JettyInside() {}

  public static Server start(int port, Path webapp) throws Exception {
    Server jetty = new Server(port);
    jetty.setHandler(new WebAppContext(webapp.toString(), "/"));
    jetty.start();
    return jetty;
  }
}
