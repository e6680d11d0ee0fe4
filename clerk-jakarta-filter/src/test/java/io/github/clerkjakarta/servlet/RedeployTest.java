package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An application with constraints that is deployed again and again")
class RedeployTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  private static final int TIMES = Integer.getInteger("redeployments", 4);

  /** The JDK keeps one by the first record of ours that it has compared. */
  private static final int KEPT_BY_JAVA = 1;

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "U1 leaves no class loader with a server that was told of its callers, while requests come in")
  void redeployed(TestServer server) throws Exception {
    List<WeakReference<?>> loaders = new ArrayList<>();
    TestWar war =
        ServletPoint.application(clerk())
            .listener(LoaderListener.class)
            .classFile(LoaderListener.class);
    for (int i = 0; i < TIMES; i++) {
      AtomicBoolean over = new AtomicBoolean();
      ExecutorService visitors = Executors.newFixedThreadPool(2);
      List<Future<?>> visits = new ArrayList<>();
      try (RunningServer running = server.deployWhole(war.unpackedWhole())) {
        visits.add(visitors.submit(() -> visit(running, over)));
        visits.add(visitors.submit(() -> visit(running, over)));
        String admin = "Bearer " + clerk().session(ADA).organization(ACME).token();
        assertThat(running.get("/constraint").send().status()).isEqualTo(401);
        assertThat(running.get("/constraint").with("Authorization", admin).send().status())
            .isEqualTo(200);
        loaders.add((WeakReference<?>) System.getProperties().remove(LoaderListener.LOADER));
      } finally {
        over.set(true);
        visitors.shutdown();
      }
      for (Future<?> visit : visits) {
        visit.get();
      }
    }
    for (int i = 0; i < 50 && left(loaders) > KEPT_BY_JAVA; i++) {
      System.gc();
      Thread.sleep(100);
    }
    assertThat(left(loaders)).isLessThanOrEqualTo(KEPT_BY_JAVA);
  }

  /** Comes until it is over, also while the application leaves. */
  private static void visit(RunningServer running, AtomicBoolean over) {
    while (!over.get()) {
      try {
        assertThat(running.get("/constraint").send().status()).isGreaterThanOrEqualTo(400);
      } catch (UncheckedIOException e) {
        // A server that stops may end a connection.
      }
    }
  }

  private static long left(List<WeakReference<?>> loaders) {
    return loaders.stream().filter(loader -> loader.get() != null).count();
  }

  private static LocalClerk clerk() {
    return CLERK.clerk();
  }
}
