package io.github.clerkjakarta.testkit.internal.clerkjs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Brings ClerkJS and its components from the npm registry that the machine's npm is set up for, and
 * takes nothing whose checksum isn't the one written down here.
 */
public final class ClerkJsDownload {

  private static final List<NpmPackage> PACKAGES =
      List.of(
          new NpmPackage(
              "clerk-js",
              "6.40.0",
              "2MnZ/ygvuCmeuqfXQmsxfQaLN/SSJvQbtT2cLXbgr5VKr3KmZFZBVvX977fG3eZ6pprl4J9pO+I2bbe6BvColg==",
              "clerk\\.browser\\.js|.+_clerk\\.browser_[0-9a-f]+_6\\.40\\.0\\.js"),
          new NpmPackage(
              "ui",
              "1.36.0",
              "uI96zYCh5jISLOt1mdpIPy/Y31P0kwFxjUFOxLUwFfTHFmGUcRjbqN6bbb+75tdI2Bz6ARGws3rhspDer+xIfQ==",
              "ui\\.browser\\.js|.+_ui_58d0c7_1\\.36\\.0\\.js"));

  private static final int MINUTES = 2;

  private final List<String> npm;

  public ClerkJsDownload() {
    this(List.of(windows() ? "npm.cmd" : "npm"));
  }

  /** Runs another program in place of npm. */
  public ClerkJsDownload(List<String> npm) {
    this.npm = List.copyOf(npm);
  }

  /**
   * Fills a folder, unless these versions are in it already.
   *
   * @throws IOException if npm isn't there, can't bring them, or brings something else
   */
  public void into(Path folder) throws IOException {
    if (PACKAGES.stream().allMatch(each -> each.isIn(folder))) {
      return;
    }
    Path downloads = Files.createTempDirectory("clerk-js");
    try {
      run(downloads);
      for (NpmPackage each : PACKAGES) {
        each.unpack(downloads.resolve(each.fileName()), folder);
      }
    } finally {
      delete(downloads);
    }
  }

  private void run(Path downloads) throws IOException {
    List<String> command = new ArrayList<>(npm);
    // a registry out of reach is said at once; nothing of the packages is run
    command.addAll(
        List.of("pack", "--silent", "--prefer-offline", "--fetch-retries=0", "--ignore-scripts"));
    PACKAGES.forEach(each -> command.add("@clerk/" + each.name() + "@" + each.version()));
    Path log = downloads.resolve("npm.log");
    Process process =
        new ProcessBuilder(command)
            .directory(downloads.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IOException("npm did not end within " + MINUTES + " minutes");
      }
      if (process.exitValue() != 0) {
        throw new IOException("npm ended with " + process.exitValue() + ". " + firstLine(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String firstLine(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.findFirst().orElse("");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean windows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /**
   * A package as npm keeps it.
   *
   * @param sha512 the checksum of the archive, in Base64 as in a lock file
   * @param scripts which of the files in {@code dist} a browser asks for
   */
  public record NpmPackage(String name, String version, String sha512, String scripts) {

    String fileName() {
      return "clerk-" + name + "-" + version + ".tgz";
    }

    public boolean isIn(Path folder) {
      try {
        Path marker = marker(folder);
        return Files.exists(marker) && Files.readString(marker).equals(sha512);
      } catch (IOException e) {
        return false;
      }
    }

    /** Unpacks the scripts and the license, the marker last. */
    public void unpack(Path archive, Path folder) throws IOException {
      String actual = checksum(Files.readAllBytes(archive));
      if (!actual.equals(sha512)) {
        throw new IOException(
            "npm brought another @clerk/"
                + name
                + " "
                + version
                + " than the one that is expected");
      }
      Path own = Files.createDirectories(folder.resolve(name));
      try (InputStream in = Files.newInputStream(archive)) {
        Tarball.read(
            in,
            (file, content) -> {
              if (file.equals("package/LICENSE")) {
                Files.write(own.resolve("LICENSE"), content);
              } else if (file.matches("package/dist/(" + scripts + ")")) {
                Files.write(own.resolve(file.substring("package/dist/".length())), content);
              }
            });
      }
      Files.writeString(marker(folder), sha512);
    }

    private Path marker(Path folder) {
      return folder.resolve(name).resolve("SHA-512");
    }

    private static String checksum(byte[] bytes) {
      try {
        return Base64.getEncoder()
            .encodeToString(MessageDigest.getInstance("SHA-512").digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new UncheckedIOException(new IOException("this Java runtime has no SHA-512", e));
      }
    }
  }
}
