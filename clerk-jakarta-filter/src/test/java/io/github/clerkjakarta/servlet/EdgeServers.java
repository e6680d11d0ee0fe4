package io.github.clerkjakarta.servlet;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The servers that tests share: one of each kind for each configuration, until the JVM ends. */
final class EdgeServers {

  private static final String RULES =
      """
      /             = public
      /public/**    = public
      /who          = public
      /return       = public
      /sign-in-here = public
      /forward-to-admin = signed-in
      /account/**   = signed-in
      /own-headers  = signed-in
      /admin/**     = role org:admin
      /admin/open   = public
      /invoices/**  = permission org:invoices:create
      /delete       = role org:admin and reverification strict
      /internal/**  = nobody
      """;

  private static final Map<String, RunningServer> RUNNING = new ConcurrentHashMap<>();

  private EdgeServers() {}

  /** The application without rules. */
  static RunningServer open(TestServer server) {
    return with(server, "", Map.of());
  }

  /** The application with rules. */
  static RunningServer guarded(TestServer server) {
    return with(server, "", Map.of("clerk.rules", RULES));
  }

  /** The application with rules, at /app. */
  static RunningServer guardedBelow(TestServer server) {
    return with(server, "/app", Map.of("clerk.rules", RULES));
  }

  /** The application with rules, and something else besides. */
  static RunningServer guardedWith(TestServer server, String name, String value) {
    return with(server, "", Map.of("clerk.rules", RULES, name, value));
  }

  /** The application with rules, and the server's own error pages. */
  static RunningServer plain(TestServer server) {
    return guardedWith(server, "test.errorPages", "none");
  }

  /** The application without rules, and the server's own error pages. */
  static RunningServer openPlain(TestServer server) {
    return with(server, "", Map.of("test.errorPages", "none"));
  }

  static RunningServer with(TestServer server, String path, Map<String, String> contextParams) {
    return RUNNING.computeIfAbsent(
        server + path + contextParams,
        key -> server.deploy(TestWar.ofEdge(contextParams).unpacked(), path));
  }
}
