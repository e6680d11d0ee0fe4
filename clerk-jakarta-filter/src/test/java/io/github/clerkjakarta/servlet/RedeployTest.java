package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An application with constraints that is deployed again and again")
class RedeployTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  /** The JDK keeps one by the first record of ours that it has compared. */
  private static final int KEPT_BY_JAVA = 1;

  @ParameterizedTest
  @EnumSource
  @DisplayName("U1 leaves no class loader with a server that was told of its callers")
  void redeployed(TestServer server) throws InterruptedException {
    List<WeakReference<?>> loaders = new ArrayList<>();
    TestWar war =
        ServletPoint.application(clerk())
            .listener(LoaderListener.class)
            .classFile(LoaderListener.class);
    String admin = "Bearer " + clerk().session(ADA).organization(ACME).token();
    for (int i = 0; i < 4; i++) {
      try (RunningServer running = server.deployWhole(war.unpackedWhole())) {
        assertThat(running.get("/constraint").send().status()).isEqualTo(401);
        assertThat(running.get("/constraint").with("Authorization", admin).send().status())
            .isEqualTo(200);
        loaders.add((WeakReference<?>) System.getProperties().remove(LoaderListener.LOADER));
      }
    }
    for (int i = 0; i < 50 && left(loaders) > KEPT_BY_JAVA; i++) {
      System.gc();
      Thread.sleep(100);
    }
    assertThat(left(loaders)).isLessThanOrEqualTo(KEPT_BY_JAVA);
  }

  private static long left(List<WeakReference<?>> loaders) {
    return loaders.stream().filter(loader -> loader.get() != null).count();
  }

  private static LocalClerk clerk() {
    return CLERK.clerk();
  }
}
