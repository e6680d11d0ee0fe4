package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.asking.RolesServlet;
import io.github.clerkjakarta.security.server.own.HouseHandler;
import io.github.clerkjakarta.security.server.own.HouseMechanism;
import java.io.IOException;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnServer
@DisplayName("An application that asks for Clerk, and has of its own")
class OwnBeansIT {

  static final ServerRun RUN = ServerRun.current();
  static final String ADAS = RUN.clerk().sessionToken(ADA);

  @Deployment(name = "handler", testable = false)
  static WebArchive handler() {
    return asking("handler", HouseHandler.class);
  }

  @Deployment(name = "mechanism", testable = false)
  static WebArchive mechanism() {
    return asking("mechanism", HouseMechanism.class);
  }

  @Test
  @DisplayName("an IdentityStoreHandler: it alone says who is known, and in which groups")
  void ownHandler() {
    String bens = RUN.clerk().sessionToken(BEN);

    assertThat(get("/handler/roles?of=house").bearing(ADAS).send().body())
        .isEqualTo("ada of the house: house");
    assertThat(get("/handler/roles?of=house").bearing(bens).send().body()).isEqualTo("nobody: ");
  }

  @Test
  @DisplayName("an HttpAuthenticationMechanism: it stays, and ours isn't there")
  void ownMechanism() throws IOException {
    Answer answer = get("/mechanism/surroundings").bearing(ADAS).send();

    assertThat(answer.first("X-House")).contains("asked");
    assertThat(answer.body()).contains("ledger=written").doesNotContain("bean=");
    assertThat(Files.readString(RUN.server().log()))
        .contains("the application has an authentication mechanism of its own, which stays.");
  }

  private static WebArchive asking(String name, Class<?> own) {
    return TestWar.named(name)
        .packageOf(RolesServlet.class)
        .classes(own)
        .automatic()
        .clerk(RUN.clerk())
        .archive();
  }

  private static Wire get(String path) {
    return RUN.address().get(path);
  }
}
