package io.github.clerkjakarta.sample;

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
final class TestWar {

  /** A change to the files of a WAR. */
  private interface Change {
    void make(Path root) throws IOException;
  }

  private static final String WEB_XML = "WEB-INF/web.xml";

  private final Path file;

  private TestWar(Path file) {
    this.file = file;
  }

  static TestWar of(Path original, Path copy) {
    try {
      Files.createDirectories(copy.getParent());
      Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
      return new TestWar(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file() {
    return file;
  }

  TestWar contextParam(String name, String value) {
    return change(
        root -> {
          Path webXml = root.resolve(WEB_XML);
          String param =
              """
                <context-param>
                  <param-name>%s</param-name>
                  <param-value>%s</param-value>
                </context-param>
              </web-app>"""
                  .formatted(name, value);
          Files.writeString(webXml, Files.readString(webXml).replace("</web-app>", param));
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

  TestWar servlet(Class<?> servlet) {
    return change(
        root -> {
          String name = servlet.getName().replace('.', '/') + ".class";
          Path target = root.resolve("WEB-INF/classes").resolve(name);
          Files.createDirectories(target.getParent());
          try (InputStream code = servlet.getClassLoader().getResourceAsStream(name)) {
            if (code == null) {
              throw new IOException("no code of " + servlet);
            }
            Files.copy(code, target);
          }
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
