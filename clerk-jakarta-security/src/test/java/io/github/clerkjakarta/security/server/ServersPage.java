package io.github.clerkjakarta.security.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** docs/servers.md, in which each server has a block that its test writes. */
record ServersPage(Path file) {

  static ServersPage ofProject() {
    return new ServersPage(Path.of(System.getProperty("servers.page")));
  }

  /** Puts text into the block of a server; false when it was there already. */
  boolean write(Server server, String text) {
    String start = "<!-- measured on %s -->\n".formatted(server);
    String end = "\n<!-- end of %s -->".formatted(server);
    try {
      String page = Files.readString(file);
      int from = page.indexOf(start);
      int to = page.indexOf(end);
      if (from < 0 || to < from) {
        throw new IllegalStateException("%s has no lines %s and %s".formatted(file, start, end));
      }
      String written = page.substring(0, from + start.length()) + text + page.substring(to);
      Files.writeString(file, written);
      return !written.equals(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
