package io.github.clerkjakarta.sample;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.clerkjakarta.sample.browser.Chromium;
import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.sample.server.WildFly;
import io.github.clerkjakarta.testkit.LocalClerk;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the tests act on, for the whole run: one WildFly, one LocalClerk, one browser. */
final class Stage implements AutoCloseable {

  static final String WRONG_KEY = "/wrong-key";
  static final String PROBE = "/probe";

  /** Two WARs in one EAR, of which the second has the wrong secret key. */
  static final String EAR_RIGHT = "/right";

  static final String EAR_WRONG = "/wrong";

  private static final Path TARGET = Path.of(System.getProperty("sample.target", "target"));

  private final LocalClerk clerk;
  private final WildFly server;
  private @Nullable Chromium browser;

  private Stage(LocalClerk clerk, WildFly server) {
    this.clerk = clerk;
    this.server = server;
  }

  static Stage open() {
    LocalClerk clerk = LocalClerk.start();
    try {
      Path sample = Path.of(System.getProperty("sample.war"));
      Path wars = TARGET.resolve("test-wars");
      WildFly server =
          WildFly.in(Path.of(System.getProperty("wildfly.home")), TARGET.resolve("wildfly"))
              .environment(clerk.environment())
              .deploy("ROOT.war", sample)
              .deploy(
                  WRONG_KEY.substring(1) + ".war",
                  TestWar.of(sample, wars.resolve("wrong-key.war"))
                      .contextParam("clerk.secretKey", "sk_test_wrong")
                      .file())
              .deploy(
                  PROBE.substring(1) + ".war",
                  TestWar.of(sample, wars.resolve("probe.war"))
                      .withoutApplication()
                      .code(ClassLoaderProbe.class)
                      .file())
              .deploy(
                  "pair.ear",
                  TestEar.of(
                      wars.resolve("pair.ear"),
                      TestWar.of(sample, wars.resolve("right.war")).withoutMechanism().file(),
                      TestWar.of(sample, wars.resolve("wrong.war"))
                          .withoutMechanism()
                          .contextParam("clerk.secretKey", "sk_test_wrong")
                          .file()))
              .start();
      return new Stage(clerk, server);
    } catch (RuntimeException e) {
      clerk.close();
      throw e;
    }
  }

  LocalClerk clerk() {
    return clerk;
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
  TestWar copy(String war) {
    return TestWar.of(
        Path.of(System.getProperty("sample.war")), TARGET.resolve("test-wars").resolve(war));
  }

  /** Deploys one more WAR. */
  void deploy(TestWar war) {
    server.deploy(war.file().getFileName().toString(), war.file());
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
    return browser.newPage(TARGET.resolve("screenshots"));
  }

  @Override
  public void close() {
    if (browser != null) {
      browser.close();
    }
    server.close();
    clerk.close();
  }

  private static Path withoutBrowser() {
    String message = "Chromium isn't installed: apt-get install chromium";
    return System.getenv("CI") == null ? abort(message) : fail(message);
  }
}
