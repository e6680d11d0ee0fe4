package io.github.clerkjakarta.sample.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A copy of the domain that the distributions of GlassFish and Payara bring, of which only the
 * listeners differ.
 */
record PayaraDomain(Path folder) {

  private static final List<String> OTHER_PORTS =
      List.of("8181", "3700", "3820", "3920", "8686", "7676", "6666", "4900", "5900");

  static PayaraDomain copied(Path home, Path folder) throws IOException {
    Folders.copy(home.resolve("glassfish/domains/domain1"), folder);
    return new PayaraDomain(folder);
  }

  /** Moves every listener to 127.0.0.1: two to these ports, others to any free one. */
  void listenAt(int http, int management) throws IOException {
    Path file = folder.resolve("config/domain.xml");
    String text =
        Files.readString(file)
            .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
            .replace("<network-listener port=", "<network-listener address=\"127.0.0.1\" port=");
    Iterator<Integer> free = Ports.free(OTHER_PORTS.size()).iterator();
    for (String port : OTHER_PORTS) {
      text = moved(text, port, free.next());
    }
    Files.writeString(file, moved(moved(text, "8080", http), "4848", management));
  }

  /** A port is a whole attribute, or the end of a JVM option. */
  private static String moved(String text, String from, int to) {
    return text.replaceAll("([\"=])" + from + "([\"<])", "$1" + to + "$2");
  }

  /** What bin/asadmin runs, without the shell between us and the server. */
  static List<String> asadmin(Path home, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ServerProcess.java());
    command.add("-jar");
    command.add(home.resolve("glassfish/lib/client/appserver-cli.jar").toString());
    command.addAll(List.of(arguments));
    return command;
  }
}
