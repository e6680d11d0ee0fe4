package io.github.clerkjakarta.testkit;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
record Arguments(
    int port,
    InstanceType type,
    boolean manySessions,
    @Nullable String seed,
    @Nullable Path people,
    @Nullable Path clerkJs,
    @Nullable String webhooks) {

  static final String USAGE =
      """
      Usage: LocalClerkMain [OPTION]... [PORT]
        PORT               the port, by default 4000
        --seed TEXT        the same keys at every start
        --people FILE      people, organizations and permissions from a JSON file
        --production       play a production instance
        --many-sessions    let a browser have several sessions at once
        --clerk-js FOLDER  serve ClerkJS and its components from a folder
        --webhooks URL     send webhooks there when something happens
      or:    LocalClerkMain --download-clerk-js FOLDER
                           bring ClerkJS and its components from npm, and end
      """;

  private static final List<String> VALUED =
      List.of("--seed", "--people", "--clerk-js", "--webhooks");

  /** Reads the arguments; empty if they can't be meant. */
  static Optional<Arguments> read(List<String> arguments) {
    int port = -1;
    InstanceType type = InstanceType.DEVELOPMENT;
    boolean manySessions = false;
    String seed = null;
    Path people = null;
    Path clerkJs = null;
    String webhooks = null;
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      boolean valued = VALUED.contains(argument);
      if (valued && !rest.hasNext()) {
        return Optional.empty();
      }
      switch (argument) {
        case "--production" -> type = InstanceType.PRODUCTION;
        case "--many-sessions" -> manySessions = true;
        case "--seed" -> seed = rest.next();
        case "--people" -> people = Path.of(rest.next());
        case "--clerk-js" -> clerkJs = Path.of(rest.next());
        case "--webhooks" -> webhooks = rest.next();
        default -> {
          if (port >= 0 || !argument.matches("\\d{1,5}") || Integer.parseInt(argument) > 65_535) {
            return Optional.empty();
          }
          port = Integer.parseInt(argument);
        }
      }
    }
    return Optional.of(
        new Arguments(
            port < 0 ? LocalClerkMain.DEFAULT_PORT : port,
            type,
            manySessions,
            seed,
            people,
            clerkJs,
            webhooks));
  }

  LocalClerkBuilder builder() {
    LocalClerkBuilder builder = LocalClerk.builder().port(port).instance(type);
    if (manySessions) {
      builder.manySessions();
    }
    if (seed != null) {
      builder.seed(seed);
    }
    if (people != null) {
      builder.people(people);
    }
    if (clerkJs != null) {
      builder.clerkJs(clerkJs);
    }
    if (webhooks != null) {
      builder.webhooks(webhooks);
    }
    return builder;
  }

  /** Names the port, not the seed. */
  @Override
  public String toString() {
    return "port " + port;
  }
}
