package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.wildfly.Application;
import java.io.IOException;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnServer
@DisplayName("WildFly as it is shipped, and a caller that none of its realms knows")
class CallersOfWildFlyIT {

  static final ServerRun RUN = ServerRun.current();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.named("wildfly")
        .clerk(RUN.clerk())
        .packageOf(Application.class)
        .declaring(
            """
            <error-page><error-code>418</error-code><location>/caller/request</location></error-page>
            """)
        .archive();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"request", "forward", "dispatch", "thread", "error"})
  @DisplayName("an EJB knows the caller, whatever way leads to it")
  void ejbKnowsTheCaller(String way) {
    String token = RUN.clerk().sessionToken(ADA);

    assertThat(RUN.address().get("/wildfly/caller/" + way).bearing(token).send().body())
        .isEqualTo("user_ada");
    assertThat(RUN.address().get("/wildfly/caller/" + way).send().body()).isEqualTo("anonymous");
  }

  @Test
  @DisplayName("D7 logout(): an EJB that is called afterwards knows nobody")
  void logoutReachesEjbs() {
    String token = RUN.clerk().sessionToken(ADA);

    assertThat(RUN.address().get("/wildfly/caller/logout").bearing(token).send().body())
        .isEqualTo("null anonymous");
  }

  @Test
  @DisplayName("the log says that the application hands over its callers")
  void logSaysWhichWay() throws IOException {
    assertThat(Files.readString(RUN.server().log()))
        .contains("WildFly: callers are handed to Undertow and Elytron by the application.");
  }
}
