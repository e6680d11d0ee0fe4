package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.liberty.ToldServlet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnServer
@DisplayName("Open Liberty, which remembers callers for a while")
class CallersOfLibertyIT {

  static final ServerRun RUN = ServerRun.current();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.named("liberty")
        .automatic()
        .clerk(RUN.clerk())
        .packageOf(ToldServlet.class)
        .archive();
  }

  @Test
  @DisplayName("U4 is told a name, so that it keeps no class of an application that has ended")
  void toldByName() {
    String token = RUN.clerk().sessionToken(ADA);

    assertThat(RUN.address().get("/liberty/told").bearing(token).send().body().lines())
        .contains("user_ada", "ClerkPrincipal")
        .doesNotContain("user_ada by a class of ours");
  }
}
