package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Organization.GLOBEX;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static io.github.clerkjakarta.testkit.Tab.error;
import static io.github.clerkjakarta.testkit.Tab.response;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the pricing table asks. */
@ExtendWith(LocalClerkExtension.class)
class BillingApiTest {

  @Test
  @DisplayName("plans are there for everybody, those of people and those of organizations")
  void plans(LocalClerk clerk) {
    Tab stranger = new Tab(clerk);

    assertThat(stranger.get("/v1/billing/plans?payer_type=user").body())
        .contains("\"slug\":\"free_user\"", "\"slug\":\"pro_user\"", "\"19.00\"");
    assertThat(stranger.get("/v1/billing/plans?payer_type=org").body())
        .contains("\"slug\":\"free_org\"")
        .doesNotContain("free_user");
  }

  @Test
  @DisplayName("whoever is signed in has the free plan; an organization's is for its members")
  void subscriptions(LocalClerk clerk) {
    Tab ada = Tab.of(clerk, clerk.session(ADA));
    Tab ben = Tab.of(clerk, clerk.session(BEN));

    assertThat(response(ada.get("/v1/me/billing/subscription")))
        .containsEntry("status", "active")
        .extracting("subscription_items")
        .asString()
        .contains("free_user");
    assertThat(ben.get("/v1/organizations/" + ACME.id() + "/billing/subscription").body())
        .contains("free_org");
    assertThat(error(ben.get("/v1/organizations/" + GLOBEX.id() + "/billing/subscription")))
        .isEqualTo("404 resource_not_found");
    assertThat(error(new Tab(clerk).get("/v1/me/billing/subscription")))
        .isEqualTo("401 dev_browser_unauthenticated");
    assertThat(response(ada.get("/v1/me/billing/payment_methods")))
        .containsEntry("total_count", 0L);
  }
}
