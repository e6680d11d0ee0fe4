package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.redeployed.MarkServlet;
import io.github.clerkjakarta.security.server.remains.RemainsServlet;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
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
   * Java keeps the loader of the first record of ours that it has compared. WildFly keeps some by
   * threads of its own that worked for us last: one or two more, however often we came.
   */
  private static final int KEPT = RUN.server().isWildFly() ? 4 : 1;

  private static final Class<?> CONTROL =
      io.github.clerkjakarta.security.server.control.MarkServlet.class;

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
    return TestWar.invoices("redeployed").clerk(RUN.clerk()).packageOf(MarkServlet.class).archive();
  }

  @Deployment(name = "control", managed = false, testable = false)
  static WebArchive control() {
    return TestWar.withoutJars("control").packageOf(CONTROL).webInf("beans.xml", "").archive();
  }

  @Test
  @DisplayName("U1 lets nobody in meanwhile, and leaves no thread, and no loader but the server's")
  void again() throws Exception {
    List<String> before = others();
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService visitors = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> visits =
          Stream.<Future<?>>generate(() -> visitors.submit(visit(over))).limit(2).toList();
      for (int i = 0; i < TIMES; i++) {
        deployer.deploy("control");
        assertThat(RUN.address().get("/control/mark").send().status()).isEqualTo(204);
        deployer.undeploy("control");
        deployer.deploy("redeployed");
        assertThat(RUN.address().get("/redeployed/mark").send().status()).isEqualTo(204);
        assertThat(RUN.address().get(GUARDED).send().status()).isEqualTo(401);
        assertThat(RUN.address().get(GUARDED).bearing(admin()).send().status()).isEqualTo(200);
        deployer.undeploy("redeployed");
      }
      over.set(true);
      for (Future<?> visit : visits) {
        visit.get();
      }
    } finally {
      over.set(true);
      visitors.shutdown();
    }
    settle(() -> left(before).isEmpty() && ours() <= KEPT);
    assertThat(left(before)).isEmpty();
    assertThat(ours()).isLessThanOrEqualTo(KEPT + loaders(CONTROL));
  }

  /** A new one each time, for it is good for a minute. */
  private static String admin() {
    return RUN.clerk().session(ADA).organization(ACME).token();
  }

  /** Comes until it is over, also while the application leaves. */
  private static Callable<Void> visit(AtomicBoolean over) {
    return () -> {
      while (!over.get()) {
        try {
          assertThat(RUN.address().get(GUARDED).send().status()).isGreaterThanOrEqualTo(400);
        } catch (UncheckedIOException e) {
          // A server may end a connection while an application leaves.
        }
        Thread.sleep(5);
      }
      return null;
    };
  }

  /** Some things end by a collection of garbage alone, and some threads a while after it. */
  private static void settle(BooleanSupplier settled) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!settled.getAsBoolean() && Instant.now().isBefore(end)) {
      Thread.sleep(500);
    }
  }

  /** Threads, MBeans and authentication modules that weren't there before. */
  private static List<String> left(List<String> before) {
    return others().stream().filter(line -> !before.contains(line)).toList();
  }

  private static List<String> others() {
    return remains(MarkServlet.class).filter(line -> !line.startsWith("loader ")).toList();
  }

  private static long ours() {
    return loaders(MarkServlet.class);
  }

  private static long loaders(Class<?> mark) {
    return remains(mark).filter(line -> line.startsWith("loader ")).count();
  }

  private static Stream<String> remains(Class<?> mark) {
    Answer answer =
        RUN.address().get("/remains/remains?application=redeployed&class=" + mark.getName()).send();
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().lines();
  }
}
