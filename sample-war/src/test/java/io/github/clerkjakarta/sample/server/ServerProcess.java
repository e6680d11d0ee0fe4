package io.github.clerkjakarta.sample.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A server's process, those that it starts, and the file it writes its console to. */
final class ServerProcess {

  private static final Duration READY_WITHIN = Duration.ofMinutes(4);
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);

  private final Process process;
  private final Path console;

  private ServerProcess(Process process, Path console) {
    this.process = process;
    this.console = console;
  }

  /** Starts a server on the Java of this JVM, with these variables in place of every CLERK_…. */
  static ServerProcess start(List<String> command, Map<String, String> environment, Path console)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(console.toFile());
    String java = System.getProperty("java.home");
    builder.environment().keySet().removeIf(name -> name.startsWith("CLERK_"));
    builder.environment().putAll(Map.of("JAVA_HOME", java, "AS_JAVA", java));
    builder.environment().putAll(environment);
    ServerProcess started = new ServerProcess(builder.start(), console);
    Runtime.getRuntime().addShutdownHook(new Thread(started::end, "stop the server"));
    return started;
  }

  /** The program that runs a server. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** What the server has written to its console so far. */
  String console() {
    return read(console);
  }

  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /**
   * Waits until something has been deployed.
   *
   * @throws ServerFailedException when the server ends instead, or the time is over
   */
  void awaitDeployed(String name, BooleanSupplier deployed) {
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    while (!deployed.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new ServerFailedException("The server ended while starting", console());
      }
      if (System.nanoTime() > deadline) {
        throw new ServerFailedException(
            name + " was not deployed within " + READY_WITHIN.toMinutes() + " minutes", console());
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ServerFailedException("interrupted while the server was starting", console());
      }
    }
  }

  /** Ends the process and those it has started, by force when they take long. */
  void end() {
    List<ProcessHandle> family =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    family.forEach(ProcessHandle::destroy);
    try {
      CompletableFuture.allOf(
              family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      family.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      family.forEach(ProcessHandle::destroyForcibly);
    }
  }

  static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
