package io.github.clerkjakarta.testkit;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Runs {@link LocalClerk} until Ctrl-C and prints the environment variables with which an
 * application uses it.
 *
 * <pre>{@code LocalClerkMain [--production] [PORT]}</pre>
 */
public final class LocalClerkMain {

  static final int DEFAULT_PORT = 4000;

  private static final String USAGE = "Usage: LocalClerkMain [--production] [PORT]";

  private LocalClerkMain() {}

  /**
   * Starts it. Exits with 1 if the arguments are wrong or the port is taken.
   *
   * @param arguments {@code --production} for a production instance; a port, by default 4000
   */
  public static void main(String[] arguments) {
    Optional<LocalClerk> clerk = start(List.of(arguments), System.out, System.err);
    if (clerk.isEmpty()) {
      System.exit(1);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(clerk.get()::close, "LocalClerk-close"));
  }

  /** Starts it and says what to do next, or says in one sentence why it can't start. */
  static Optional<LocalClerk> start(List<String> arguments, PrintStream out, PrintStream err) {
    boolean production = arguments.contains("--production");
    List<String> ports = arguments.stream().filter(each -> !each.equals("--production")).toList();
    int port;
    try {
      port = ports.isEmpty() ? DEFAULT_PORT : Integer.parseInt(ports.get(0));
    } catch (NumberFormatException e) {
      port = -1;
    }
    if (ports.size() > 1 || port < 0 || port > 65_535) {
      err.println(USAGE);
      return Optional.empty();
    }
    try {
      LocalClerk clerk =
          LocalClerk.builder()
              .port(port)
              .instance(production ? InstanceType.PRODUCTION : InstanceType.DEVELOPMENT)
              .start();
      out.println("Start your application with");
      clerk.environment().forEach((name, value) -> out.println("  export " + name + "=" + value));
      out.println("Sign in at " + clerk.signInUrl() + " and stop with Ctrl-C.");
      return Optional.of(clerk);
    } catch (UncheckedIOException e) {
      err.println(
          "Port " + port + " is taken: stop what listens there, or give LocalClerk another port.");
      return Optional.empty();
    }
  }
}
