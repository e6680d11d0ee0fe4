package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.security.server.application.WhoServlet;
import io.github.clerkjakarta.testkit.LocalClerk;
import java.io.IOException;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnServer
@DisplayName("Jars that several WARs share, in the library folder of an EAR,")
class SharedJarsIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk OTHER =
      LocalClerk.builder().authorizedParty(RUN.address().origin()).start();

  /** WildFly's own word: an EAR's libraries don't see its servlet container. */
  private static final String NOT_LINKED = "io/undertow/servlet/ServletExtension";

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "filter", managed = false, testable = false)
  static EnterpriseArchive filter() {
    return ShrinkWrap.create(EnterpriseArchive.class, "filter.ear")
        .addAsLibrary(TestWar.filterJar())
        .addAsModule(who("first", RUN.clerk()).archive())
        .addAsModule(who("second", OTHER).archive());
  }

  @Deployment(name = "mechanism", managed = false, testable = false)
  static EnterpriseArchive mechanism() {
    return ShrinkWrap.create(EnterpriseArchive.class, "mechanism.ear")
        .addAsLibrary(TestWar.filterJar())
        .addAsLibrary(TestWar.securityJar())
        .addAsLibrary(
            ShrinkWrap.create(JavaArchive.class, "settings.jar")
                .addAsResource(
                    new StringAsset("clerk.security.auto=true"),
                    "META-INF/microprofile-config.properties"))
        .addAsModule(who("third", RUN.clerk()).webInf("beans.xml", "").archive());
  }

  @AfterAll
  static void close() {
    OTHER.close();
  }

  @Test
  @DisplayName(
      "U6 have a filter for each WAR, with an instance and rules of its own, or deploy none")
  void filterForEach() throws IOException {
    if (RUN.server() != Server.PAYARA) {
      assertFails("filter", NOT_LINKED, "/first/who", "/second/who");
      return;
    }
    deployer.deploy("filter");
    assertThat(ask("/first", RUN.clerk()).body()).isEqualTo("user_ada");
    assertThat(ask("/second", OTHER).body()).isEqualTo("user_ada");
    assertThat(ask("/first", OTHER).status()).isEqualTo(401);
    assertThat(ask("/second", RUN.clerk()).status()).isEqualTo(401);
    assertThat(RUN.address().get("/first/who").send().status()).isEqualTo(401);
    deployer.undeploy("filter");
  }

  @Test
  @DisplayName("U6 are no place for the mechanism: the deployment fails")
  void noMechanism() throws IOException {
    String sentence =
        RUN.server() == Server.PAYARA ? "Put clerk-jakarta-security into WEB-INF/lib" : NOT_LINKED;
    assertFails("mechanism", sentence, "/third/who");
  }

  private void assertFails(String name, String sentence, String... paths) throws IOException {
    assertThatThrownBy(() -> deployer.deploy(name)).isInstanceOf(Exception.class);

    for (String path : paths) {
      assertThat(RUN.address().get(path).send().status()).isEqualTo(404);
    }
    assertThat(Files.readString(RUN.server().log())).contains(sentence);
  }

  private static TestWar who(String name, LocalClerk clerk) {
    return TestWar.withoutJars(name)
        .classes(WhoServlet.class)
        .clerk(clerk)
        .setting("clerk.rules", "/who = signed-in");
  }

  private static Answer ask(String application, LocalClerk clerk) {
    return RUN.address().get(application + "/who").bearing(clerk.sessionToken(ADA)).send();
  }
}
