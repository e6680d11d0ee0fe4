package io.github.clerkjakarta.servlet;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSObject;
import io.github.clerkjakarta.testkit.LocalClerk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.htmlunit.csp.Policy;
import tools.jackson.core.json.JsonFactory;

/** An unpacked WAR: a welcome page, a style sheet, and a web.xml. */
final class TestWar {

  private final StringBuilder webXml = new StringBuilder();
  private final List<Class<?>> classes = new ArrayList<>();
  private final Map<String, String> services = new HashMap<>();

  /** The application that most tests talk to. */
  static TestWar ofEdge(Map<String, String> contextParams) {
    TestWar war = new TestWar().contextParam("clerk.filter.auto", "false");
    contextParams.forEach(war::contextParam);
    war.listener(EdgeApplication.class);
    String page = contextParams.getOrDefault("test.errorPages", "/who");
    return page.equals("none") ? war : war.errorPage(404, page).errorPage(401, page);
  }

  /** An application whose Clerk is this stand-in. */
  static TestWar of(LocalClerk clerk) {
    return new TestWar()
        .contextParam("clerk.publishableKey", clerk.publishableKey())
        .contextParam("clerk.secretKey", clerk.secretKey())
        .contextParam("clerk.apiUrl", clerk.apiUrl())
        .contextParam("clerk.proxyUrl", clerk.proxyUrl());
  }

  TestWar contextParam(String name, String value) {
    return xml(
        "<context-param><param-name>%s</param-name><param-value>%s</param-value></context-param>"
            .formatted(name, value));
  }

  TestWar listener(Class<?> type) {
    return xml(
        "<listener><listener-class>%s</listener-class></listener>".formatted(type.getName()));
  }

  TestWar errorPage(int status, String location) {
    return xml(
        "<error-page><error-code>%d</error-code><location>%s</location></error-page>"
            .formatted(status, location));
  }

  /** Lets callers with a role in; {@code **} is any caller. */
  TestWar constraint(String role, String... patterns) {
    String all =
        Stream.of(patterns)
            .map("<url-pattern>%s</url-pattern>"::formatted)
            .collect(Collectors.joining());
    return xml(
        ("<security-constraint><web-resource-collection>"
                + "<web-resource-name>guarded</web-resource-name>%s</web-resource-collection>"
                + "<auth-constraint><role-name>%s</role-name></auth-constraint>"
                + "</security-constraint>")
            .formatted(all, role));
  }

  TestWar filter(Class<?> type, Map<String, String> initParams) {
    return filter(type.getName(), initParams);
  }

  TestWar filter(String type, Map<String, String> initParams) {
    String params =
        initParams.entrySet().stream()
            .map(
                it ->
                    "<init-param><param-name>%s</param-name><param-value>%s</param-value></init-param>"
                        .formatted(it.getKey(), it.getValue()))
            .collect(Collectors.joining());
    return xml(
        "<filter><filter-name>own</filter-name><filter-class>%s</filter-class>".formatted(type)
            + "<async-supported>true</async-supported>"
            + params
            + "</filter><filter-mapping><filter-name>own</filter-name>"
            + "<url-pattern>/*</url-pattern></filter-mapping>");
  }

  TestWar servlet(Class<?> type, String pattern) {
    String name = type.getSimpleName();
    return xml(
        ("<servlet><servlet-name>%s</servlet-name><servlet-class>%s</servlet-class></servlet>"
                + "<servlet-mapping><servlet-name>%1$s</servlet-name>"
                + "<url-pattern>%3$s</url-pattern></servlet-mapping>")
            .formatted(name, type.getName(), pattern));
  }

  /** Puts a class among the application's own, where the server looks for annotations. */
  TestWar classFile(Class<?> type) {
    classes.add(type);
    return this;
  }

  /** Names a class in {@code META-INF/services}. */
  TestWar service(Class<?> service, Class<?> provider) {
    services.put(service.getName(), provider.getName());
    return this;
  }

  TestWar xml(String text) {
    webXml.append(text).append('\n');
    return this;
  }

  /** What the packaged jar has inside: our classes, and the libraries that it needs. */
  static List<URL> codeUnderTest() {
    return Stream.of(
            ClerkFilter.class, JWSObject.class, Caffeine.class, JsonFactory.class, Policy.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .toList();
  }

  /** The same, with the code under test inside. */
  Path unpackedWhole() {
    Path webInf = unpacked().resolve("WEB-INF");
    try {
      Path lib = Files.createDirectories(webInf.resolve("lib"));
      for (URL url : codeUnderTest()) {
        Path code = Path.of(url.toURI());
        if (Files.isDirectory(code)) {
          copy(code, webInf.resolve("classes"));
        } else {
          Files.copy(code, lib.resolve(code.getFileName()));
        }
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return webInf.getParent();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  Path unpacked() {
    try {
      Path root =
          Files.createTempDirectory(Files.createDirectories(Path.of("target", "wars")), "w");
      Files.writeString(root.resolve("index.html"), "<p>welcome</p>");
      Files.writeString(root.resolve("site.css"), "p { color: green }");
      Path webInf = Files.createDirectory(root.resolve("WEB-INF"));
      for (Class<?> type : classes) {
        String file = type.getName().replace('.', '/') + ".class";
        Path copy = webInf.resolve("classes").resolve(file);
        Files.createDirectories(copy.getParent());
        try (InputStream bytes = type.getResourceAsStream("/" + file)) {
          Files.copy(bytes, copy);
        }
      }
      for (Map.Entry<String, String> service : services.entrySet()) {
        Path folder = webInf.resolve("classes/META-INF/services");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(service.getKey()), service.getValue());
      }
      Files.writeString(
          webInf.resolve("web.xml"),
          "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">\n"
              + webXml
              + "</web-app>\n");
      return root.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
