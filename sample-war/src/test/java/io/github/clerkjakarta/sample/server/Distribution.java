package io.github.clerkjakarta.sample.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is different from server to server: how one is prepared and started, and takes a WAR. */
interface Distribution {

  /**
   * Prepares one life of the server in an empty folder.
   *
   * @param applications WARs and EARs by file name
   * @return the command that starts it
   */
  List<String> prepare(Map<String, Path> applications) throws IOException;

  /**
   * Waits until it has deployed what it was started with.
   *
   * @throws ServerFailedException when it refuses one; the message says why
   */
  void awaitDeployed(ServerProcess process, Map<String, Path> applications);

  /**
   * Hands over one more WAR, and waits until the server has taken it.
   *
   * @throws ServerFailedException when it refuses it; the message says why
   */
  void deploy(ServerProcess process, Path war) throws IOException;

  /** The name of an application in this file. */
  static String name(String file) {
    return file.replaceFirst("[.][we]ar$", "");
  }

  /** The context path of a WAR in this file. */
  static String contextPath(String file) {
    return name(file).equals("ROOT") ? "/" : "/" + name(file);
  }
}
