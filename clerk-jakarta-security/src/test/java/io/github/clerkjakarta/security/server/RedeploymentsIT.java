package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.remains.RemainsServlet;
import io.github.clerkjakarta.servlet.ClerkFilter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnServer
@DisplayName("An application that is deployed again and again while requests come in")
class RedeploymentsIT {

  static final ServerRun RUN = ServerRun.current();

  private static final int TIMES = Integer.getInteger("redeployments");

  /**
   * Java keeps one by the first record of ours that it has compared, and WildFly another, by a
   * thread of its own that was ours last.
   */
  private static final int KEPT = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Where an admin alone gets in. */
  private static final String GUARDED = "/redeployed/constraint";

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "remains", testable = false)
  static WebArchive remains() {
    return TestWar.withoutJars("remains").packageOf(RemainsServlet.class).archive();
  }

  @Deployment(name = "redeployed", managed = false, testable = false)
  static WebArchive redeployed() {
    return TestWar.invoices("redeployed").clerk(RUN.clerk()).archive();
  }

  @Test
  @DisplayName("U1 lets nobody in meanwhile, and leaves neither a thread nor a class loader")
  void again() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService visitors = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> visits =
          Stream.generate(() -> visitors.submit(visit(over))).limit(2).toList();
      for (int i = 0; i < TIMES; i++) {
        deployer.deploy("redeployed");
        assertThat(RUN.address().get(GUARDED).bearing(admin()).send().status()).isEqualTo(200);
        deployer.undeploy("redeployed");
      }
      over.set(true);
      for (Future<Integer> visit : visits) {
        assertThat(visit.get()).isPositive();
      }
    } finally {
      over.set(true);
      visitors.shutdown();
    }
    List<String> left = settled();
    System.out.println("Redeployed " + TIMES + " times, and left: " + left);
    assertThat(left).hasSizeLessThanOrEqualTo(KEPT).allMatch(line -> line.startsWith("loader "));
  }

  /** A new one each time, for it is good for a minute. */
  private static String admin() {
    return RUN.clerk().session(ADA).organization(ACME).token();
  }

  private static Callable<Integer> visit(AtomicBoolean over) {
    return () -> {
      int refused = 0;
      while (!over.get()) {
        try {
          int status = RUN.address().get(GUARDED).send().status();
          assertThat(status).isGreaterThanOrEqualTo(400);
          refused += status == 401 ? 1 : 0;
        } catch (UncheckedIOException e) {
          // A server may end a connection while an application leaves.
        }
        Thread.sleep(5);
      }
      return refused;
    };
  }

  /** What is there once the garbage is collected, of which some ends a thread by that alone. */
  private static List<String> settled() throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    List<String> left = left();
    while (left.size() > KEPT && Instant.now().isBefore(end)) {
      Thread.sleep(500);
      left = left();
    }
    return left;
  }

  private static List<String> left() {
    Answer answer =
        RUN.address()
            .get("/remains/remains?application=redeployed&class=" + ClerkFilter.class.getName())
            .send();
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().lines().toList();
  }
}
