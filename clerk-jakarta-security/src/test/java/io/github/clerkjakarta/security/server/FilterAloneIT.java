package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.application.WhoServlet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnServer
@DisplayName("A WAR with the filter's jar and no mechanism")
class FilterAloneIT {

  static final ServerRun RUN = ServerRun.current();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.withFilterAlone("filter-alone")
        .clerk(RUN.clerk())
        .classes(WhoServlet.class)
        .archive();
  }

  @Test
  @DisplayName("D9 filter and no mechanism: it knows who is calling")
  void knowsTheCaller() {
    String token = RUN.clerk().sessionToken(ADA);

    assertThat(RUN.address().get("/filter-alone/who").bearing(token).send().body())
        .isEqualTo("user_ada");
    assertThat(RUN.address().get("/filter-alone/who").send().body()).isEqualTo("nobody");
  }
}
