package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.example.JettyInside;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jetty.ee10.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.jspecify.annotations.Nullable;

/** Starts Jetty 12 with its Jakarta EE 10 environment. */
public final class JettyLauncher {

  private JettyLauncher() {}

  /** Starts it with the lines of the documentation, and says at which port. */
  public static void main(String[] arguments) throws Exception {
    Server server = JettyInside.start(0, Path.of(arguments[0]));
    System.out.println(server.getURI().getPort());
  }

  public static Map.Entry<Integer, AutoCloseable> deploy(String directory, String contextPath)
      throws Exception {
    return start(root(directory, contextPath));
  }

  public static Map.Entry<Integer, AutoCloseable> deployBehindProxy(
      String directory, String contextPath) throws Exception {
    HttpConfiguration forwarded = new HttpConfiguration();
    forwarded.addCustomizer(new ForwardedRequestCustomizer());
    return start(root(directory, contextPath), forwarded, null);
  }

  public static Map.Entry<Integer, AutoCloseable> deployWithAccessLog(
      String directory, String contextPath) throws Exception {
    RequestLog log =
        new CustomRequestLog(
            line -> System.setProperty("test.access.line", line),
            "caller=%{io.github.clerkjakarta.caller}attr"
                + " decision=%{io.github.clerkjakarta.Decision}attr");
    return start(root(directory, contextPath), new HttpConfiguration(), log);
  }

  public static Map.Entry<Integer, AutoCloseable> deployTwo(String directoryA, String directoryB)
      throws Exception {
    WebAppContext a = application(directoryA, "/a");
    WebAppContext b = application(directoryB, "/b");
    a.setCrossContextDispatchSupported(true);
    b.setCrossContextDispatchSupported(true);
    return start(new ContextHandlerCollection(a, b));
  }

  private static WebAppContext root(String directory, String contextPath) {
    return application(directory, contextPath.isEmpty() ? "/" : contextPath);
  }

  private static WebAppContext application(String directory, String contextPath) {
    WebAppContext context = new WebAppContext();
    context.setContextPath(contextPath);
    context.setBaseResourceAsPath(Path.of(directory));
    context.addConfiguration(new AnnotationConfiguration());
    context.setThrowUnavailableOnStartupException(true);
    return context;
  }

  private static Map.Entry<Integer, AutoCloseable> start(Handler handler) throws Exception {
    return start(handler, new HttpConfiguration(), null);
  }

  private static Map.Entry<Integer, AutoCloseable> start(
      Handler handler, HttpConfiguration http, @Nullable RequestLog log) throws Exception {
    Server server = new Server();
    if (log != null) {
      server.setRequestLog(log);
    }
    // For an application with a login-config; nobody has an account.
    HashLoginService accounts = new HashLoginService("test");
    accounts.setUserStore(new UserStore());
    server.addBean(accounts);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(handler);
    try {
      server.start();
    } catch (Exception e) {
      server.stop();
      throw e;
    }
    return Map.entry(connector.getLocalPort(), server::stop);
  }
}
