package io.github.clerkjakarta.security.internal.servlet;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The WebSocket endpoints among the application's own classes. An initializer is handed classes by
 * the annotations on themselves, and can't name that of endpoints: an embedded Tomcat without
 * WebSockets starts no application whose initializer does. So an endpoint whose superclass alone is
 * annotated is found by what its class file says.
 */
final class EndpointClasses {

  private static final String CLASSES = "/WEB-INF/classes/";

  private static final String CLASS = ".class";

  /** How a class file names the annotation. */
  private static final String ANNOTATION = "L" + CalledByServer.ENDPOINT.replace('.', '/') + ";";

  private EndpointClasses() {}

  /** Those in {@code WEB-INF/classes}. */
  static Stream<Class<?>> of(ServletContext context) {
    return files(CLASSES, context)
        .filter(file -> file.endsWith(CLASS) && names(file, context))
        .flatMap(file -> loaded(file, context).stream());
  }

  private static Stream<String> files(String folder, ServletContext context) {
    Set<String> paths = context.getResourcePaths(folder);
    return paths == null
        ? Stream.empty()
        : paths.stream()
            .flatMap(path -> path.endsWith("/") ? files(path, context) : Stream.of(path));
  }

  private static boolean names(String file, ServletContext context) {
    try (InputStream bytes = context.getResourceAsStream(file)) {
      return bytes != null
          && new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).contains(ANNOTATION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Class<?>> loaded(String file, ServletContext context) {
    String name = file.substring(CLASSES.length(), file.length() - CLASS.length());
    try {
      return Optional.of(Class.forName(name.replace('/', '.'), false, context.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      // What can't be loaded can't be opened either.
      return Optional.empty();
    }
  }
}
