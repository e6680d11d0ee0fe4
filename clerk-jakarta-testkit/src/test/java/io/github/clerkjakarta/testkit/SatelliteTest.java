package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.claims;
import static io.github.clerkjakarta.testkit.Http.location;
import static io.github.clerkjakarta.testkit.Http.locationParameter;
import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Organization.GLOBEX;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Handshakes with an application that has another host name. */
class SatelliteTest {

  private static final String SATELLITE = "http://satellite.localhost:8080/account";

  @Test
  @DisplayName("a development browser comes to a satellite as it does to the primary application")
  void development() {
    try (LocalClerk clerk = LocalClerk.start()) {
      Session session = clerk.session(ADA);

      HttpResponse<String> response =
          handshake(clerk, "&__clerk_db_jwt=" + session.cookies().get("__clerk_db_jwt"));

      assertThat(location(response)).startsWith(SATELLITE + "?__clerk_handshake=");
      assertThat(sessionIn(locationParameter(response, "__clerk_handshake")))
          .contains("sid=" + session.id())
          .contains("azp=http://satellite.localhost:8080");
    }
  }

  @Test
  @DisplayName("in production no cookie reaches a satellite, so its address has the answer")
  void production() {
    try (LocalClerk clerk = LocalClerk.builder().instance(InstanceType.PRODUCTION).start()) {
      Session session = clerk.session(ADA);

      HttpResponse<String> response =
          handshake(clerk, "", "Cookie", "__client=" + session.client().id());

      assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
      assertThat(locationParameter(response, "__clerk_synced")).isEqualTo("true");
      assertThat(sessionIn(locationParameter(response, "__clerk_handshake")))
          .contains("sid=" + session.id());
    }
  }

  @Test
  @DisplayName("an organization that can't be activated leaves the active one, until a reset")
  void refusedOrganization() {
    try (LocalClerk clerk = LocalClerk.start()) {
      Session session = clerk.session(ADA).organization(GLOBEX);
      String asked =
          "&organization_id=acme&__clerk_db_jwt=" + session.cookies().get("__clerk_db_jwt");
      clerk.refuseOrganizationActivation();

      HttpResponse<String> response = handshake(clerk, asked);

      assertThat(sessionIn(locationParameter(response, "__clerk_handshake")))
          .contains("slg=" + GLOBEX.slug());
      clerk.reset();
      Session another = clerk.session(ADA);
      handshake(
          clerk, "&organization_id=acme&__clerk_db_jwt=" + another.cookies().get("__clerk_db_jwt"));
      assertThat(another.organization()).contains(ACME);
    }
  }

  private static HttpResponse<String> handshake(LocalClerk clerk, String query, String... headers) {
    return Http.get(
        clerk.proxyUrl() + "/v1/client/handshake?redirect_url=" + Http.encode(SATELLITE) + query,
        headers);
  }

  /** The claims of the session token that an answer brings. */
  private static String sessionIn(String handshakeToken) {
    String start = "__session=";
    return ((List<?>) claims(handshakeToken).getOrDefault("handshake", List.of()))
        .stream()
            .map(String.class::cast)
            .filter(directive -> directive.startsWith(start))
            .map(directive -> directive.substring(start.length(), directive.indexOf(';')))
            .map(token -> claims(token).toString())
            .findFirst()
            .orElseThrow();
  }
}
