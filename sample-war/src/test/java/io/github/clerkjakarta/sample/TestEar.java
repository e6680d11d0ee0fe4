package io.github.clerkjakarta.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An enterprise application of several WARs, each below a context path of its own name. */
final class TestEar {

  private TestEar() {}

  static Path of(Path file, Path... wars) {
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      try (FileSystem ear = FileSystems.newFileSystem(file, Map.of("create", "true"))) {
        for (Path war : wars) {
          Files.copy(war, ear.getPath("/" + war.getFileName()));
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
