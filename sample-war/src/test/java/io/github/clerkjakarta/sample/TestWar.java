package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.testkit.LocalClerk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the sample that differs from it in something. */
public final class TestWar {

  /** A change to the files of a WAR. */
  private interface Change {
    void make(Path root) throws IOException;
  }

  private static final String WEB_XML = "WEB-INF/web.xml";

  private final Path file;

  private TestWar(Path file) {
    this.file = file;
  }

  /** Copies a WAR, over an earlier copy. */
  public static TestWar of(Path original, Path copy) {
    try {
      Files.createDirectories(copy.getParent());
      Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
      return new TestWar(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the copy is. */
  public Path file() {
    return file;
  }

  /** Adds a context-param. */
  public TestWar contextParam(String name, String value) {
    return webXml(
        """
          <context-param>
            <param-name>%s</param-name>
            <param-value>%s</param-value>
          </context-param>
        """
            .formatted(name, value));
  }

  /** Has it ask this Clerk, in place of the one that its server was told of. */
  TestWar clerk(LocalClerk clerk) {
    return contextParam("clerk.publishableKey", clerk.publishableKey())
        .contextParam("clerk.secretKey", clerk.secretKey())
        .contextParam("clerk.apiUrl", clerk.apiUrl())
        .contextParam("clerk.proxyUrl", clerk.proxyUrl() + "/__clerk");
  }

  /** Adds elements at the end of web.xml. */
  public TestWar webXml(String xml) {
    return change(
        root -> {
          Path webXml = root.resolve(WEB_XML);
          Files.writeString(
              webXml, Files.readString(webXml).replace("</web-app>", xml + "</web-app>"));
        });
  }

  /** Leaves the filter alone: without the definition of the mechanism, and what asks for it. */
  TestWar withoutMechanism() {
    return change(
        root -> {
          for (Class<?> type :
              List.of(
                  Api.class,
                  InvoicesResource.class,
                  Invoices.class,
                  Ledger.class,
                  BooksPage.class,
                  Total.class)) {
            Files.delete(
                root.resolve("WEB-INF/classes")
                    .resolve(type.getName().replace('.', '/') + ".class"));
          }
        });
  }

  /** Leaves only the libraries. */
  TestWar withoutApplication() {
    return change(
        root -> {
          Files.delete(root.resolve(WEB_XML));
          List<Path> classes;
          try (Stream<Path> files = Files.walk(root.resolve("WEB-INF/classes"))) {
            classes = files.sorted(Comparator.reverseOrder()).toList();
          }
          for (Path each : classes) {
            Files.delete(each);
          }
        });
  }

  /** Adds a class of the tests, such as a servlet. */
  TestWar code(Class<?> type) {
    return change(
        root -> {
          String name = type.getName().replace('.', '/') + ".class";
          Path target = root.resolve("WEB-INF/classes").resolve(name);
          Files.createDirectories(target.getParent());
          try (InputStream code = type.getClassLoader().getResourceAsStream(name)) {
            if (code == null) {
              throw new IOException("no code of " + type);
            }
            Files.copy(code, target);
          }
        });
  }

  /** Adds files of the tests, each at the path that it has in its folder of resources. */
  TestWar resources(String folder, String... names) {
    return change(
        root -> {
          for (String name : names) {
            Path target = root.resolve(name);
            if (target.getParent() != null) {
              Files.createDirectories(target.getParent());
            }
            try (InputStream file = TestWar.class.getResourceAsStream("/" + folder + "/" + name)) {
              if (file == null) {
                throw new IOException("no such file: " + name);
              }
              Files.copy(file, target);
            }
          }
        });
  }

  /** Adds a file. */
  TestWar file(String path, byte[] content) {
    return change(
        root -> {
          Path file = root.resolve(path);
          Files.createDirectories(file.getParent());
          Files.write(file, content);
        });
  }

  private TestWar change(Change change) {
    try (FileSystem war = FileSystems.newFileSystem(file)) {
      change.make(war.getPath("/"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
