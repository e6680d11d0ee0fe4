package io.github.clerkjakarta.sample.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One browser process with a profile of its own. Every {@link Page} has its own cookies. */
public final class Chromium implements AutoCloseable {

  private static final Duration START_WITHIN = Duration.ofSeconds(60);
  private static final List<String> NAMES = List.of("chromium", "chromium-browser");

  private final Process process;
  private final Path profile;
  private final DevTools devTools;

  private Chromium(Process process, Path profile, DevTools devTools) {
    this.process = process;
    this.profile = profile;
    this.devTools = devTools;
  }

  /** The browser on the search path, if there is one. */
  public static Optional<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts the browser.
   *
   * @throws IllegalStateException when it isn't ready within a minute
   */
  public static Chromium start(Path program) {
    try {
      Path profile = Files.createTempDirectory("sample-chromium");
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "--headless=new",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-quic",
                  "--no-first-run",
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--disable-sync",
                  "--disable-dev-shm-usage",
                  "--window-size=1000,900",
                  "--remote-debugging-port=0",
                  "--user-data-dir=" + profile,
                  "about:blank")
              .redirectErrorStream(true)
              .redirectOutput(profile.resolve("chromium.log").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, profile)));
      DevTools devTools = DevTools.connect(address(process, profile));
      return new Chromium(process, profile, devTools);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty page that shares no cookie with any other. */
  public Page newPage(Path screenshots) {
    String context =
        devTools
            .call("", "Target.createBrowserContext", Map.of("disposeOnDetach", true))
            .getString("browserContextId");
    String target =
        devTools
            .call(
                "",
                "Target.createTarget",
                Map.of("url", "about:blank", "browserContextId", context))
            .getString("targetId");
    String session =
        devTools
            .call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .getString("sessionId");
    return new Page(devTools, session, context, screenshots);
  }

  @Override
  public void close() {
    devTools.close();
    end(process, profile);
  }

  /** The browser writes its port and path into its profile as soon as it listens. */
  private static URI address(Process process, Path profile) throws IOException {
    Path file = profile.resolve("DevToolsActivePort");
    long deadline = System.nanoTime() + START_WITHIN.toNanos();
    while (System.nanoTime() < deadline && process.isAlive()) {
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() == 2) {
          return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
        }
      }
      Pause.briefly();
    }
    String log = Files.readString(profile.resolve("chromium.log"));
    end(process, profile);
    throw new IllegalStateException("Chromium did not start: " + log);
  }

  private static void end(Process process, Path profile) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!Files.exists(profile)) {
      return;
    }
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // a dying browser still writes; what is left is in the folder for temporary files
      System.getLogger(Chromium.class.getName()).log(System.Logger.Level.DEBUG, "left over", e);
    }
  }
}
