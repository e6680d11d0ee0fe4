package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.pages.ClerkPage;
import io.github.clerkjakarta.testkit.Session;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnServer
@DisplayName("A page with every tag")
class TagsIT {

  static final ServerRun RUN = ServerRun.current();

  private static final String TAGS =
      """
      <p>caller=#{clerk.userId}</p>
      <clerk:show when="signed-in">seen by who is signed in</clerk:show>
      <clerk:show when="signed-out">seen by who is signed out</clerk:show>
      <clerk:signIn/>
      <clerk:signUp/>
      <clerk:userButton>
        <clerk:menuItem label="Mine" href="/mine"/>
        <clerk:profilePage label="Terms" url="terms">the terms</clerk:profilePage>
        <clerk:profileLink label="Home" url="/"/>
      </clerk:userButton>
      <clerk:userAvatar class="round" id="ada"/>
      <clerk:userProfile/>
      <clerk:organizationSwitcher/>
      <clerk:organizationProfile/>
      <clerk:organizationList/>
      <clerk:createOrganization/>
      <clerk:waitlist/>
      <clerk:pricingTable/>
      <clerk:apiKeys/>
      <clerk:taskChooseOrganization/>
      <clerk:taskResetPassword/>
      <clerk:taskSetupMfa/>
      <clerk:googleOneTap/>
      <clerk:signInButton/>
      <clerk:signUpButton/>
      <clerk:signOutButton/>
      """;

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.withFilterAlone("tags")
        .libraryOf(ClerkPage.class)
        .webInf("beans.xml", "") // Faces on Payara asks for CDI
        .clerk(RUN.clerk())
        .page(
            "tags.jsp",
            """
            <%@ page contentType="text/html;charset=UTF-8" %>
            <%@ taglib prefix="clerk" uri="io.github.clerkjakarta.pages" %>
            <!DOCTYPE html>
            <html><head><clerk:scripts/></head><body>
            """
                + TAGS.replace("#{", "${")
                + "</body></html>")
        .page(
            "tags.xhtml",
            """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="jakarta.faces.html"
                  xmlns:clerk="io.github.clerkjakarta.pages">
            <h:head><clerk:scripts/></h:head><h:body>
            """
                + TAGS
                + "</h:body></html>")
        .declaring(
            """
            <servlet>
              <servlet-name>faces</servlet-name>
              <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class>
            </servlet>
            <servlet-mapping>
              <servlet-name>faces</servlet-name>
              <url-pattern>*.xhtml</url-pattern>
            </servlet-mapping>
            """)
        .archive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tags/tags.jsp", "/tags/tags.xhtml"})
  @DisplayName("is written for its caller")
  void everyTag(String page) {
    Session ada = RUN.clerk().session(ADA).organization(ACME);

    Answer answer = RUN.address().get(page).browserOf(ada).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("caller=user_ada", "seen by who is signed in", "the terms")
        .contains("/clerk-jakarta/pages.js?v=")
        .contains("<div id=\"ada\" class=\"round\" data-clerk-component=\"userAvatar\"")
        .doesNotContain("seen by who is signed out", "<clerk:");
    assertThat(answer.body().split("<div data-clerk-component=", -1)).hasSize(16);
    assertThat(answer.body().split(" class=", -1)).hasSize(2);
  }
}
