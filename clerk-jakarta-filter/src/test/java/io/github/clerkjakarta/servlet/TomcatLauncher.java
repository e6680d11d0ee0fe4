package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.example.TomcatInside;
import java.io.CharArrayWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.AccessLogValve;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.tomcat.util.modeler.Registry;

/** Starts Tomcat, whichever is on the class path. */
public final class TomcatLauncher {

  private TomcatLauncher() {}

  /** Starts it with the lines of the documentation, and says at which port. */
  public static void main(String[] arguments) throws Exception {
    Tomcat tomcat = TomcatInside.start(0, Path.of(arguments[0]));
    System.out.println(tomcat.getConnector().getLocalPort());
  }

  public static Map.Entry<Integer, AutoCloseable> deploy(String directory, String contextPath)
      throws Exception {
    Tomcat tomcat = tomcat();
    return start(tomcat, List.of(application(tomcat, directory, contextPath)));
  }

  public static Map.Entry<Integer, AutoCloseable> deployBehindProxy(
      String directory, String contextPath) throws Exception {
    Tomcat tomcat = tomcat();
    RemoteIpValve valve = new RemoteIpValve();
    valve.setHostHeader("X-Forwarded-Host");
    valve.setPortHeader("X-Forwarded-Port");
    tomcat.getEngine().getPipeline().addValve(valve);
    return start(tomcat, List.of(application(tomcat, directory, contextPath)));
  }

  public static Map.Entry<Integer, AutoCloseable> deployWithAccessLog(
      String directory, String contextPath) throws Exception {
    Tomcat tomcat = tomcat();
    AccessLogValve valve =
        new AccessLogValve() {
          @Override
          public void log(CharArrayWriter line) {
            System.setProperty("test.access.line", line.toString().strip());
          }
        };
    valve.setPattern(
        "caller=%{io.github.clerkjakarta.caller}r decision=%{io.github.clerkjakarta.Decision}r");
    tomcat.getEngine().getPipeline().addValve(valve);
    return start(tomcat, List.of(application(tomcat, directory, contextPath)));
  }

  public static Map.Entry<Integer, AutoCloseable> deployTwo(String directoryA, String directoryB)
      throws Exception {
    Tomcat tomcat = tomcat();
    Context a = application(tomcat, directoryA, "/a");
    Context b = application(tomcat, directoryB, "/b");
    a.setCrossContext(true);
    return start(tomcat, List.of(a, b));
  }

  private static Context application(Tomcat tomcat, String directory, String contextPath) {
    tomcat.setAddDefaultWebXmlToWebapp(false);
    Context context = tomcat.addWebapp(contextPath, directory);
    Wrapper files =
        Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet");
    files.setLoadOnStartup(1);
    files.addMapping("/");
    context.addWelcomeFile("index.html");
    // Nothing in the jars of the tests is of interest, and reading them takes long.
    context.getJarScanner().setJarScanFilter((type, jar) -> false);
    return context;
  }

  private static Tomcat tomcat() throws Exception {
    Path base = Files.createTempDirectory(Path.of("target"), "tomcat-base");
    // Both belong to the JVM, and there may be another Tomcat in it.
    TomcatURLStreamHandlerFactory.disable();
    Registry.disableRegistry();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toAbsolutePath().toString());
    tomcat.setPort(0);
    tomcat.getEngine().setParentClassLoader(TomcatLauncher.class.getClassLoader());
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    return tomcat;
  }

  private static Map.Entry<Integer, AutoCloseable> start(Tomcat tomcat, List<Context> contexts)
      throws Exception {
    tomcat.start();
    if (contexts.stream().anyMatch(it -> it.getState() != LifecycleState.STARTED)) {
      stop(tomcat);
      throw new IllegalStateException("The application didn't start.");
    }
    return Map.entry(tomcat.getConnector().getLocalPort(), () -> stop(tomcat));
  }

  private static void stop(Tomcat tomcat) throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }
}
