package io.github.clerkjakarta.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.testkit.internal.clerkjs.ClerkJsDownload;
import io.github.clerkjakarta.testkit.internal.clerkjs.ClerkJsDownload.NpmPackage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClerkJsDownloadTest {

  @TempDir private Path folder;

  @Test
  @DisplayName("the scripts that a browser asks for and the license are taken, nothing else")
  void unpack() throws Exception {
    Path archive = archive();
    NpmPackage expected = new NpmPackage("ui", "1.0.0", checksum(archive), "ui\\.browser\\.js");

    expected.unpack(archive, folder);

    assertThat(folder.resolve("ui/ui.browser.js")).hasContent("let a = 'ä';");
    assertThat(folder.resolve("ui/LICENSE")).hasContent("MIT License");
    assertThat(folder.resolve("ui")).isDirectoryNotContaining("glob:**native*");
    assertThat(folder.resolve("escaped.js")).doesNotExist();
    assertThat(expected.isIn(folder)).isTrue();
    assertThat(new NpmPackage("ui", "1.0.1", "other", ".*").isIn(folder)).isFalse();
  }

  @Test
  @DisplayName("an archive with another checksum is refused")
  void checksum() throws Exception {
    Path archive = archive();
    NpmPackage expected = new NpmPackage("ui", "1.0.0", "AAAA", "ui\\.browser\\.js");

    assertThatThrownBy(() -> expected.unpack(archive, folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another @clerk/ui 1.0.0");
    assertThat(folder.resolve("ui")).doesNotExist();
  }

  @Test
  @DisplayName("without npm a build goes on and is told so, unless it needs ClerkJS")
  void withoutNpm() throws Exception {
    ClerkJsDownload download = new ClerkJsDownload(List.of("no-such-program"));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);

    LocalClerkMain.download(download, folder, false, print);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("LocalClerk will serve its own pages, not ClerkJS, which can't be brought: ");
    assertThatThrownBy(() -> LocalClerkMain.download(download, folder, true, print))
        .isInstanceOf(IOException.class);
  }

  private Path archive() throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    entry(tar, "package/LICENSE", "MIT License");
    entry(tar, "package/dist/ui.browser.js", "let a = 'ä';");
    entry(tar, "package/dist/ui.native.js", "native");
    entry(tar, "package/dist/../../../escaped.js", "evil");
    tar.write(new byte[1024]);
    Path archive = folder.resolve("clerk-ui-1.0.0.tgz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive))) {
      out.write(tar.toByteArray());
    }
    return archive;
  }

  private static void entry(ByteArrayOutputStream tar, String name, String text)
      throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 124, "%011o".formatted(content.length));
    header[156] = '0';
    tar.write(header);
    tar.write(content);
    tar.write(new byte[(512 - content.length % 512) % 512]);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private static String checksum(Path file) throws Exception {
    return Base64.getEncoder()
        .encodeToString(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file)));
  }
}
