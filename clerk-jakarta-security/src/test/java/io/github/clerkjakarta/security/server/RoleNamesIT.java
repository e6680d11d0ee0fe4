package io.github.clerkjakarta.security.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.RoleTable.Asker;
import io.github.clerkjakarta.security.server.asking.RolesServlet;
import io.github.clerkjakarta.testkit.LocalClerk;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OnServer
@DisplayName("The names of roles")
class RoleNamesIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk CLERK = RUN.clerk();

  @Deployment(name = "names-alone", testable = false)
  static WebArchive filterAlone() {
    return asking(TestWar.withFilterAlone("names-alone"));
  }

  @Deployment(name = "names", testable = false)
  static WebArchive both() {
    return asking(TestWar.named("names").automatic());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(RoleTable.CELLS)
  @DisplayName("S19 hold as the docs say, and the second jar changes no answer")
  void names(Asker caller, List<String> all, List<String> holding) {
    String expected = "user_ada: " + String.join(" ", holding);

    assertThat(rolesOf(caller, "/names-alone", all)).isEqualTo(expected);
    assertThat(rolesOf(caller, "/names", all)).isEqualTo(expected);
  }

  private static WebArchive asking(TestWar war) {
    return war.classes(RolesServlet.class)
        .clerk(CLERK)
        .setting("clerk.acceptsToken", "any")
        .archive();
  }

  private static String rolesOf(Asker caller, String application, List<String> names) {
    String path = application + "/roles?of=" + String.join("&of=", names);
    return RUN.address().get(path).bearing(caller.token(CLERK)).send().body();
  }
}
