package io.github.clerkjakarta.servlet;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jetty.ee10.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Starts Jetty 12 with its Jakarta EE 10 environment. */
public final class JettyLauncher {

  private JettyLauncher() {}

  public static Map.Entry<Integer, AutoCloseable> deploy(String directory, String contextPath)
      throws Exception {
    WebAppContext context = new WebAppContext();
    context.setContextPath(contextPath.isEmpty() ? "/" : contextPath);
    context.setBaseResourceAsPath(Path.of(directory));
    context.addConfiguration(new AnnotationConfiguration());
    context.setThrowUnavailableOnStartupException(true);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    try {
      server.start();
    } catch (Exception e) {
      server.stop();
      throw e;
    }
    return Map.entry(connector.getLocalPort(), server::stop);
  }
}
