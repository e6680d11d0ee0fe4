package io.github.clerkjakarta.sample;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.sample.browser.Visit;
import io.github.clerkjakarta.testkit.InstanceType;
import io.github.clerkjakarta.testkit.LocalClerk;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A production instance whose Frontend API browsers reach through the application alone. */
@ExtendWith(StageExtension.class)
class FrontendApiProxyIT {

  private static final String APPLICATION = "/proxied";
  private static final String PROXY = APPLICATION + "/__clerk";

  private static LocalClerk clerk;

  private final Stage stage;
  private final Tab tab;
  private final Page page;

  FrontendApiProxyIT(Stage stage, Tab tab) {
    this.stage = stage;
    this.tab = tab;
    this.page = tab.page();
  }

  @BeforeAll
  static void deploy(Stage stage) {
    clerk = stage.start(Stage.clerkWithClerkJs().instance(InstanceType.PRODUCTION));
    stage.deploy(
        Stage.copy("proxied.war")
            .contextParam("clerk.publishableKey", clerk.publishableKey())
            .contextParam("clerk.secretKey", clerk.secretKey())
            .contextParam("clerk.apiUrl", clerk.apiUrl())
            .contextParam("clerk.fapiUrl", clerk.proxyUrl())
            .contextParam("clerk.frontendApiProxy", "/__clerk")
            .contextParam("clerk.proxyUrl", PROXY)
            // Clerk has pictures at a host of their own, LocalClerk has them itself.
            .contextParam("clerk.contentSecurityPolicyDirectives", "img-src " + clerk.proxyUrl()));
  }

  @Test
  @DisplayName("signs in, changes the organization, comes back with an old token and signs out")
  void throughTheApplication() {
    page.open(stage.address(APPLICATION + "/sign-in.jsp?redirect_url=" + APPLICATION + "/books"));
    tab.signIn(ADA);
    tab.waitFor("location.pathname === '/proxied/books' && !!Clerk.session");
    assertThat(page.text("#user")).isEqualTo(ADA.id());

    page.evaluate("void Clerk.setActive({organization: '%s'})".formatted(ACME.id()));
    tab.waitFor("document.querySelector('#organization').innerText === 'acme'");
    tab.waitFor("Clerk.status === 'ready'");

    String books = stage.address(APPLICATION + "/books");
    page.open("data:text/html,elsewhere");
    page.setCookie(books, "__session", "");
    page.setCookie(books, "__session_" + clerk.cookieSuffix(), "");
    Visit visit = page.open(books);
    assertThat(visit.requestsTo(PROXY + "/v1/client/handshake")).isEqualTo(1);
    assertThat(page.text("#organization")).isEqualTo("acme");
    page.screenshot("frontend-api-proxy");

    tab.waitFor("Clerk.status === 'ready'");
    page.evaluate("void Clerk.signOut({redirectUrl: '%s/'})".formatted(APPLICATION));
    tab.waitFor("location.pathname === '/proxied/' && document.querySelector('#user')");
    assertThat(page.text("#user")).isEqualTo("nobody");

    tab.assertThatNothingWasWrong();
    assertThat(tab.watch().requests())
        .as("for everything but pictures only the application was asked")
        .filteredOn(asked -> !asked.getPath().startsWith("/images/"))
        .extracting(URI::getPort)
        .containsOnly(URI.create(stage.address("")).getPort());
  }
}
