package io.github.clerkjakarta.security.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A configuration of WildFly beside the one that it is shipped with. */
record WildFlyConfiguration(Path home) {

  /** Writes {@code standalone-changed.xml}, as an administrator would: by a script. */
  void change() {
    Path folder = home.resolve("standalone/configuration");
    try {
      Files.deleteIfExists(Server.WILDFLY_CHANGED.log()); // of the server as it is shipped
      Files.copy(
          folder.resolve("standalone.xml"),
          folder.resolve("standalone-changed.xml"),
          StandardCopyOption.REPLACE_EXISTING);
      Path log = home.resolve("changed.log");
      Process script =
          new ProcessBuilder(
                  "" + home.resolve("bin/jboss-cli.sh"),
                  "--file=" + Path.of("src/test/resources/wildfly-changed.cli").toAbsolutePath())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (script.waitFor() != 0) {
        throw new IllegalStateException("The script failed: " + Files.readString(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
