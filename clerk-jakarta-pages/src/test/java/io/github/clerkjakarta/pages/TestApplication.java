package io.github.clerkjakarta.pages;

import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.startup.Tomcat;

/** An application with JSP pages on Tomcat, with the module as a jar in WEB-INF/lib. */
final class TestApplication implements AutoCloseable {

  private final Map<String, String> params = new LinkedHashMap<>();
  private final Map<String, String> servlets = new LinkedHashMap<>();
  private final Path root;
  private final HttpClient client = HttpClient.newHttpClient();
  private Tomcat tomcat = new Tomcat();
  private String contextPath = "";

  /** An application whose Clerk is this stand-in. */
  TestApplication(LocalClerk clerk) {
    try {
      root = Files.createTempDirectory(Files.createDirectories(Path.of("target", "wars")), "w");
      Path lib = Files.createDirectories(root.resolve("WEB-INF/lib"));
      jar(classes(), lib.resolve("clerk-jakarta-pages.jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    param("clerk.publishableKey", clerk.publishableKey());
    param("clerk.secretKey", clerk.secretKey());
    param("clerk.apiUrl", clerk.apiUrl());
    param("clerk.proxyUrl", clerk.proxyUrl());
    param("clerk.signInUrl", clerk.signInUrl());
  }

  TestApplication param(String name, String value) {
    params.put(name, value);
    return this;
  }

  TestApplication withoutParam(String name) {
    params.remove(name);
    return this;
  }

  TestApplication at(String path) {
    contextPath = path;
    return this;
  }

  /** A page, with the tags and these lines. */
  TestApplication page(String name, String lines) {
    try {
      Files.writeString(
          root.resolve(name),
          """
          <%@ page contentType="text/html; charset=UTF-8" %>
          <%@ taglib prefix="clerk" uri="io.github.clerkjakarta.pages" %>
          """
              + lines);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A servlet of the application's own, which is one of its JSPs. */
  TestApplication servlet(String jsp, String pattern) {
    servlets.put(pattern, jsp);
    return this;
  }

  TestApplication start() {
    try {
      Files.writeString(root.resolve("WEB-INF/web.xml"), webXml());
      Path base = Files.createTempDirectory(Path.of("target"), "tomcat-base");
      tomcat.setBaseDir(base.toAbsolutePath().toString());
      tomcat.setPort(0);
      tomcat.getEngine().setParentClassLoader(TestApplication.class.getClassLoader());
      tomcat.getConnector().setProperty("address", "127.0.0.1");
      Context context = tomcat.addWebapp(contextPath, root.toAbsolutePath().toString());
      context.getJarScanner().setJarScanFilter((type, jar) -> jar.contains("clerk-jakarta"));
      tomcat.start();
      if (context.getState() != LifecycleState.STARTED) {
        throw new IllegalStateException("The application didn't start.");
      }
      return this;
    } catch (IOException | LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  String origin() {
    return "http://localhost:" + tomcat.getConnector().getLocalPort();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(origin() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What nobody in particular gets to see. */
  String get(String path) {
    return send(request(path)).body().strip();
  }

  /** What the browser of a session gets to see. */
  String get(String path, Session session) {
    return send(request(path).header("Cookie", session.cookieHeader())).body().strip();
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  private String webXml() {
    return "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">\n"
        + params.entrySet().stream()
            .map(
                it ->
                    "<context-param><param-name>%s</param-name><param-value>%s</param-value></context-param>\n"
                        .formatted(it.getKey(), it.getValue()))
            .collect(Collectors.joining())
        + servlets.entrySet().stream()
            .map(
                it ->
                    """
                    <servlet><servlet-name>%2$s</servlet-name><jsp-file>/%2$s</jsp-file></servlet>
                    <servlet-mapping><servlet-name>%2$s</servlet-name><url-pattern>%1$s</url-pattern></servlet-mapping>
                    """
                        .formatted(it.getKey(), it.getValue()))
            .collect(Collectors.joining())
        + "</web-app>\n";
  }

  private static Path classes() {
    try {
      return Path.of(ClerkPage.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void jar(Path folder, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(folder.relativize(each).toString()));
        Files.copy(each, out);
      }
    }
  }
}
