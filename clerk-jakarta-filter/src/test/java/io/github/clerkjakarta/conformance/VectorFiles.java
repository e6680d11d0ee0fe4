package io.github.clerkjakarta.conformance;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of vectors: the project's own, or others of the same format. */
public final class VectorFiles {

  /** Where other vectors are. */
  private static final String OTHER = System.getProperty("clerk.conformance.dir", "");

  /** What is judged. */
  public static final List<String> JUDGED =
      List.of(
          "publishable-keys",
          "jwt-verification",
          "jwks-cache",
          "claims-v1-v2",
          "authorization",
          "session-header",
          "session-cookie",
          "handshake",
          "proxy-and-forwarded",
          "satellite",
          "refresh",
          "machine-tokens",
          "organization-sync",
          "redirects",
          "combined");

  /** What isn't judged yet. A file that moves up is judged from then on. */
  public static final List<String> NOT_YET_JUDGED = List.of("webhooks");

  private final Path directory;
  private final Map<String, @Nullable Object> keys;

  /** The files in {@code -Dclerk.conformance.dir}, or else the project's own. */
  public VectorFiles() {
    directory = OTHER.isEmpty() ? own() : Path.of(OTHER);
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException("clerk.conformance.dir is no directory: " + directory);
    }
    Path keyFile = directory.resolve("keys.json");
    keys = VectorFile.parse(Files.exists(keyFile) ? keyFile : own().resolve("keys.json"));
  }

  /** The vectors of a theme; empty when there is no such file. */
  Optional<VectorFile> read(String theme) {
    Path file = directory.resolve(theme + ".json");
    return Files.exists(file) ? Optional.of(VectorFile.read(file, keys)) : Optional.empty();
  }

  /** Every file there is, judged or not. */
  List<VectorFile> readAll() {
    List<VectorFile> files = new ArrayList<>();
    JUDGED.forEach(theme -> read(theme).ifPresent(files::add));
    NOT_YET_JUDGED.forEach(theme -> read(theme).ifPresent(files::add));
    return files;
  }

  /** Judges a theme whole; what failed is in the report. */
  public long failures(String theme, Judge judge, Report report) {
    return read(theme).stream()
        .flatMap(file -> file.vectors().stream())
        .map(judge::judge)
        .peek(report::add)
        .filter(Verdict::failed)
        .count();
  }

  /** Counts a theme as skipped. */
  public void skip(String theme, Report report) {
    read(theme).ifPresent(report::skip);
  }

  private static Path own() {
    URL readme = VectorFiles.class.getResource("/conformance/README.md");
    try {
      return Objects.requireNonNull(
          Path.of(Objects.requireNonNull(readme, "the vectors").toURI()).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
