package io.github.clerkjakarta.benchmarks;

import io.github.clerkjakarta.servlet.ClerkFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A page and a web.xml with two keys, packed, once without the filter's jar and once with it. */
final class SmallWar {

  private static final String WEB_XML =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <context-param>
          <param-name>clerk.publishableKey</param-name>
          <param-value>%s</param-value>
        </context-param>
        <context-param>
          <param-name>clerk.secretKey</param-name>
          <param-value>sk_live_benchmark</param-value>
        </context-param>
        <context-param>
          <param-name>clerk.rules</param-name>
          <param-value>/ = public</param-value>
        </context-param>
      </web-app>
      """;

  private SmallWar() {}

  static Path bare() throws IOException {
    Path war = Files.createTempFile("bare", ".war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      writeApplication(zip);
    }
    return war;
  }

  static Path filtered() throws IOException {
    Path war = Files.createTempFile("filtered", ".war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      writeApplication(zip);
      write(zip, "WEB-INF/lib/clerk-jakarta-filter.jar", Files.readAllBytes(jar()));
    }
    return war;
  }

  /** The filter's jar as it is shipped, which is what the build puts on the class path. */
  static Path jar() {
    Path jar =
        Path.of(ClerkFilter.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("Package it first: " + jar);
    }
    return jar;
  }

  private static void writeApplication(ZipOutputStream zip) throws IOException {
    write(zip, "index.html", "<p>no open invoices</p>".getBytes(StandardCharsets.UTF_8));
    write(
        zip,
        "WEB-INF/web.xml",
        WEB_XML.formatted(BenchmarkInstance.PUBLISHABLE_KEY).getBytes(StandardCharsets.UTF_8));
  }

  private static void write(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
