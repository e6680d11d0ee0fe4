package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.servlet.ContextAuthentication;
import io.github.clerkjakarta.servlet.ClerkPrincipal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnServer
@DisplayName("What Open Liberty keeps of callers")
class CachedCallersOfLibertyIT {

  static final ServerRun RUN = ServerRun.current();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.invoices("cached").clerk(RUN.clerk()).archive();
  }

  @Test
  @DisplayName("U4 is no object of the application's, whose classes would stay with it")
  void noPrincipal() throws IOException {
    String token = RUN.clerk().sessionToken(ADA);

    assertThat(RUN.address().get("/cached/principal").bearing(token).send().body())
        .isEqualTo(ADA.id());

    assertThat(liveClasses())
        .contains(ContextAuthentication.class.getName())
        .doesNotContain(ClerkPrincipal.class.getName());
  }

  /** The classes of all objects that are still in use in the server's process. */
  private static String liveClasses() throws IOException {
    String process =
        jcmd("-l")
            .lines()
            .filter(line -> line.endsWith(" " + System.getProperty("server.name")))
            .findFirst()
            .orElseThrow();
    return jcmd(process.split(" ")[0], "GC.class_histogram");
  }

  private static String jcmd(String... arguments) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(new ArrayList<>(List.of(arguments))).redirectErrorStream(true);
    command.command().add(0, "" + Path.of(System.getProperty("java.home"), "bin", "jcmd"));
    return new String(command.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
