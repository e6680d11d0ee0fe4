package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.claims;
import static io.github.clerkjakarta.testkit.Http.json;
import static io.github.clerkjakarta.testkit.Http.location;
import static io.github.clerkjakarta.testkit.Http.locationParameter;
import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {

  private static final String DEEP_LINK = "http://localhost:8081/reports?a=1&b=%2F|x&c=%C3%A4#top";

  @Nested
  @ExtendWith(LocalClerkExtension.class)
  class InDevelopment {

    @Test
    @DisplayName("a browser known by its token comes back with a nonce for its cookies")
    void nonce(LocalClerk clerk) {
      Session session = clerk.session(ADA).organization(ACME);
      String devBrowser = session.cookies().get("__clerk_db_jwt");

      HttpResponse<String> response =
          handshake(clerk, Map.of("format", "nonce", "__clerk_db_jwt", devBrowser));

      assertThat(response.statusCode()).isEqualTo(307);
      assertThat(location(response))
          .matches(
              "http://localhost:8081/reports\\?a=1&b=%2F\\|x&c=%C3%A4"
                  + "&__clerk_handshake_nonce=nonce_\\w+#top");
      String nonce = locationParameter(response, "__clerk_handshake_nonce");
      List<String> directives = exchange(clerk, nonce);
      String suffix = clerk.cookieSuffix();
      String uat = session.cookies().get("__client_uat");
      String year = "; Path=/; Max-Age=31536000; SameSite=Lax";
      assertThat(directives)
          .hasSize(6)
          .contains("__client_uat=" + uat + year, "__client_uat_" + suffix + "=" + uat + year)
          .contains("__clerk_db_jwt=" + devBrowser + year)
          .contains("__clerk_db_jwt_" + suffix + "=" + devBrowser + year);
      String token = value(directives, "__session");
      assertThat(value(directives, "__session_" + suffix)).isEqualTo(token);
      assertThat(claims(token))
          .containsEntry("sid", session.id())
          .containsEntry("azp", "http://localhost:8081");
    }

    @Test
    @DisplayName("without format=nonce the answer is a signed token")
    void token(LocalClerk clerk) throws Exception {
      Session session = clerk.session(BEN);

      HttpResponse<String> response =
          handshake(clerk, Map.of("__clerk_db_jwt", session.cookies().get("__clerk_db_jwt")));

      String token = locationParameter(response, "__clerk_handshake");
      assertThat(Http.jwt(token).verify(new RSASSAVerifier(Http.publicKey(clerk.jwtKey()))))
          .isTrue();
      assertThat(claims(token)).containsOnlyKeys("handshake");
      assertThat(claims(value(directivesOf(token), "__session"))).containsEntry("sub", "user_ben");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dvb_unknown"})
    @DisplayName("an unknown browser gets a token of its own and is signed out")
    void unknownBrowser(String devBrowser, LocalClerk clerk) {
      HttpResponse<String> response = handshake(clerk, Map.of("__clerk_db_jwt", devBrowser));

      List<String> directives = directivesOf(locationParameter(response, "__clerk_handshake"));
      assertThat(value(directives, "__clerk_db_jwt")).startsWith("dvb_").isNotEqualTo(devBrowser);
      assertThat(directives)
          .contains("__session=; Path=/; Max-Age=0; SameSite=Lax")
          .contains("__client_uat=0; Path=/; Max-Age=31536000; SameSite=Lax");
    }

    @Test
    @DisplayName("a revoked session is signed out at the next handshake")
    void revoked(LocalClerk clerk) {
      Session session = clerk.session(ADA);
      String devBrowser = session.cookies().get("__clerk_db_jwt");
      clerk.revoke(session);

      HttpResponse<String> response = handshake(clerk, Map.of("__clerk_db_jwt", devBrowser));

      List<String> directives = directivesOf(locationParameter(response, "__clerk_handshake"));
      assertThat(value(directives, "__session")).isEmpty();
      assertThat(value(directives, "__client_uat")).isEqualTo("0");
    }

    @Test
    @DisplayName("a test can insist on one format")
    void formats(LocalClerk clerk) {
      clerk.useHandshakeFormat(HandshakeFormat.TOKEN);
      assertThat(location(handshake(clerk, Map.of("format", "nonce"))))
          .contains("__clerk_handshake=");

      clerk.useHandshakeFormat(HandshakeFormat.NONCE);
      assertThat(location(handshake(clerk, Map.of()))).contains("__clerk_handshake_nonce=");
    }

    @Test
    @DisplayName(
        "the application's organization is activated, by id or slug, if it is the person's")
    void organization(LocalClerk clerk) {
      Session session = clerk.session(BEN);
      String devBrowser = session.cookies().get("__clerk_db_jwt");

      handshake(clerk, Map.of("__clerk_db_jwt", devBrowser, "organization_id", "acme"));
      assertThat(session.organization()).contains(ACME);
      handshake(clerk, Map.of("__clerk_db_jwt", devBrowser, "organization_id", "org_globex"));
      assertThat(session.organization()).contains(ACME);
      handshake(clerk, Map.of("__clerk_db_jwt", devBrowser, "organization_id", ""));
      assertThat(session.organization()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.example/",
          "//localhost/",
          "http://localhost@evil.example/",
          "http://localhost:8080\\@evil.example/",
          "http://localhost.evil.example/",
          "http://evil.example/?http://localhost/",
          "javascript:alert(1)//localhost",
          "ftp://localhost/",
          "http://localhost:8080/\r\nSet-Cookie: a=b",
          "/relative"
        })
    @DisplayName("no other machine is redirected to")
    void openRedirect(String address, LocalClerk clerk) {
      HttpResponse<String> response =
          Http.get(clerk.proxyUrl() + "/v1/client/handshake?redirect_url=" + Http.encode(address));

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.headers().firstValue("Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"http://127.0.0.1:1", "https://app.localhost/x", "http://[::1]:8080/?a#b"})
    @DisplayName("every name of this machine is redirected to")
    void loopback(String address, LocalClerk clerk) {
      HttpResponse<String> response =
          Http.get(clerk.proxyUrl() + "/v1/client/handshake?redirect_url=" + Http.encode(address));

      assertThat(response.statusCode()).isEqualTo(307);
    }

    @Test
    @DisplayName("a browser can ask for its token directly")
    void devBrowser(LocalClerk clerk) {
      assertThat(json(Http.post(clerk.proxyUrl() + "/v1/dev_browser", Map.of())).get("id"))
          .asString()
          .startsWith("dvb_");
    }
  }

  @Nested
  class InProduction {

    @RegisterExtension
    static final LocalClerkExtension CLERK =
        LocalClerkExtension.of(LocalClerk.builder().instance(InstanceType.PRODUCTION).start());

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "token"})
    @DisplayName("the answer is a cookie, and its directives clear that cookie")
    void cookie(String format) {
      LocalClerk clerk = CLERK.clerk();
      Session session = clerk.session(ADA);

      HttpResponse<String> response =
          handshake(clerk, Map.of("format", format), "Cookie", "__client=" + session.client().id());

      assertThat(location(response)).isEqualTo(DEEP_LINK);
      String name = format.equals("nonce") ? "__clerk_handshake_nonce" : "__clerk_handshake";
      List<String> cookies = response.headers().allValues("Set-Cookie");
      assertThat(cookies).singleElement().asString().startsWith(name + "=").endsWith("; HttpOnly");
      String answer = value(cookies, name);
      List<String> directives =
          format.equals("nonce") ? exchange(clerk, answer) : directivesOf(answer);
      assertThat(claims(value(directives, "__session"))).containsEntry("sid", session.id());
      assertThat(directives)
          .contains("__clerk_handshake=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly")
          .contains("__clerk_handshake_nonce=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly")
          .noneMatch(directive -> directive.contains("__clerk_db_jwt"));
    }

    @Test
    @DisplayName("a browser without the client cookie is signed out")
    void unknownBrowser() {
      HttpResponse<String> response = handshake(CLERK.clerk(), Map.of());

      List<String> cookies = response.headers().allValues("Set-Cookie");
      List<String> directives = directivesOf(value(cookies, "__clerk_handshake"));
      assertThat(value(directives, "__client_uat")).isEqualTo("0");
      assertThat(value(directives, "__session")).isEmpty();
    }

    @Test
    @DisplayName("there is no development browser")
    void devBrowser() {
      HttpResponse<String> response =
          Http.post(CLERK.clerk().proxyUrl() + "/v1/dev_browser", Map.of());

      assertThat(response.statusCode()).isEqualTo(400);
    }
  }

  private static HttpResponse<String> handshake(
      LocalClerk clerk, Map<String, String> query, String... headers) {
    return Http.get(
        clerk.proxyUrl()
            + "/v1/client/handshake?redirect_url="
            + Http.encode(DEEP_LINK)
            + "&"
            + Http.encode(query),
        headers);
  }

  private static List<String> exchange(LocalClerk clerk, String nonce) {
    HttpResponse<String> payload =
        Http.get(
            clerk.apiUrl() + "/v1/clients/handshake_payload?nonce=" + nonce,
            "Authorization",
            "Bearer " + clerk.secretKey());
    return strings(json(payload).get("directives"));
  }

  private static List<String> directivesOf(String handshakeToken) {
    return strings(claims(handshakeToken).get("handshake"));
  }

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String.class::cast).toList();
  }

  private static String value(List<String> directives, String name) {
    String start = name + "=";
    String directive =
        directives.stream().filter(each -> each.startsWith(start)).findFirst().orElseThrow();
    return directive.substring(start.length(), directive.indexOf(';'));
  }
}
