package io.github.clerkjakarta.sample;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.clerkjakarta.sample.browser.Chromium;
import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.sample.server.Server;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tests act on, for the whole run: one server, one LocalClerk, one browser. */
final class Stage implements AutoCloseable {

  static final String WRONG_KEY = "/wrong-key";
  static final String PROBE = "/probe";

  /** Two WARs in one EAR, of which the second has the wrong secret key. */
  static final String EAR_RIGHT = "/right";

  static final String EAR_WRONG = "/wrong";

  private static final Path TARGET = Path.of(System.getProperty("sample.target", "target"));
  private static final Path SAMPLE = Path.of(System.getProperty("sample.war", "sample.war"));
  private static final Path CLERK_JS = Path.of(System.getProperty("clerk.js", "clerk-js"));
  private static final String SERVER = System.getProperty("server", "wildfly");

  private final LocalClerk clerk;
  private final Server server;
  private final List<LocalClerk> others = new ArrayList<>();
  private @Nullable Chromium browser;

  private Stage(LocalClerk clerk, Server server) {
    this.clerk = clerk;
    this.server = server;
  }

  static Stage open() {
    LocalClerk clerk = LocalClerk.start();
    try {
      Path base = TARGET.resolve("test-" + SERVER);
      return new Stage(clerk, Server.start(SERVER, base, 0, clerk.environment(), applications()));
    } catch (RuntimeException e) {
      clerk.close();
      throw e;
    }
  }

  private static Map<String, Path> applications() {
    Map<String, Path> applications = new LinkedHashMap<>();
    applications.put("ROOT.war", SAMPLE);
    applications.put(
        WRONG_KEY.substring(1) + ".war",
        copy("wrong-key.war").contextParam("clerk.secretKey", "sk_test_wrong").file());
    applications.put(
        PROBE.substring(1) + ".war",
        copy("probe.war").withoutApplication().code(ClassLoaderProbe.class).file());
    applications.put(
        "pair.ear",
        TestEar.of(
            TARGET.resolve("test-wars").resolve("pair.ear"),
            copy("right.war").withoutMechanism().file(),
            copy("wrong.war")
                .withoutMechanism()
                .contextParam("clerk.secretKey", "sk_test_wrong")
                .file()));
    return applications;
  }

  LocalClerk clerk() {
    return clerk;
  }

  /** Where the unmodified ClerkJS isn't there the test is skipped, in CI it fails. */
  static void needsClerkJs() {
    if (!Files.exists(CLERK_JS.resolve("clerk-js/clerk.browser.js"))) {
      missing("ClerkJS isn't there: docs/developing-offline.md says how it gets there");
    }
  }

  /** A Clerk from which pages load ClerkJS and its components. */
  static LocalClerkBuilder clerkWithClerkJs() {
    needsClerkJs();
    return LocalClerk.builder().clerkJs(CLERK_JS);
  }

  /** Starts one more Clerk, which ends with the stage. */
  LocalClerk start(LocalClerkBuilder builder) {
    LocalClerk started = builder.start();
    others.add(started);
    return started;
  }

  /** An address of the application. */
  String address(String path) {
    return "http://localhost:" + server.port() + path;
  }

  /** The port of the applications. */
  int port() {
    return server.port();
  }

  /** A copy of the sample, to be changed and deployed under the name of its file. */
  static TestWar copy(String war) {
    return TestWar.of(SAMPLE, TARGET.resolve("test-wars").resolve(war));
  }

  /** Deploys one more WAR. */
  void deploy(TestWar war) {
    server.deploy(war.file());
  }

  /** Deploys a copy of the sample with this context-param, beside it. */
  void deployWith(String name, String value, String war) {
    deploy(copy(war).contextParam(name, value));
  }

  /** A tab without cookies. Where no browser is installed the test is skipped, in CI it fails. */
  Page newPage() {
    if (browser == null) {
      browser = Chromium.start(Chromium.installed().orElseGet(Stage::withoutBrowser));
    }
    return browser.newPage(TARGET.resolve("screenshots").resolve(SERVER));
  }

  @Override
  public void close() {
    if (browser != null) {
      browser.close();
    }
    server.close();
    others.forEach(LocalClerk::close);
    clerk.close();
  }

  static Path withoutBrowser() {
    return missing("Chromium isn't installed: apt-get install chromium");
  }

  private static <T> T missing(String message) {
    return System.getenv("CI") == null ? abort(message) : fail(message);
  }
}
