package io.github.clerkjakarta.security.server;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of Open Liberty's: it is shipped without one, and docs/servers.md says what is in it.
 */
record LibertyServer(Path home) {

  /** Where it writes its log, below Liberty's home. */
  static final String LOG = "usr/logs/messages.log";

  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  /** Creates one. Its name is no other's, for by its name Arquillian finds the process. */
  void listenAt(int http, int https) {
    System.setProperty("server.name", "invoices-" + http);
    Path folder = folder();
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("server.env"), "LOG_DIR=" + home.resolve("usr/logs") + "\n");
      Files.writeString(folder.resolve("jvm.options"), "-Xmx512m\n");
      Files.writeString(
          folder.resolve("server.xml"),
          """
          <server>
            <featureManager>
              <feature>webProfile-10.0</feature>
              <feature>mpConfig-3.1</feature>
              <feature>mpHealth-4.0</feature>
              <feature>mpJwt-2.1</feature>
              <feature>localConnector-1.0</feature>
            </featureManager>
            <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="%d"/>
            <httpSession securityIntegrationEnabled="false"/>
            <applicationMonitor pollingRate="200ms"/>
          </server>
          """
              .formatted(http, https));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether an application starts, by what the log says of it. Arquillian knows one that was given
   * up by the time it takes alone.
   */
  boolean starts(String name, InputStream war) {
    Path archive = folder().resolve("dropins").resolve(name + ".war");
    try (war) {
      int before = log().length();
      Path whole = folder().resolve(name + ".war");
      Files.copy(war, whole);
      Files.move(whole, archive);
      Pattern outcome =
          Pattern.compile(
              "CWWKZ(0001I|0002E|0012I): .*application " + name + "\\b", CASE_INSENSITIVE);
      Instant end = Instant.now().plus(LONGEST_START);
      while (Instant.now().isBefore(end)) {
        Matcher found = outcome.matcher(log().substring(before));
        if (found.find()) {
          return found.group(1).equals("0001I");
        }
        Thread.sleep(100);
      }
      throw new IllegalStateException(name + " was neither started nor given up.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      archive.toFile().delete();
    }
  }

  private String log() throws IOException {
    return Files.readString(home.resolve(LOG));
  }

  private Path folder() {
    return home.resolve("usr/servers").resolve(System.getProperty("server.name"));
  }
}
