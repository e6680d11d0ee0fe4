package io.github.clerkjakarta.servlet;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The servers that the edge is tested on. Each lives in a class loader of its own, with its own
 * Servlet API and its own copy of the code under test, as it would alone in a process.
 */
enum TestServer {
  JETTY_12("JettyLauncher", "tomcat-", List.of()),
  TOMCAT_10("TomcatLauncher", "jetty", List.of()),
  TOMCAT_11("TomcatLauncher", "jetty|tomcat-", List.of(Path.of("target", "tomcat-11")));

  /**
   * Whether the code is being changed on purpose (-Pmutation). The changes reach only the class
   * loader of the tests, so the servers of the class path live there, and the others nowhere.
   */
  private static final boolean MUTATION = Boolean.getBoolean("test.mutation");

  private final String launcher;
  private final String without;
  private final List<Path> with;
  private ClassLoader loader;
  private ClassLoader bareLoader;

  TestServer(String launcher, String without, List<Path> with) {
    this.launcher = launcher;
    this.without = without;
    this.with = with;
  }

  /** Starts the server with an unpacked WAR, and with all that the specification makes of it. */
  RunningServer deploy(Path war, String contextPath) {
    return start("deploy", war.toString(), contextPath);
  }

  /** Starts the server as one that knows of a reverse proxy, and believes what it forwards. */
  RunningServer deployBehindProxy(Path war, String contextPath) {
    return start("deployBehindProxy", war.toString(), contextPath);
  }

  /** Starts the server with an access log that shows the caller and the decision. */
  RunningServer deployWithAccessLog(Path war, String contextPath) {
    return start("deployWithAccessLog", war.toString(), contextPath);
  }

  /** Starts the server as docs/embedded-servers.md does, in a process of its own. */
  RunningServer deployDocumented(Path war) {
    String path = Arrays.stream(classPath()).map(URL::getPath).collect(joining(File.pathSeparator));
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  path,
                  TestServer.class.getPackageName() + "." + launcher,
                  war.toString())
              .redirectError(Redirect.INHERIT)
              .start();
      String port = process.inputReader().readLine();
      if (port == null) {
        throw new IllegalStateException("It ended by " + process.waitFor());
      }
      return new RunningServer(Integer.parseInt(port), () -> process.destroyForcibly().waitFor());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts the server with a WAR at /a and one at /b, which may dispatch to each other. */
  RunningServer deployTwo(Path warAtA, Path warAtB) {
    return start("deployTwo", warAtA.toString(), warAtB.toString());
  }

  /** Starts the server with an unpacked WAR that brings the code under test itself. */
  RunningServer deployWhole(Path war) {
    return start(bareLoader(), "deploy", war.toString(), "");
  }

  private RunningServer start(String how, String first, String second) {
    assumeTrue(!MUTATION || with.isEmpty(), "no mutant reaches this server");
    return start(loader(), how, first, second);
  }

  private RunningServer start(ClassLoader loader, String how, String first, String second) {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(loader);
    try {
      Class<?> type = loader.loadClass(TestServer.class.getPackageName() + "." + launcher);
      // Only the JDK's types are the same on both sides.
      Map.Entry<?, ?> started =
          (Map.Entry<?, ?>)
              type.getMethod(how, String.class, String.class).invoke(null, first, second);
      return new RunningServer((Integer) started.getKey(), (AutoCloseable) started.getValue());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /** That of a server which stays while applications come and go, each with its own code. */
  private synchronized ClassLoader bareLoader() {
    if (bareLoader == null) {
      URL[] withoutCode =
          Arrays.stream(classPath())
              .filter(url -> !TestWar.codeUnderTest().contains(url))
              .toArray(URL[]::new);
      bareLoader = new URLClassLoader(withoutCode, ClassLoader.getPlatformClassLoader());
    }
    return bareLoader;
  }

  private synchronized ClassLoader loader() {
    if (loader == null) {
      loader =
          MUTATION
              ? TestServer.class.getClassLoader()
              : new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
    }
    return loader;
  }

  private URL[] classPath() {
    Stream<Path> own =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(path -> Stream.of(without.split("\\|")).noneMatch(path.toString()::contains));
    return Stream.concat(with.stream().flatMap(TestServer::jars), own)
        .map(TestServer::url)
        .toArray(URL[]::new);
  }

  private static Stream<Path> jars(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new IllegalStateException("Maven's generate-test-resources fills " + directory, e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
