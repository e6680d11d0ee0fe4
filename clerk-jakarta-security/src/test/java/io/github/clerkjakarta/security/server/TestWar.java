package io.github.clerkjakarta.security.server;

import io.github.clerkjakarta.security.server.application.Api;
import io.github.clerkjakarta.servlet.ClerkFilter;
import io.github.clerkjakarta.testkit.LocalClerk;
import java.io.File;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR that carries the jars as they are packaged, configured by context parameters. */
final class TestWar {

  private final WebArchive archive;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private String declarations = "";

  private TestWar(String name) {
    archive = ShrinkWrap.create(WebArchive.class, name + ".war");
  }

  /** With both jars. */
  static TestWar named(String name) {
    return withFilterAlone(name).library(securityJar());
  }

  /** With the filter's jar alone. */
  static TestWar withFilterAlone(String name) {
    return withoutJars(name).library(filterJar());
  }

  /** Whose jars are elsewhere. */
  static TestWar withoutJars(String name) {
    return new TestWar(name);
  }

  /** The application that asks at every {@link Point}. */
  static TestWar invoices(String name) {
    return named(name)
        .packageOf(Api.class)
        .declaring(adminsAt("/constraint", "/guarded-websocket"));
  }

  /** A constraint for web.xml. */
  static String adminsAt(String... patterns) {
    return """
    <security-constraint>
      <web-resource-collection>
        <web-resource-name>for admins</web-resource-name>
        <url-pattern>%s</url-pattern>
      </web-resource-collection>
      <auth-constraint><role-name>org:admin</role-name></auth-constraint>
    </security-constraint>
    <security-role><role-name>org:admin</role-name></security-role>
    """
        .formatted(String.join("</url-pattern><url-pattern>", patterns));
  }

  TestWar library(File jar) {
    archive.addAsLibrary(jar);
    return this;
  }

  /** The jar that a class of the test's own class path is in. */
  TestWar libraryOf(Class<?> type) {
    return library(jarOf(type));
  }

  TestWar classes(Class<?>... types) {
    archive.addClasses(types);
    return this;
  }

  /** Every class of a package. */
  TestWar packageOf(Class<?> type) {
    archive.addPackage(type.getPackage());
    return this;
  }

  /** A library that is no bean archive. */
  TestWar libraryWith(Class<?>... types) {
    archive.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "parts.jar").addClasses(types));
    return this;
  }

  /** A file below WEB-INF. */
  TestWar webInf(String name, String text) {
    archive.addAsWebInfResource(new StringAsset(text), name);
    return this;
  }

  /** A file that is served as it is, or a JSP. */
  TestWar page(String name, String text) {
    archive.addAsWebResource(new StringAsset(text), name);
    return this;
  }

  /** A file of the class path. */
  TestWar resource(String name, String text) {
    archive.addAsResource(new StringAsset(text), name);
    return this;
  }

  /** An implementation that {@link java.util.ServiceLoader} finds. */
  TestWar provider(Class<?> service, Class<?> implementation) {
    archive.addAsServiceProvider(service, implementation);
    return this;
  }

  /** A setting by the name that init parameters have, such as {@code clerk.apiUrl}. */
  TestWar setting(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /** The keys and addresses of an instance. */
  TestWar clerk(LocalClerk clerk) {
    clerk.environment().forEach((variable, value) -> setting(property(variable), value));
    return this;
  }

  /** With the mechanism, though no class of the application defines it; CDI has to be there. */
  TestWar automatic() {
    return webInf("beans.xml", "").askingForMechanism();
  }

  /** The same where nothing says that there is to be CDI. */
  TestWar askingForMechanism() {
    return resource("META-INF/microprofile-config.properties", "clerk.security.auto=true\n");
  }

  /** With a bean for every class: in an EAR, WildFly knows no stereotypes of a library. */
  TestWar everyClassABean() {
    return webInf(
        "beans.xml",
        """
        <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="all"/>
        """);
  }

  /** More elements for web.xml. */
  TestWar declaring(String elements) {
    declarations += elements;
    return this;
  }

  WebArchive archive() {
    String parameters =
        settings.entrySet().stream()
            .map(
                it ->
                    "<context-param><param-name>%s</param-name><param-value>%s</param-value></context-param>\n"
                        .formatted(it.getKey(), it.getValue()))
            .collect(Collectors.joining());
    return archive.setWebXML(
        new StringAsset(
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
            %s%s</web-app>
            """
                .formatted(parameters, declarations)));
  }

  /** {@code clerk.apiUrl} for {@code CLERK_API_URL}. */
  private static String property(String variable) {
    StringBuilder name = new StringBuilder("clerk.");
    for (String word : variable.substring("CLERK_".length()).split("_")) {
      String rest = word.substring(1).toLowerCase(Locale.ROOT);
      boolean first = name.charAt(name.length() - 1) == '.';
      name.append(first ? word.toLowerCase(Locale.ROOT) : word.charAt(0) + rest);
    }
    return name.toString();
  }

  /** The security module's jar as it is shipped. */
  static File securityJar() {
    return new File(System.getProperty("packaged.jar"));
  }

  /** The filter's jar as it is shipped, which is what the build puts on the class path. */
  static File filterJar() {
    return jarOf(ClerkFilter.class);
  }

  private static File jarOf(Class<?> type) {
    try {
      File jar = new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!jar.isFile()) {
        throw new IllegalStateException("Package it first: " + jar);
      }
      return jar;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
