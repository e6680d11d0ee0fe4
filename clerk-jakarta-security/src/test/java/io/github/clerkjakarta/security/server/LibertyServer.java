package io.github.clerkjakarta.security.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server of Open Liberty's: it is shipped without one, and docs/servers.md says what is in it. */
record LibertyServer(Path home) {

  /** Where it writes its log, below Liberty's home. */
  static final String LOG = "usr/logs/messages.log";

  /** Creates one. Its name is no other's, for by its name Arquillian finds the process. */
  void listenAt(int http, int https) {
    String name = "invoices-" + http;
    System.setProperty("server.name", name);
    Path folder = home.resolve("usr/servers").resolve(name);
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
}
