package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.clerkjs.ClerkJsDownload;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Runs {@link LocalClerk} until Ctrl-C and prints the environment variables with which an
 * application uses it.
 *
 * <pre>{@code java -jar clerk-jakarta-testkit-VERSION-local.jar [OPTION]... [PORT]}</pre>
 */
public final class LocalClerkMain {

  static final int DEFAULT_PORT = 4000;

  private static final String DOWNLOAD = "--download-clerk-js";

  private LocalClerkMain() {}

  /**
   * Starts it. Exits with 1 if the arguments are wrong or the port is taken.
   *
   * @param arguments options, and a port, by default 4000
   * @throws IOException if ClerkJS was asked for, can't be brought, and {@code CI} is set
   */
  public static void main(String[] arguments) throws IOException {
    List<String> asked = List.of(arguments);
    if (asked.size() == 2 && asked.get(0).equals(DOWNLOAD)) {
      boolean needed = System.getenv("CI") != null;
      download(new ClerkJsDownload(), Path.of(asked.get(1)), needed, System.err);
      return;
    }
    Optional<LocalClerk> clerk = start(asked, System.out, System.err);
    if (clerk.isEmpty()) {
      System.exit(1);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(clerk.get()::close, "LocalClerk-close"));
  }

  /** Starts it and says what to do next, or says in one sentence why it can't start. */
  static Optional<LocalClerk> start(List<String> asked, PrintStream out, PrintStream err) {
    Optional<Arguments> arguments = Arguments.read(asked);
    if (arguments.isEmpty()) {
      err.print(Arguments.USAGE);
      return Optional.empty();
    }
    LocalClerkBuilder builder;
    try {
      builder = arguments.get().builder();
    } catch (IllegalArgumentException | UncheckedIOException e) {
      err.println(e.getMessage());
      return Optional.empty();
    }
    try {
      LocalClerk clerk = builder.start();
      welcome(clerk, out);
      return Optional.of(clerk);
    } catch (UncheckedIOException e) {
      err.printf(
          "Port %d is taken: stop what listens there, or give LocalClerk another port.%n",
          arguments.get().port());
      return Optional.empty();
    }
  }

  /**
   * Brings ClerkJS and its components. A build goes on without them, except where it has to be the
   * same for everyone.
   */
  static void download(ClerkJsDownload download, Path folder, boolean needed, PrintStream err)
      throws IOException {
    try {
      download.into(folder);
    } catch (IOException e) {
      if (needed) {
        throw e;
      }
      err.println(
          "LocalClerk will serve its own pages, not ClerkJS, which can't be brought: "
              + e.getMessage());
    }
  }

  private static void welcome(LocalClerk clerk, PrintStream out) {
    out.println("Start your application with");
    clerk.environment().forEach((name, value) -> out.println("  export " + name + "=" + value));
    out.println("Sign in at " + clerk.signInUrl() + " and stop with Ctrl-C.");
    out.println("See and steer it at " + clerk.proxyUrl() + "/");
    out.println(
        clerk.servesClerkJs()
            ? "Pages find ClerkJS and its components here."
            : "ClerkJS isn't here, only LocalClerk's own pages; see docs/developing-offline.md.");
  }
}
