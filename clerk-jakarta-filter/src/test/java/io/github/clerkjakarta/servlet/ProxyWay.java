package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.SigningKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A way to Clerk's Frontend API, which the tests of the proxy share until the JVM ends.
 *
 * @param server which server the proxy runs on
 * @param async whether all filters of its application support asynchronous requests
 */
record ProxyWay(TestServer server, boolean async) {

  static final String SECRET = "sk_live_abcdefghijklmnopqrstuvwxyz";

  /** Where the proxy takes Clerk's Frontend API to be. */
  static final Upstream CLERK = new Upstream();

  private static final Map<ProxyWay, RunningServer> RUNNING = new ConcurrentHashMap<>();

  static List<ProxyWay> all() {
    return Stream.of(TestServer.values())
        .flatMap(server -> Stream.of(new ProxyWay(server, true), new ProxyWay(server, false)))
        .toList();
  }

  /** An application that knows its keys and where Clerk is. */
  static TestWar keys() {
    return new TestWar()
        .contextParam("clerk.publishableKey", Instances.LIVE_KEY)
        .contextParam("clerk.secretKey", SECRET)
        .contextParam("clerk.jwtKey", SigningKey.ONE.pem())
        .contextParam("clerk.fapiUrl", CLERK.address());
  }

  /** Has Clerk forget what came, and answer with an empty object. */
  static void forget() {
    CLERK.answers("HTTP/1.1 200 OK\r\nContent-Type: application/json", "{}");
  }

  RunningServer running() {
    return RUNNING.computeIfAbsent(this, ProxyWay::deploy);
  }

  Wire send(String method, String target) {
    return running().send(method, target);
  }

  private RunningServer deploy() {
    TestWar war =
        keys()
            .contextParam("clerk.frontendApiProxy", "/__clerk")
            .contextParam("clerk.contentSecurityPolicy", "strict")
            .contextParam("clerk.rules", "/index.html = public");
    return server.deploy((async ? war : withOldFilter(war)).unpacked(), "");
  }

  private static TestWar withOldFilter(TestWar war) {
    return war.xml(
        "<filter><filter-name>old</filter-name><filter-class>%s</filter-class></filter>"
                .formatted(OldFilter.class.getName())
            + "<filter-mapping><filter-name>old</filter-name><url-pattern>/*</url-pattern>"
            + "</filter-mapping>");
  }
}
