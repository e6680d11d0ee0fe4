package io.github.clerkjakarta.example;

import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** The code of docs/embedded-servers.md for Tomcat. */
public final class TomcatInside {

  private TomcatInside() {}

  public static Tomcat start(int port, Path webapp) throws LifecycleException {
    Tomcat tomcat = new Tomcat();
    tomcat.setPort(port);
    tomcat.getConnector();
    tomcat.addWebapp("", webapp.toString());
    tomcat.start();
    return tomcat;
  }
}
