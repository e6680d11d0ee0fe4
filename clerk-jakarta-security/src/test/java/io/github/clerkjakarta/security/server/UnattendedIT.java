package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.unattended.Cellar;
import io.github.clerkjakarta.testkit.LocalClerk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnServer
@DisplayName("Beans that are called without a caller, or with other roles than the caller's")
class UnattendedIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk CLERK = RUN.clerk();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.named("unattended")
        .packageOf(Cellar.class)
        .automatic()
        .webInf(
            "glassfish-web.xml",
            """
            <glassfish-web-app>
              <security-role-mapping>
                <role-name>steward</role-name>
                <principal-name>steward</principal-name>
              </security-role-mapping>
            </glassfish-web-app>
            """)
        .clerk(CLERK)
        .archive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"observer", "startup", "timer"})
  @DisplayName("D16 without a request, what is for some is for nobody, and what is open is open")
  void withoutRequest(String call) {
    assertThat(noted(call))
        .isEqualTo(
            "io.github.clerkjakarta.security.AccessDeniedException: Cellar.guarded needs a caller,"
                + " and there is no request here that has one.");
    assertThat(noted(call + "-open")).isEqualTo("open");
  }

  @ParameterizedTest(name = "{0}: nobody {1}, a member {2}, an admin {3}")
  @CsvSource({
    "kitchen,  401, 403, 403",
    "cook,     200, 200, 200",
    "guarded,  401, 403, 200",
    "stewards, 401, 403, 403"
  })
  @DisplayName("D16 of @RunAs the EJB container is the judge, of a CDI bean the caller's roles")
  void runAs(String call, int nobody, int member, int admin) {
    assertThat(get(call).send().status()).as("nobody").isEqualTo(nobody);
    assertThat(get(call).bearing(CLERK.session(BEN).organization(ACME).token()).send().status())
        .as("a member")
        .isEqualTo(member);
    assertThat(get(call).bearing(CLERK.session(ADA).organization(ACME).token()).send().status())
        .as("an admin")
        .isEqualTo(admin);
  }

  /** What the application has noted; a timer may ring a little later. */
  private static String noted(String call) {
    long start = System.nanoTime();
    String note = get(call).send().body();
    while (note.isEmpty() && System.nanoTime() - start < SECONDS.toNanos(20)) {
      note = get(call).send().body();
    }
    return note;
  }

  private static Wire get(String call) {
    return RUN.address().get("/unattended/steward/" + call);
  }
}
