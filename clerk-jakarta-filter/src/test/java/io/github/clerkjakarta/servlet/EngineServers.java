package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.SigningKey;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Servers whose filter decides by the engine, without ever reaching for the network. */
final class EngineServers {

  private static final Map<String, RunningServer> RUNNING = new ConcurrentHashMap<>();

  private EngineServers() {}

  /** With a development instance, whose new browsers go to Clerk first. */
  static RunningServer development(TestServer server, Map<String, String> more) {
    return with(server, Instances.TEST_KEY, "sk_test_abcdefghijklmnopqrstuvwxyz", more);
  }

  /** With a production instance, whose new browsers are signed out. */
  static RunningServer production(TestServer server, Map<String, String> more) {
    return with(server, Instances.LIVE_KEY, "sk_live_abcdefghijklmnopqrstuvwxyz", more);
  }

  private static RunningServer with(
      TestServer server, String publishableKey, String secretKey, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("clerk.publishableKey", publishableKey);
    settings.put("clerk.secretKey", secretKey);
    settings.put("clerk.jwtKey", SigningKey.ONE.pem());
    settings.put("clerk.apiUrl", "http://127.0.0.1:9");
    return RUNNING.computeIfAbsent(
        server + publishableKey + new TreeMap<>(more),
        key ->
            server.deploy(
                new TestWar()
                    .filter(ClerkFilter.class, settings)
                    .servlet(WhoServlet.class, "/*")
                    .unpacked(),
                ""));
  }
}
