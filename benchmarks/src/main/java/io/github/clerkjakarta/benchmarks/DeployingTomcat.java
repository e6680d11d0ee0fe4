package io.github.clerkjakarta.benchmarks;

import io.github.clerkjakarta.servlet.ClerkFilter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.ExpandWar;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** A Tomcat that runs while applications come and go. */
final class DeployingTomcat implements AutoCloseable {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final String PATH = "/invoices";

  private final Tomcat tomcat;
  private final Path base;

  private DeployingTomcat(Tomcat tomcat, Path base) {
    this.tomcat = tomcat;
    this.base = base;
  }

  /** Starts it, where nothing of the filter is among the server's own jars. */
  static DeployingTomcat start() throws IOException, LifecycleException {
    Path base = Files.createTempDirectory("tomcat");
    Files.createDirectory(base.resolve("webapps"));
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    tomcat.getEngine().setParentClassLoader(new JarsOfServer(SmallWar.jar()));
    // No JSPs, for their servlet is in a jar of its own.
    tomcat.setAddDefaultWebXmlToWebapp(false);
    ((StandardHost) tomcat.getHost()).setStartChildren(false);
    tomcat.start();
    return new DeployingTomcat(tomcat, base);
  }

  /**
   * Deploys a WAR as it comes, unpacking included, and undeploys it.
   *
   * @param filtered whether a filter has to be there by itself
   * @return the milliseconds of processor time until it has started
   */
  double deploy(Path war, boolean filtered) throws LifecycleException {
    System.gc();
    long begin = THREADS.getCurrentThreadCpuTime();
    Context context = tomcat.addWebapp(PATH, war.toString());
    // As in a Tomcat of its own, whose configuration passes over its own jars.
    StandardJarScanner scanner = new StandardJarScanner();
    scanner.setScanClassPath(false);
    context.setJarScanner(scanner);
    context.start();
    long end = THREADS.getCurrentThreadCpuTime();
    boolean found = context.findFilterDef(ClerkFilter.class.getName()) != null;
    if (context.getState() != LifecycleState.STARTED || found != filtered) {
      throw new LifecycleException(war + " is " + context.getStateName() + ", filter: " + found);
    }
    context.stop();
    tomcat.getHost().removeChild(context);
    ExpandWar.delete(base.resolve("webapps" + PATH).toFile());
    return (end - begin) / 1_000_000.0;
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
    ExpandWar.delete(base.toFile());
  }
}
