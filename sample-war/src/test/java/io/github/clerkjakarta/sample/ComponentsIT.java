package io.github.clerkjakarta.sample;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.testkit.LocalClerk;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sample's own pages with Clerk's components, and the unmodified ClerkJS. */
@ExtendWith(StageExtension.class)
class ComponentsIT {

  private static final String APPLICATION = "/components";

  private static LocalClerk clerk;

  private final Tab tab;
  private final Page page;

  ComponentsIT(Stage stage) {
    this.tab = Tab.of(stage);
    this.page = tab.page();
  }

  @BeforeAll
  static void deploy(Stage stage) {
    clerk = LocalClerk.builder().clerkJs(Path.of(System.getProperty("clerk.js"))).start();
    stage.deploy(
        Stage.copy("components.war")
            .contextParam("clerk.publishableKey", clerk.publishableKey())
            .contextParam("clerk.secretKey", clerk.secretKey())
            .contextParam("clerk.apiUrl", clerk.apiUrl())
            .contextParam("clerk.proxyUrl", clerk.proxyUrl()));
  }

  @AfterAll
  static void closeClerk() {
    clerk.close();
  }

  @AfterEach
  void closePage() {
    tab.close();
  }

  @Test
  @DisplayName("JSP: another organization brings the form, and the EJB lets it through")
  void books() {
    arrive("/books");
    assertThat(page.text("#who")).isEqualTo("Ada");
    assertThat(page.text("#organization")).isEqualTo("no organization");
    assertThat(page.text("#refused")).startsWith("Choose an organization");

    choose();
    tab.waitFor("!!document.querySelector('#create')");
    page.evaluate("document.querySelector('#create').click()");
    tab.waitFor("document.querySelectorAll('#invoices li').length === 1");
    tab.waitFor("!!document.querySelector('.cl-userButtonTrigger')");
    page.screenshot("components-books");

    assertThat(page.text("#organization")).isEqualTo("acme");
    tab.assertThatNothingWasWrong();
  }

  @Test
  @DisplayName("Facelets: another organization brings the button, and the CDI bean answers it")
  void team() {
    arrive("/team.xhtml");
    assertThat(page.text("#role")).isEqualTo("none");
    assertThat(page.text("#refused")).startsWith("For admins");

    choose();
    tab.waitFor("document.querySelector('#role').innerText === 'org:admin'");
    page.evaluate("document.getElementById('books:ask').click()");
    tab.waitFor("document.getElementById('books:text').innerText.includes('1,284.50')");
    page.screenshot("components-team");

    tab.assertThatNothingWasWrong();
  }

  private void arrive(String path) {
    tab.arrive(clerk, clerk.session(ADA), APPLICATION + path);
  }

  private void choose() {
    page.evaluate("void Clerk.setActive({organization: '%s'})".formatted(ACME.id()));
  }
}
