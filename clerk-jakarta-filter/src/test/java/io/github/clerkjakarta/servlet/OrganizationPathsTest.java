package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Organization.GLOBEX;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.example.OrganizationPages;
import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import io.github.clerkjakarta.testkit.Session;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Pages with the organization in their path")
class OrganizationPathsTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  private static final String RULES =
      """
      /orgs/{slug}/** = organization {slug}
      /orgs/{slug}/members = organization {slug} and role org:admin
      """;

  @ParameterizedTest
  @EnumSource
  @DisplayName("S15 an admin of one organization is refused on another's page")
  void otherOrganization(TestServer server) {
    with(
        server,
        "",
        running -> {
          Session ada = clerk().session(ADA).organization(ACME);
          assertThat(status(running, "/orgs/acme/members", ada)).isEqualTo(200);
          assertThat(status(running, "/orgs/org_acme/members", ada)).isEqualTo(200);
          assertThat(status(running, "/orgs/globex/members", ada)).isEqualTo(403);
          assertThat(status(running, "/orgs/globex", ada)).isEqualTo(403);
          assertThat(status(running, "/orgs/%67lobex", ada)).isEqualTo(403);
          assertThat(status(running, "/orgs/%7Bslug%7D", ada)).isEqualTo(403);
          assertThat(status(running, "/orgs/acme", ada)).isEqualTo(200);
          Session adaAtGlobex = clerk().session(ADA).organization(GLOBEX);
          assertThat(status(running, "/orgs/globex", adaAtGlobex)).isEqualTo(200);
          assertThat(status(running, "/orgs/globex/members", adaAtGlobex)).isEqualTo(403);
          assertThat(status(running, "/orgs/acme", clerk().session(BEN))).isEqualTo(403);
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S15 a page activates its organization; where that fails, the rule refuses")
  void activation(TestServer server) {
    with(
        server,
        "",
        running -> {
          String cookies = clerk().session(ADA).organization(ACME).cookieHeader();
          Answer activating = running.page("/orgs/globex/members", cookies).send();
          assertThat(activating.status()).isEqualTo(307);
          assertThat(activating.first("Location").orElseThrow())
              .contains("__clerk_hs_reason=active-organization-mismatch")
              .contains("organization_id=globex");
          Answer failed =
              running.page("/orgs/globex/members", cookies + "; __clerk_redirect_count=3").send();
          assertThat(failed.status()).isEqualTo(403);
          Answer unneeded = running.page("/orgs/acme/members", cookies).send();
          assertThat(unneeded.status()).isEqualTo(200);
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S15 patterns and names in braces are judged below the context path")
  void belowContextPath(TestServer server) {
    with(
        server,
        "/app",
        running -> {
          String cookies = clerk().session(ADA).organization(ACME).cookieHeader();
          assertThat(running.page("/app/orgs/acme/members", cookies).send().status())
              .isEqualTo(200);
          assertThat(running.page("/app/orgs/globex", cookies).send().status()).isEqualTo(307);
          assertThat(running.get("/app/orgs/globex").with("Cookie", cookies).send().status())
              .isEqualTo(403);
        });
  }

  private static int status(RunningServer running, String path, Session session) {
    return running.get(path).with("Authorization", "Bearer " + session.token()).send().status();
  }

  private static void with(TestServer server, String contextPath, Consumer<RunningServer> test) {
    TestWar war =
        TestWar.of(clerk())
            .contextParam("clerk.organizationPatterns", "/orgs/:slug, /orgs/:slug/(.*)")
            .contextParam("clerk.rules", RULES)
            .servlet(OrganizationPages.class, "/orgs/*");
    try (RunningServer running = server.deploy(war.unpacked(), contextPath)) {
      test.accept(running);
    }
  }

  private static LocalClerk clerk() {
    return CLERK.clerk();
  }
}
