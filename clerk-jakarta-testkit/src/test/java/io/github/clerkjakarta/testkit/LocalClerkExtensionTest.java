package io.github.clerkjakarta.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class LocalClerkExtensionTest {

  private static final List<LocalClerk> SEEN = new ArrayList<>();

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  @Test
  @DisplayName("a class and its nested classes share one stand-in, which is closed at the end")
  void parameter() {
    assertThat(run(TakesParameter.class).getTestsSucceededCount()).isEqualTo(3);

    assertThat(SEEN).hasSize(3);
    assertThat(SEEN).allMatch(clerk -> clerk == SEEN.get(0));
    assertThat(answers(SEEN.get(0))).isFalse();
  }

  @Test
  @DisplayName("a stand-in that a static field starts is used, and closed at the end")
  void staticField() {
    assertThat(run(HasStaticField.class).getTestsSucceededCount()).isEqualTo(1);

    assertThat(SEEN).containsExactly(HasStaticField.CLERK.clerk());
    assertThat(answers(SEEN.get(0))).isFalse();
  }

  @Test
  @DisplayName("in a field of each test it says where it belongs")
  void instanceField() {
    try (LocalClerk clerk = LocalClerk.start()) {
      HasInstanceField.clerk = clerk;

      TestExecutionSummary summary = run(HasInstanceField.class);

      assertThat(summary.getFailures())
          .singleElement()
          .extracting(TestExecutionSummary.Failure::getException)
          .isInstanceOf(ExtensionConfigurationException.class);
    }
  }

  @ExtendWith(LocalClerkExtension.class)
  static class TakesParameter {

    @Test
    void first(LocalClerk clerk) {
      begins(clerk);
    }

    @Test
    void second(LocalClerk clerk) {
      begins(clerk);
    }

    @Nested
    class Inside {

      @Test
      void third(LocalClerk clerk) {
        begins(clerk);
      }
    }

    /** Each test begins with no request noted, though the one before it left one. */
    private static void begins(LocalClerk clerk) {
      assertThat(clerk.requests()).isEmpty();
      assertThat(answers(clerk)).isTrue();
      SEEN.add(clerk);
    }
  }

  static class HasStaticField {

    @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

    @Test
    void test(LocalClerk clerk) {
      assertThat(answers(clerk)).isTrue();
      SEEN.add(clerk);
    }
  }

  static class HasInstanceField {

    static LocalClerk clerk;

    @RegisterExtension final LocalClerkExtension extension = LocalClerkExtension.of(clerk);

    @Test
    void test() {}
  }

  private static TestExecutionSummary run(Class<?> testClass) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(testClass)).build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }

  private static boolean answers(LocalClerk clerk) {
    try {
      return Http.get(clerk.proxyUrl() + "/").statusCode() == 200;
    } catch (UncheckedIOException refused) {
      return false;
    }
  }
}
