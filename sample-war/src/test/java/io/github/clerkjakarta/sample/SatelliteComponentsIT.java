package io.github.clerkjakarta.sample;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.testkit.LocalClerk;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sample and its satellite on another domain, both with the unmodified ClerkJS. */
@ExtendWith(StageExtension.class)
class SatelliteComponentsIT {

  private static final String PRIMARY = "/main";
  private static final String SATELLITE = "/shop";

  private static LocalClerk clerk;

  private final Stage stage;
  private final Tab tab;
  private final Page page;

  SatelliteComponentsIT(Stage stage, Tab tab) {
    this.stage = stage;
    this.tab = tab;
    this.page = tab.page();
  }

  @BeforeAll
  static void deploy(Stage stage) {
    clerk = stage.start(Stage.clerkWithClerkJs());
    stage.deploy(
        SatelliteWar.primary(Stage.copy("main.war").clerk(clerk), stage.port(), SATELLITE + "/"));
    stage.deploy(
        SatelliteWar.satellite(
            Stage.copy("shop.war").clerk(clerk), stage.port(), stage.address(PRIMARY)));
  }

  @Test
  @DisplayName("a link leads to the satellite, where server and ClerkJS know who is signed in")
  void link() {
    tab.arrive(clerk, clerk.session(ADA), PRIMARY + "/");
    page.screenshot("satellite-primary");

    page.evaluate("document.querySelector('#satellite').click()");
    tab.waitFor("location.hostname === '%s'".formatted(SatelliteWar.HOST));
    tab.waitFor("Clerk.status === 'ready' && !!document.querySelector('.cl-userButtonTrigger')");
    page.screenshot("satellite-components");

    assertThat(page.text("main")).contains("This is a satellite");
    assertThat(page.text("#user")).isEqualTo(ADA.id());
    assertThat(tab.watch().complaints()).isEmpty();
    assertThat(tab.watch().requests())
        .extracting(URI::getHost)
        .containsOnly("localhost", SatelliteWar.HOST);
  }
}
