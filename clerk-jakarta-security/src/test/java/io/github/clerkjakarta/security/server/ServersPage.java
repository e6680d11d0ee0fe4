package io.github.clerkjakarta.security.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docs/servers.md, in which tests write what they have measured. */
record ServersPage(Path file) {

  static ServersPage ofProject() {
    return new ServersPage(Path.of(System.getProperty("servers.page")));
  }

  /** Puts in the table that is the same on every server; false when it was there already. */
  boolean writeTable(String table) {
    return write("measured on every server", before -> table);
  }

  /** Puts in the row in which a server differs from others; false when it was there already. */
  boolean writeRow(Server server, List<String> cells) {
    String start = "| %s |".formatted(server);
    String row = cells.stream().collect(Collectors.joining(" | ", start + " ", " |"));
    return write(
        "measured on each server",
        before ->
            before.lines().anyMatch(line -> line.startsWith(start))
                ? before
                    .lines()
                    .map(line -> line.startsWith(start) ? row : line)
                    .collect(Collectors.joining("\n"))
                : Stream.of(before, row).collect(Collectors.joining("\n")));
  }

  private boolean write(String block, UnaryOperator<String> change) {
    String start = "<!-- %s -->\n".formatted(block);
    String end = "\n<!-- end of what was %s -->".formatted(block);
    try {
      String page = Files.readString(file);
      int from = page.indexOf(start) + start.length();
      int to = page.indexOf(end);
      if (from < start.length() || to < from) {
        throw new IllegalStateException("%s has no lines %s and %s".formatted(file, start, end));
      }
      String written =
          page.substring(0, from) + change.apply(page.substring(from, to)) + page.substring(to);
      Files.writeString(file, written);
      return !written.equals(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
