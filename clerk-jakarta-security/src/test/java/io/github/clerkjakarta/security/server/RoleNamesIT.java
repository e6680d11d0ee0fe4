package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.example.metadata.Dashboard;
import io.github.clerkjakarta.security.server.RoleTable.Asker;
import io.github.clerkjakarta.security.server.asking.RolesServlet;
import io.github.clerkjakarta.testkit.LocalClerk;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OnServer
@DisplayName("The names of roles and claims")
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

  @Deployment(name = "metadata", testable = false)
  static WebArchive metadata() {
    return TestWar.named("metadata").packageOf(Dashboard.class).clerk(CLERK).archive();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(RoleTable.CELLS)
  @DisplayName("S19 hold as the docs say, and the second jar changes no answer")
  void names(Asker caller, List<String> all, List<String> holding) {
    String expected = "user_ada: " + String.join(" ", holding);

    assertThat(rolesOf(caller, "/names-alone", all)).isEqualTo(expected);
    assertThat(rolesOf(caller, "/names", all)).isEqualTo(expected);
  }

  @Test
  @DisplayName("S20 a role in the metadata of a person is one of Jakarta, as Clerk's guide has it")
  void role() {
    assertThat(dashboard(Map.of("role", "admin"))).isEqualTo("for [admin], changed");
    assertThat(dashboard(Map.of("role", List.of("editor", "admin"))))
        .isEqualTo("for [editor, admin], changed");
    assertThat(dashboard(Map.of("role", "editor"))).isEqualTo("403, 403");
    assertThat(dashboard(Map.of("role", Map.of("admin", true)))).isEqualTo("403, 403");
    assertThat(dashboard("{{user.public_metadata}}")).isEqualTo("403, 403");
    assertThat(RUN.address().get("/metadata/api/dashboard").send().status()).isEqualTo(401);
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

  /** What reading and changing answers. */
  private static String dashboard(Object metadata) {
    String token = CLERK.session(ADA).claim("metadata", metadata).token();
    return answer("GET", token) + ", " + answer("POST", token);
  }

  private static String answer(String method, String token) {
    Answer answer =
        RUN.address()
            .request(method, "/metadata/api/dashboard")
            .with("Content-Length", "0")
            .bearing(token)
            .send();
    return answer.status() == 200 ? answer.body() : "" + answer.status();
  }
}
