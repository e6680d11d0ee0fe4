package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.guarded.SecretServlet;
import io.github.clerkjakarta.security.server.stores.PayrollServlet;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testsupport.Visitor;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnServer
@DisplayName("Two WARs with the mechanism in one EAR")
class EarIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk OTHER =
      LocalClerk.builder().authorizedParty(RUN.address().origin()).start();

  @Deployment(testable = false)
  static EnterpriseArchive ear() {
    return ShrinkWrap.create(EnterpriseArchive.class, "both.ear")
        .addAsLibrary(
            ShrinkWrap.create(JavaArchive.class, "settings.jar")
                .addAsResource(
                    new StringAsset("clerk.security.auto=true"),
                    "META-INF/microprofile-config.properties"))
        .addAsModule(
            TestWar.invoices("one")
                .classes(PayrollServlet.class)
                .everyClassABean()
                .clerk(RUN.clerk())
                .archive())
        .addAsModule(
            TestWar.named("two")
                .packageOf(SecretServlet.class)
                .packageOf(PayrollServlet.class)
                .webInf("beans.xml", "")
                .clerk(OTHER)
                .declaring(TestWar.adminsAt("/admin/*"))
                .archive());
  }

  @AfterAll
  static void close() {
    OTHER.close();
  }

  @ParameterizedTest(name = "{0} for {1}")
  @MethodSource(Point.CELLS)
  @DisplayName("S5 the first gives the same answer as a WAR that stands alone")
  void sameAnswer(Point point, Visitor visitor) {
    assertThat(point.ask("/one", visitor, RUN)).isEqualTo(point.answerTo(visitor, RUN.server()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/constraint", "/servlet-security", "/rest/roles-allowed", "/ejb", "/bean"})
  @DisplayName("D12 the first knows no caller of the second")
  void strangers(String path) {
    assertThat(status("/one" + path, OTHER)).isEqualTo(401);
  }

  @Test
  @DisplayName("D12 the second knows its own callers, by clerk.security.auto, and nobody else")
  void second() {
    assertThat(status("/two/admin/x", OTHER)).isEqualTo(200);
    assertThat(status("/two/admin/x", RUN.clerk())).isEqualTo(401);
    assertThat(RUN.address().get("/two/admin/x").send().status()).isEqualTo(401);
  }

  @Test
  @DisplayName("D12 each asks the identity stores of its own, and no other's")
  void ownStores() {
    assertThat(get("/two/payroll", OTHER).body()).isEqualTo("true");
    assertThat(get("/one/payroll", RUN.clerk()).body()).isEqualTo("false");
  }

  private static int status(String path, LocalClerk clerk) {
    return get(path, clerk).status();
  }

  private static Answer get(String path, LocalClerk clerk) {
    String token = clerk.session(ADA).organization(ACME).token();
    return RUN.address().get(path).bearing(token).send();
  }
}
