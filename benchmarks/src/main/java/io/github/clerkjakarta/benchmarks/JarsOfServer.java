package io.github.clerkjakarta.benchmarks;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;

/**
 * The class path without the services of one jar. A server loads an application's classes from the
 * application first, so they needn't be hidden; what registers itself would be found in both.
 */
final class JarsOfServer extends ClassLoader {

  private final String hidden;

  JarsOfServer(Path hidden) {
    super(JarsOfServer.class.getClassLoader());
    this.hidden = "jar:file:" + hidden;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return Collections.enumeration(
        Collections.list(super.getResources(name)).stream()
            .filter(url -> !url.toString().startsWith(hidden))
            .toList());
  }
}
