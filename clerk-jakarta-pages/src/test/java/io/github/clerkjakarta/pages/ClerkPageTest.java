package io.github.clerkjakarta.pages;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Session;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What ${clerk…} says in a JSP")
class ClerkPageTest {

  private static final LocalClerk CLERK = LocalClerk.start();
  private static final TestApplication APPLICATION =
      new TestApplication(CLERK)
          .at("/shop")
          .page(
              "who.jsp",
              "${clerk.signedIn}|${clerk.userId}|${clerk.sessionId}|${clerk.orgId}"
                  + "|${clerk.orgSlug}|${clerk.orgRole}|${clerk.orgPermissions}")
          .page("user.jsp", "${clerk.user.fullName}, ${clerk.user.primaryEmailAddress}")
          .page("has.jsp", "${clerk.has(param.something)}")
          .page(
              "urls.jsp",
              "${clerk.signInUrl} ${clerk.signUpUrl} ${clerk.signOutUrl} ${clerk.userProfileUrl}"
                  + " ${clerk.organizationProfileUrl} ${clerk.createOrganizationUrl}"
                  + " ${clerk.waitlistUrl} ${clerk.unauthorizedSignInUrl}")
          .page("instance.jsp", "${clerk.publishableKey} ${clerk.proxyUrl} ${clerk.domain}|")
          .page("own.jsp", "<% request.setAttribute(\"clerk\", \"mine\"); %>${clerk}")
          .page(
              "auth.jsp",
              "<% request.setAttribute(\"auth\","
                  + " io.github.clerkjakarta.servlet.ClerkFilter.auth(request)); %>"
                  + "${auth.has(Requirement.permission('org:invoices:create'))}");

  @BeforeAll
  static void start() {
    APPLICATION.start();
  }

  @AfterAll
  static void close() {
    APPLICATION.close();
    CLERK.close();
  }

  @Test
  @DisplayName("who is calling: id, session, organization, role and permissions")
  void whoIsCalling() {
    Session session = CLERK.session(ADA).organization(ACME);

    assertThat(APPLICATION.get("/shop/who.jsp", session))
        .isEqualTo(
            "true|user_ada|%s|%s|acme|org:admin|[org:invoices:create, org:invoices:read]"
                .formatted(session.id(), ACME.id()));
  }

  @Test
  @DisplayName("nobody is written as nothing")
  void nobody() {
    assertThat(APPLICATION.get("/shop/who.jsp")).isEqualTo("false||||||[]");
    assertThat(APPLICATION.get("/shop/user.jsp")).isEqualTo(",");
  }

  @Test
  @DisplayName("somebody with a task to do is nobody")
  void pending() {
    assertThat(APPLICATION.get("/shop/who.jsp", CLERK.session(ADA).pending()))
        .isEqualTo("false||||||[]");
  }

  @Test
  @DisplayName("the user is asked for once, and not by a page that doesn't want to know")
  void user() {
    Session session = CLERK.session(BEN);
    String users = "/v1/users/" + BEN.id();
    long before = CLERK.requests().stream().filter(it -> it.path().equals(users)).count();

    APPLICATION.get("/shop/who.jsp", session);
    assertThat(CLERK.requests().stream().filter(it -> it.path().equals(users)).count())
        .isEqualTo(before);

    assertThat(APPLICATION.get("/shop/user.jsp", session)).isEqualTo("Ben, ben@example.com");
    assertThat(CLERK.requests().stream().filter(it -> it.path().equals(users)).count())
        .isEqualTo(before + 1);
  }

  @ParameterizedTest(name = "{0}: an admin {1}, a member {2}")
  @DisplayName("what the caller has")
  @CsvSource({
    "org:admin, true, false",
    "org:member, false, true",
    "org:invoices:create, true, false",
    "org:invoices:read, true, true",
    "organization:acme, true, true",
    "organization:globex, false, false",
    "feature:nothing, false, false",
    "plan:nothing, false, false",
    "scope:nothing, false, false",
    "reverification:strict, true, true"
  })
  void has(String something, String admin, String member) {
    String page = "/shop/has.jsp?something=" + something;
    assertThat(APPLICATION.get(page)).isEqualTo("false");
    assertThat(APPLICATION.get(page, CLERK.session(ADA).organization(ACME))).isEqualTo(admin);
    assertThat(APPLICATION.get(page, CLERK.session(BEN).organization(ACME))).isEqualTo(member);
  }

  @ParameterizedTest
  @DisplayName("a question with a typo fails, whoever is calling")
  @ValueSource(
      strings = {
        "invoices:create",
        "org:invoices:create:",
        "org:",
        "org:a:b:c",
        "admin",
        "",
        "plan:",
        "permission:org:invoices:create",
        "reverification:strickt"
      })
  void typo(String something) {
    HttpResponse<String> answer =
        APPLICATION.send(APPLICATION.request("/shop/has.jsp?something=" + something));

    assertThat(answer.statusCode()).isEqualTo(500);
  }

  @Test
  @DisplayName("where to sign in, up and out, and where Clerk's other pages are")
  void urls() {
    String portal = "https://" + frontendApi().replace("clerk.accounts", "accounts");

    assertThat(APPLICATION.get("/shop/urls.jsp").split(" "))
        .satisfiesExactly(
            it ->
                assertThat(it)
                    .startsWith(CLERK.signInUrl() + "?redirect_url=http")
                    .contains("%2Fshop%2Furls.jsp"),
            it -> assertThat(it).startsWith(CLERK.signInUrl() + "/create?redirect_url=http"),
            it -> assertThat(it).isEqualTo("/shop/clerk-jakarta/sign-out"),
            it -> assertThat(it).startsWith(portal + "/user?redirect_url=http"),
            it -> assertThat(it).startsWith(portal + "/organization?redirect_url=http"),
            it -> assertThat(it).startsWith(portal + "/create-organization?redirect_url=http"),
            it -> assertThat(it).startsWith(portal + "/waitlist?redirect_url=http"),
            it -> assertThat(it).startsWith(portal + "/unauthorized-sign-in?redirect_url=http"));
  }

  @Test
  @DisplayName("the instance of the request, and nothing secret")
  void instance() {
    assertThat(APPLICATION.get("/shop/instance.jsp"))
        .isEqualTo(CLERK.publishableKey() + " " + CLERK.proxyUrl() + " |");
  }

  @Test
  @DisplayName("an application's own attribute of that name counts")
  void ownAttribute() {
    assertThat(APPLICATION.get("/shop/own.jsp")).isEqualTo("mine");
  }

  @Test
  @DisplayName("a Requirement that expressions don't know fails, and hides nothing silently")
  void unknownRequirement() {
    HttpResponse<String> answer =
        APPLICATION.send(
            APPLICATION
                .request("/shop/auth.jsp")
                .header("Cookie", CLERK.session(ADA).organization(ACME).cookieHeader()));

    assertThat(answer.statusCode()).isEqualTo(500);
  }

  private static String frontendApi() {
    return CLERK.issuer().substring("https://".length());
  }
}
