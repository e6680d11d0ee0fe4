package io.github.clerkjakarta.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Maven that runs this build, run once more. Offline where this build is. */
final class Maven {

  private static final long MINUTES = 10;

  private final Path repository;

  Maven(Path repository) {
    this.repository = repository;
  }

  /** Starts it and returns at once. */
  Process start(Path folder, Path log, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-Dmaven.repo.local=" + repository));
    if (System.getProperty("maven.state").equals("offline=true")) {
      command.add("-o");
    }
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("CLERK_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start();
  }

  /** Runs it to its end, and returns what it said. */
  String run(Path folder, List<String> arguments) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "maven", ".log");
    Process process = start(folder, log, arguments);
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    String said = Files.readString(log);
    if (process.waitFor() != 0) {
      throw new AssertionError(said);
    }
    return said;
  }
}
