package io.github.clerkjakarta.servlet;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The servers that tests share: one of each kind for each configuration, until the JVM ends. */
final class EdgeServers {

  private static final Map<String, RunningServer> RUNNING = new ConcurrentHashMap<>();

  private EdgeServers() {}

  /** The application without rules. */
  static RunningServer open(TestServer server) {
    return with(server, "", Map.of());
  }

  static RunningServer with(TestServer server, String path, Map<String, String> contextParams) {
    return RUNNING.computeIfAbsent(
        server + path + contextParams,
        key -> server.deploy(TestWar.ofEdge(contextParams).unpacked(), path));
  }
}
