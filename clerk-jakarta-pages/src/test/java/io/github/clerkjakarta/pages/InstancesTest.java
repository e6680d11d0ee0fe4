package io.github.clerkjakarta.pages;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.InstanceType;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Session;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The tags of an application with several instances and a satellite")
class InstancesTest {

  private static final LocalClerk ACME = LocalClerk.start();
  private static final LocalClerk GLOBEX = LocalClerk.start();
  private static final LocalClerk SHOP =
      LocalClerk.builder().instance(InstanceType.PRODUCTION).start();

  private static final TestApplication APPLICATION = application();

  private static TestApplication application() {
    TestApplication application = new TestApplication(ACME);
    List.of("publishableKey", "secretKey", "apiUrl", "proxyUrl", "signInUrl")
        .forEach(name -> application.withoutParam("clerk." + name));
    return application
        .param("clerk.instances", "acme, globex, shop")
        .param("clerk.acme.hosts", "app.acme.example")
        .param("clerk.acme.publishableKey", ACME.publishableKey())
        .param("clerk.acme.secretKey", ACME.secretKey())
        .param("clerk.acme.apiUrl", ACME.apiUrl())
        .param("clerk.acme.proxyUrl", ACME.proxyUrl())
        .param("clerk.acme.signInUrl", "https://app.acme.example/enter")
        .param("clerk.globex.hosts", "app.globex.example")
        .param("clerk.globex.publishableKey", GLOBEX.publishableKey())
        .param("clerk.globex.secretKey", GLOBEX.secretKey())
        .param("clerk.globex.apiUrl", GLOBEX.apiUrl())
        .param("clerk.globex.proxyUrl", "https://app.globex.example/__clerk")
        .param("clerk.globex.signInUrl", "https://app.globex.example/enter")
        .param("clerk.shop.hosts", "shop.example")
        .param("clerk.shop.publishableKey", SHOP.publishableKey())
        .param("clerk.shop.secretKey", SHOP.secretKey())
        .param("clerk.shop.apiUrl", SHOP.apiUrl())
        .param("clerk.shop.isSatellite", "true")
        .param("clerk.shop.domain", "shop.example")
        .param("clerk.shop.signInUrl", "https://primary.example/enter")
        .page(
            "all.jsp",
            "<clerk:scripts/><clerk:signIn/><clerk:userButton/><clerk:signInButton/>"
                + "${clerk.publishableKey} ${clerk.proxyUrl} ${clerk.domain} ${clerk.signInUrl}"
                + " ${clerk.jsUrl} ${clerk.uiUrl} ${clerk.userId}");
  }

  @BeforeAll
  static void start() {
    APPLICATION.start();
  }

  @AfterAll
  static void close() {
    APPLICATION.close();
    ACME.close();
    GLOBEX.close();
    SHOP.close();
  }

  @Test
  @DisplayName("an instance behind a proxy has its key, its proxy and its sign-in page")
  void proxied() {
    assertThat(at("app.acme.example", ""))
        .contains("src=\"" + ACME.proxyUrl() + "/npm/@clerk/clerk-js@6/dist/clerk.browser.js\"")
        .contains("src=\"" + ACME.proxyUrl() + "/npm/@clerk/ui@1/dist/ui.browser.js\"")
        .contains("data-clerk-publishable-key=\"" + ACME.publishableKey() + "\"")
        .contains("data-clerk-proxy-url=\"" + ACME.proxyUrl() + "\"")
        .contains("href=\"https://app.acme.example/enter?redirect_url=")
        .contains("&#34;signInUrl&#34;:&#34;https://app.acme.example/enter&#34;")
        .doesNotContain("data-clerk-domain", "isSatellite", "globex", "shop.example")
        .doesNotContain(GLOBEX.publishableKey(), SHOP.publishableKey());
  }

  @Test
  @DisplayName("another one, at its host, has its own")
  void other() {
    assertThat(at("app.globex.example", ""))
        .contains("src=\"https://app.globex.example/__clerk/npm/@clerk/clerk-js@6/")
        .contains("data-clerk-publishable-key=\"" + GLOBEX.publishableKey() + "\"")
        .contains("data-clerk-proxy-url=\"https://app.globex.example/__clerk\"")
        .contains("href=\"https://app.globex.example/enter?redirect_url=")
        .doesNotContain("data-clerk-domain", "isSatellite", "acme", "shop.example")
        .doesNotContain(ACME.publishableKey(), SHOP.publishableKey(), ACME.proxyUrl());
  }

  @Test
  @DisplayName("a satellite has its key, its domain and the primary's sign-in page")
  void satellite() {
    assertThat(at("shop.example", ""))
        .contains("src=\"https://clerk.shop.example/npm/@clerk/clerk-js@6/")
        .contains("data-clerk-publishable-key=\"" + SHOP.publishableKey() + "\"")
        .contains("data-clerk-domain=\"shop.example\"")
        .contains("&#34;isSatellite&#34;:true", "&#34;satelliteAutoSync&#34;:false")
        .contains("href=\"https://primary.example/enter?redirect_url=")
        .doesNotContain("data-clerk-proxy-url", "acme", "globex")
        .doesNotContain(ACME.publishableKey(), GLOBEX.publishableKey());
  }

  @Test
  @DisplayName("who is signed in at one instance is nobody on the pages of another")
  void callers() {
    Session ada = ACME.session(ADA);

    assertThat(at("app.acme.example", ada.cookieHeader()))
        .contains("data-clerk-rendered=\"{&#34;user&#34;:&#34;user_ada&#34;", "user_ada");
    assertThat(at("app.globex.example", ada.cookieHeader()))
        .contains("data-clerk-rendered=\"{}\"")
        .doesNotContain("user_ada");
    assertThat(at("shop.example", ada.cookieHeader()))
        .contains("data-clerk-rendered=\"{}\"")
        .doesNotContain("user_ada");
  }

  private static String at(String host, String cookies) {
    return APPLICATION
        .send(
            APPLICATION
                .request("/all.jsp")
                .header("X-Forwarded-Host", host)
                .header("X-Forwarded-Proto", "https")
                .header("Cookie", cookies))
        .body();
  }
}
