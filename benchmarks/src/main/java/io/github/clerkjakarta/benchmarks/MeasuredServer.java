package io.github.clerkjakarta.benchmarks;

import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.DispatcherType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/** A server with one application twice: with the filter below /filtered, without it below /bare. */
enum MeasuredServer {
  JETTY("Jetty 12") {
    @Override
    int start(ClerkFilter filter) throws Exception {
      Server server = new Server();
      ServerConnector connector = new ServerConnector(server);
      connector.setHost(LOOPBACK);
      server.addConnector(connector);
      ServletContextHandler filtered = jettyContext(FILTERED, true);
      filtered.addFilter(new FilterHolder(filter), "/*", DISPATCHERS);
      server.setHandler(new ContextHandlerCollection(jettyContext(BARE, false), filtered));
      server.start();
      return connector.getLocalPort();
    }
  },
  TOMCAT("Tomcat 10.1") {
    @Override
    int start(ClerkFilter filter) throws Exception {
      Path base = Files.createTempDirectory("tomcat");
      Tomcat tomcat = new Tomcat();
      tomcat.setBaseDir(base.toString());
      tomcat.setPort(0);
      tomcat.getConnector().setProperty("address", LOOPBACK);
      // as many requests on a connection as Jetty serves
      tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
      tomcatContext(tomcat, base, BARE, false);
      Context filtered = tomcatContext(tomcat, base, FILTERED, true);
      FilterDef definition = new FilterDef();
      definition.setFilterName("clerk");
      definition.setFilter(filter);
      definition.setAsyncSupported("true");
      filtered.addFilterDef(definition);
      FilterMap mapping = new FilterMap();
      mapping.setFilterName("clerk");
      mapping.addURLPattern("/*");
      DISPATCHERS.forEach(type -> mapping.setDispatcher(type.name()));
      filtered.addFilterMap(mapping);
      tomcat.start();
      return port(tomcat);
    }
  };

  static final String FILTERED = "/filtered";
  static final String BARE = "/bare";

  private static final String LOOPBACK = "127.0.0.1";
  private static final EnumSet<DispatcherType> DISPATCHERS = EnumSet.allOf(DispatcherType.class);

  private final String words;

  MeasuredServer(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /**
   * Starts it on loopback.
   *
   * @return the port
   */
  abstract int start(ClerkFilter filter) throws Exception;

  private static ServletContextHandler jettyContext(String path, boolean filtered) {
    ServletContextHandler context = new ServletContextHandler(path);
    context.addServlet(new ServletHolder(new InvoicesServlet(filtered)), "/invoices");
    return context;
  }

  private static Context tomcatContext(Tomcat tomcat, Path base, String path, boolean filtered) {
    Context context = tomcat.addContext(path, base.toString());
    Wrapper servlet = Tomcat.addServlet(context, "invoices", new InvoicesServlet(filtered));
    servlet.setAsyncSupported(true);
    servlet.addMapping("/invoices");
    return context;
  }

  private static int port(Tomcat tomcat) throws LifecycleException {
    int port = tomcat.getConnector().getLocalPort();
    if (port < 0) {
      throw new LifecycleException("Tomcat doesn't listen.");
    }
    return port;
  }
}
