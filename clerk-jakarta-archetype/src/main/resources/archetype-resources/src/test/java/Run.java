package ${package};

import io.github.clerkjakarta.testkit.LocalClerk;
import java.util.Map;

/** Runs the application until Ctrl-C, with LocalClerk or, where its keys are set, with Clerk. */
public final class Run {

  private Run() {}

  /** Takes the name of the server; the ports are those of -Dport and -Dclerk.port. */
  public static void main(String[] arguments) throws Exception {
    if (System.getenv("CLERK_SECRET_KEY") == null) {
      try (LocalClerk clerk = localClerk()) {
        System.out.println("LocalClerk plays Clerk; see and steer it at " + clerk.proxyUrl() + "/");
        run(arguments[0], clerk.environment());
      }
    } else {
      run(arguments[0], Map.of());
    }
  }

  private static LocalClerk localClerk() {
    return LocalClerk.builder()
        .port(Integer.getInteger("clerk.port", 4000))
        .authorizedParty("http://localhost:" + port())
        .start();
  }

  private static int port() {
    return Integer.getInteger("port", 8080);
  }

  private static void run(String name, Map<String, String> environment) throws Exception {
    System.out.println("Starting " + name + " …");
    try (Server server = Server.start(name, port(), environment)) {
      System.out.println("Open " + server.address() + "; Ctrl-C ends it.");
      server.join();
    }
  }
}
