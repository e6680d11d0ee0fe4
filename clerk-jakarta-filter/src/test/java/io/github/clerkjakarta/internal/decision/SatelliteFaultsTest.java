package io.github.clerkjakarta.internal.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.Visit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A satellite")
class SatelliteFaultsTest {

  private static final String PAGE = "https://sat.example/page";
  private static final String OUT = "signed-out session-token-and-uat-missing";
  private static final String SYNC = "handshake satellite-needs-syncing";

  @ParameterizedTest
  @CsvSource({
    "'', " + OUT,
    "?__clerk_synced=false, " + SYNC,
    "?__clerk_synced=true, " + OUT,
    "?__clerk_synced=FALSE, " + OUT,
    "?__clerk_synced=, " + OUT,
    "?__clerk_synced=false&__clerk_synced=true, " + SYNC,
    "?__clerk_synced=true&__clerk_synced=false, " + OUT,
  })
  @DisplayName("R13 asks its primary where the address says so, in these very words, once")
  void synced(String query, String outcome) {
    try (EngineUnderTest engine = EngineUnderTest.with(satellite())) {
      assertThat(engine.outcome(Visit.document(PAGE + query))).isEqualTo(outcome);
    }
  }

  @Test
  @DisplayName("R13 asks by itself where that is switched on, and not again when it has been told")
  void autoSync() {
    try (EngineUnderTest engine = EngineUnderTest.with(satellite().satelliteAutoSync(true))) {
      assertThat(engine.outcome(Visit.document(PAGE))).isEqualTo(SYNC);
      assertThat(engine.outcome(Visit.document(PAGE + "?__clerk_synced=FALSE"))).isEqualTo(SYNC);
      assertThat(engine.outcome(Visit.document(PAGE + "?__clerk_synced=true"))).isEqualTo(OUT);
      assertThat(engine.outcome(Visit.api())).isEqualTo(OUT);
    }
  }

  @Test
  @DisplayName("R14 without a domain or a proxy fails the deployment, and every request")
  void withoutDomain() {
    refused(Instances.production().satellite(true), Visit.document(PAGE), "domain");
  }

  @Test
  @DisplayName("R14 in development needs a sign-in page, with its whole address")
  void signInPage() {
    ClerkOptions.Builder options = Instances.development().satellite(true).domain("sat.example");
    refused(options, Visit.document(PAGE), "signInUrl");
    refused(
        options.signInUrl("/sign-in"), Visit.document(PAGE + "?__clerk_synced=false"), "signInUrl");
  }

  @Test
  @DisplayName("R14 with its sign-in page on its own origin refuses the requests of that origin")
  void signInPageHere() {
    try (EngineUnderTest engine =
        EngineUnderTest.with(satellite().signInUrl("https://sat.example/sign-in"))) {
      Visit visit = Visit.document(PAGE).header("origin", "https://sat.example");
      assertThatThrownBy(() -> engine.ask(visit))
          .isInstanceOf(ClerkConfigurationException.class)
          .hasMessageContaining("different origin");
    }
  }

  private static void refused(ClerkOptions.Builder options, Visit visit, String named) {
    assertThatThrownBy(() -> options.build().requireDeployable())
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining(named);
    try (EngineUnderTest engine = EngineUnderTest.with(options)) {
      assertThatThrownBy(() -> engine.ask(visit))
          .isInstanceOf(ClerkConfigurationException.class)
          .hasMessageContaining(named);
    }
  }

  private static ClerkOptions.Builder satellite() {
    return Instances.production().satellite(true).domain("sat.example");
  }
}
