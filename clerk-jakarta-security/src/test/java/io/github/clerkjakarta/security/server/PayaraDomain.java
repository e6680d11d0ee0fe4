package io.github.clerkjakarta.security.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * The domain that the distributions of GlassFish and Payara bring, of which only the listeners are
 * changed, and where its log ends.
 */
record PayaraDomain(Path file) {

  /** Where it writes its log, below the server's home. */
  static final String LOG = "glassfish/domains/domain1/logs/server.log";

  private static final String HTTP = "8080";
  private static final String MANAGEMENT = "4848";
  private static final List<String> OTHERS =
      List.of("8181", "3700", "3820", "3920", "8686", "7676", "6666", "4900");

  static PayaraDomain in(Path home) {
    return new PayaraDomain(home.resolve("glassfish/domains/domain1/config/domain.xml"));
  }

  /** Moves every listener to the loopback interface, and to a port that is free now. */
  void listenAt(int http, int management) {
    try {
      String text =
          Files.readString(file)
              .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
              .replace("<network-listener port=", "<network-listener address=\"127.0.0.1\" port=");
      text = moved(moved(text, HTTP, http), MANAGEMENT, management);
      Iterator<Integer> free = Ports.free(OTHERS.size()).iterator();
      for (String port : OTHERS) {
        text = moved(text, port, free.next());
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has one file for the whole log: a test reads what has come since it last looked. */
  void keepOneLog() {
    Path settings = file.resolveSibling("logging.properties");
    try {
      String text = Files.readString(settings);
      Files.writeString(
          settings,
          text.replace("rotationLimitInBytes=2000000", "rotationLimitInBytes=1000000000"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port is a whole attribute, or the end of a JVM option. */
  private static String moved(String text, String from, int to) {
    return text.replaceAll("([\"=])" + from + "([\"<])", "$1" + to + "$2");
  }
}
