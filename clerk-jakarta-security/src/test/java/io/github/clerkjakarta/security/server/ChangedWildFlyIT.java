package io.github.clerkjakarta.security.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testsupport.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OnServer
@DisplayName("WildFly whose security an administrator has changed")
class ChangedWildFlyIT {

  static final ServerRun RUN = ServerRun.current();

  @Deployment(name = "not-integrated", testable = false)
  static WebArchive notIntegrated() {
    return TestWar.invoices("not-integrated").clerk(RUN.clerk()).archive();
  }

  @Deployment(name = "own-domain", testable = false)
  static WebArchive ownDomain() {
    return TestWar.invoices("own-domain")
        .clerk(RUN.clerk())
        .webInf(
            "jboss-web.xml", "<jboss-web><security-domain>invoices</security-domain></jboss-web>")
        .archive();
  }

  @ParameterizedTest(name = "{0} for {1}")
  @MethodSource(Point.CELLS)
  @DisplayName("S5 integrated-jaspi=false: the same answer at every point, to every caller")
  void notIntegrated(Point point, Visitor visitor) {
    assertThat(point.ask("/not-integrated", visitor, RUN))
        .isEqualTo(point.answerTo(visitor, RUN.server()));
  }

  @ParameterizedTest(name = "{0} for {1}")
  @MethodSource(Point.CELLS)
  @DisplayName("S5 an own security domain: the same answer at every point, to every caller")
  void ownDomain(Point point, Visitor visitor) {
    assertThat(point.ask("/own-domain", visitor, RUN))
        .isEqualTo(point.answerTo(visitor, RUN.server()));
  }

  @Test
  @DisplayName("the log says that the application hands over its callers, on both ways")
  void logSaysWhichWay() throws IOException {
    assertThat(Files.readString(RUN.server().log()).split("handed to Undertow and Elytron", -1))
        .hasSize(3);
  }
}
