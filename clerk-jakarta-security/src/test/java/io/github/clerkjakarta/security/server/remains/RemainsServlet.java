package io.github.clerkjakarta.security.server.remains;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Says, a line each, which class loaders have a class of this name, and which threads, MBeans and
 * authentication modules the JVM has of an application and its libraries.
 */
@WebServlet("/remains")
public class RemainsServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    System.gc();
    PrintWriter lines = response.getWriter();
    loadersOf(request.getParameter("class")).forEach(line -> lines.println("loader " + line));
    threads().forEach(name -> lines.println("thread " + name));
    beans().forEach(name -> lines.println("bean " + name));
    modulesOf(request.getParameter("application"))
        .forEach(context -> lines.println("module " + context));
  }

  /** Those of ours, and those that the JDK's HTTP client gives itself. */
  private static Stream<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(RemainsServlet::isOurs)
        .map(thread -> thread.getName() + " " + thread.getId());
  }

  private static boolean isOurs(Thread thread) {
    return thread.getName().startsWith("clerk") || thread.getName().startsWith("HttpClient-");
  }

  private static Stream<String> beans() {
    return ManagementFactory.getPlatformMBeanServer().queryNames(null, null).stream()
        .map(ObjectName::toString)
        .filter(name -> name.toLowerCase(Locale.ROOT).contains("clerk"))
        .filter(name -> !name.contains(RemainsServlet.class.getPackageName()));
  }

  private static Stream<String> modulesOf(String application) {
    AuthConfigFactory factory = AuthConfigFactory.getFactory();
    return Stream.of(factory.getRegistrationIDs(null))
        .map(factory::getRegistrationContext)
        .filter(Objects::nonNull)
        .map(context -> context.getAppContext() + "")
        .filter(context -> context.contains(application));
  }

  /** As {@code jcmd} tells it. */
  private static Stream<String> loadersOf(String name) throws ServletException {
    try {
      Object loaders =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "vmClassloaders",
                  new Object[] {new String[] {"show-classes=true", "fold=false"}},
                  new String[] {String[].class.getName()});
      return Pattern.compile("(?m)\\s" + Pattern.quote(name) + "$")
          .matcher(loaders.toString())
          .results()
          .map(found -> "of " + name);
    } catch (JMException e) {
      throw new ServletException(e);
    }
  }
}
