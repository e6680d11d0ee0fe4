package io.github.clerkjakarta.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of vectors: the project's own, or every file of another directory, whatever its name. A
 * vector is judged by its kind. What can't be read or judged is a failure.
 */
public final class VectorFiles {

  /** Where other vectors are. */
  private static final String OTHER = System.getProperty("clerk.conformance.dir", "");

  private static final String KEYS = "keys.json";
  private static final String EXTENSION = ".json";

  private final Path directory;
  private final Map<String, @Nullable Object> keys;

  /** The files in {@code -Dclerk.conformance.dir}, or else the project's own. */
  public VectorFiles() {
    this(OTHER.isEmpty() ? own() : Path.of(OTHER));
  }

  VectorFiles(Path directory) {
    this.directory = directory;
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException("clerk.conformance.dir is no directory: " + directory);
    }
    Path keyFile = directory.resolve(KEYS);
    keys = VectorFile.parse(Files.exists(keyFile) ? keyFile : own().resolve(KEYS));
  }

  /**
   * The name of every file, without its extension, in order.
   *
   * @throws IllegalArgumentException when there is none
   */
  public List<String> themes() {
    try (Stream<Path> files = Files.list(directory)) {
      List<String> themes =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(EXTENSION) && !name.equals(KEYS))
              .map(name -> name.substring(0, name.length() - EXTENSION.length()))
              .sorted()
              .toList();
      if (themes.isEmpty()) {
        throw new IllegalArgumentException("No file of vectors in " + directory);
      }
      return themes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The vectors of a theme. */
  VectorFile read(String theme) {
    return VectorFile.read(directory.resolve(theme + EXTENSION), keys);
  }

  /** Judges a theme whole; what failed is in the report. */
  public long failures(String theme, Judge judge, Report report) {
    long failures = 0;
    for (Vector vector : read(theme).vectors()) {
      Verdict verdict = judge.judge(vector);
      report.add(verdict);
      failures += verdict.failed() ? 1 : 0;
    }
    return failures;
  }

  /** The project's own. */
  static Path own() {
    URL readme = VectorFiles.class.getResource("/conformance/README.md");
    try {
      return Objects.requireNonNull(
          Path.of(Objects.requireNonNull(readme, "the vectors").toURI()).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
