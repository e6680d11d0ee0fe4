package io.github.clerkjakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.internal.auth.SessionAuth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A redirect to sign-in")
class RedirectsTest {

  /** Of clerk.app.example. */
  private static final String PRODUCTION = "pk_live_Y2xlcmsuYXBwLmV4YW1wbGUk";

  private static final String DEVELOPMENT = "pk_test_Y2xlcmsuYXBwLmV4YW1wbGUk";
  private static final String PORTAL = "https://accounts.app.example";
  private static final String HERE = "https://app.example/a?b=c%20d";
  private static final String BACK = "redirect_url=https%3A%2F%2Fapp.example%2Fa%3Fb%3Dc%2520d";

  private final ClerkOptions.Builder options = ClerkOptions.builder().publishableKey(PRODUCTION);

  @Test
  @DisplayName("leads to the account portal and back to where the browser is")
  void accountPortal() {
    assertThat(Redirects.toSignIn(at(HERE))).isEqualTo(PORTAL + "/sign-in?" + BACK);
    assertThat(Redirects.toSignUp(at(HERE))).isEqualTo(PORTAL + "/sign-up?" + BACK);
  }

  @Test
  @DisplayName("has company: the portal's other pages, whatever pages the application has")
  void otherPages() {
    options.signInUrl("/in").signUpUrl("/up").signInForceRedirectUrl("/home");
    for (RequestState state : List.of(at(HERE), pending())) {
      assertThat(Redirects.toUserProfile(state)).isEqualTo(PORTAL + "/user?" + BACK);
      assertThat(Redirects.toOrganizationProfile(state))
          .isEqualTo(PORTAL + "/organization?" + BACK);
      assertThat(Redirects.toCreateOrganization(state))
          .isEqualTo(PORTAL + "/create-organization?" + BACK);
      assertThat(Redirects.toWaitlist(state)).isEqualTo(PORTAL + "/waitlist?" + BACK);
      assertThat(Redirects.toUnauthorizedSignIn(state))
          .isEqualTo(PORTAL + "/unauthorized-sign-in?" + BACK);
    }
  }

  @Test
  @DisplayName("tells the portal's other pages of a development instance which browser it is")
  void otherPagesInDevelopment() {
    options.publishableKey(DEVELOPMENT);
    assertThat(Redirects.toUserProfile(at(HERE, "cookie", "__clerk_db_jwt=dvb_1")))
        .isEqualTo(PORTAL + "/user?" + BACK + "&__clerk_db_jwt=dvb_1");
  }

  @Test
  @DisplayName("starts from the address that the browser sees, not the container")
  void publicAddress() {
    String inside = "http://10.0.0.1:8080/a?b=c%20d";
    RequestState forwarded =
        at(inside, "x-forwarded-proto", "https", "x-forwarded-host", "app.example");
    assertThat(Redirects.currentUrl(forwarded)).contains(HERE);
    assertThat(Redirects.toSignIn(forwarded)).endsWith(BACK);
    options.publicUrl("https://app.example");
    assertThat(Redirects.toSignIn(at(inside))).endsWith(BACK);
  }

  @ParameterizedTest
  @CsvSource({
    "/in,https://app.example/in,https://app.example/in/create",
    "/in/,https://app.example/in/,https://app.example/in/create",
    "https://other.example,https://other.example/,https://other.example/create"
  })
  @DisplayName("leads to the application's own page, and to create an account below it")
  void ownPage(String page, String signIn, String signUp) {
    options.signInUrl(page);
    assertThat(Redirects.toSignIn(at(HERE))).isEqualTo(signIn + "?" + BACK);
    assertThat(Redirects.toSignUp(at(HERE))).isEqualTo(signUp + "?" + BACK);
  }

  @Test
  @DisplayName("takes ~/ for the application's context path")
  void contextPath() {
    options.signInUrl("~/in").signUpUrl("~/up");
    RequestState state = state(request(HERE, "/app", Map.of()), Auth.nobody());
    assertThat(Redirects.toSignIn(state)).startsWith("https://app.example/app/in?");
    assertThat(Redirects.toSignUp(state)).startsWith("https://app.example/app/up?");
  }

  @Test
  @DisplayName("keeps query and fragment of the page where they are")
  void pageWithQuery() {
    options.signInUrl("/in?theme=dark&redirect_url=old#top");
    assertThat(Redirects.toSignIn(at(HERE)))
        .isEqualTo("https://app.example/in?theme=dark&" + BACK + "#top");
    assertThat(Redirects.toSignIn(pending()))
        .isEqualTo("https://app.example/in/tasks?theme=dark&" + BACK + "#top");
  }

  @Test
  @DisplayName("J25 of a pending session leads to its tasks")
  void tasks() {
    assertThat(Redirects.toSignIn(pending())).isEqualTo(PORTAL + "/sign-in/tasks?" + BACK);
    assertThat(Redirects.toSignUp(pending())).isEqualTo(PORTAL + "/sign-up/tasks?" + BACK);
  }

  @Test
  @DisplayName("takes along what is known of the person")
  void prefill() {
    RedirectOptions known =
        RedirectOptions.builder()
            .withoutReturn()
            .emailAddress("ada+x@app.example")
            .phoneNumber("+44 20")
            .username("ada")
            .firstName("Ada & Co")
            .lastName("Lovelace")
            .build();
    assertThat(Redirects.toSignUp(at(HERE), known))
        .isEqualTo(
            PORTAL
                + "/sign-up?email_address=ada%2Bx%40app.example&phone_number=%2B44+20"
                + "&username=ada&first_name=Ada+%26+Co&last_name=Lovelace");
  }

  @Test
  @DisplayName("R12 comes back to a path or address of this origin, when asked")
  void returnBackUrl() {
    assertThat(to("/b?c=d#e")).endsWith("?redirect_url=https%3A%2F%2Fapp.example%2Fb%3Fc%3Dd%23e");
    assertThat(to("HTTPS://APP.example:443/b"))
        .endsWith("?redirect_url=https%3A%2F%2Fapp.example%2Fb");
    assertThat(to("/Grüße")).endsWith("%2FGr%25C3%25BC%25C3%259Fe");
    assertThat(Redirects.toSignIn(at(HERE), RedirectOptions.builder().withoutReturn().build()))
        .isEqualTo(PORTAL + "/sign-in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "https:/evil.example",
        "https:///evil.example",
        "%2f%2fevil.example",
        "/\t/evil.example",
        "\t//evil.example",
        "/\n/evil.example",
        "https://app.example\\@evil.example/",
        "https://app.example@evil.example/",
        "https://user@app.example/",
        "https://user:word@app.example/",
        "https://app.example:8443/",
        "http://app.example/",
        "https://app.example.evil.example/",
        "https://evil.example/https://app.example/",
        "https://evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "evil.example",
        ""
      })
  @DisplayName("R12 never comes back to another origin, however its address is written")
  void elsewhere(String asked) {
    assertThat(to(asked)).isEqualTo(PORTAL + "/sign-in");
    assertThat(Redirects.returnAddress(at(HERE), asked)).isEmpty();
    options.allowedRedirectOrigins(List.of("https://friend.example"));
    assertThat(to(asked)).isEqualTo(PORTAL + "/sign-in");
  }

  @Test
  @DisplayName("R12 comes back to an allowed origin, and to no other scheme or port of it")
  void allowed() {
    options.allowedRedirectOrigins(List.of("https://friend.example", "http://localhost:3000"));
    assertThat(to("https://friend.example/x")).endsWith("=https%3A%2F%2Ffriend.example%2Fx");
    assertThat(to("http://localhost:3000/x")).endsWith("=http%3A%2F%2Flocalhost%3A3000%2Fx");
    for (String other :
        List.of(
            "http://friend.example/x",
            "https://friend.example:8443/x",
            "https://u@friend.example/x",
            "https://friend.example.evil.example/x",
            "http://localhost:3001/x")) {
      assertThat(to(other)).as(other).isEqualTo(PORTAL + "/sign-in");
    }
  }

  @Test
  @DisplayName("R12 doesn't take a host that nobody vouches for as this origin's")
  void unknownOrigin() {
    RequestState nowhere = at("http://[broken/");
    assertThat(Redirects.currentUrl(nowhere)).isEmpty();
    assertThat(Redirects.returnAddress(nowhere, "/b")).isEmpty();
    assertThat(Redirects.returnAddress(nowhere, "https://app.example/b")).isEmpty();
    assertThat(Redirects.toSignIn(nowhere)).isEqualTo(PORTAL + "/sign-in");
  }

  @Test
  @DisplayName("goes where everyone goes, else where the caller asked, else to the fallback")
  void forceAndFallback() {
    options
        .afterSignInUrl("/old")
        .signInFallbackRedirectUrl("/fallback")
        .signUpFallbackRedirectUrl("https://elsewhere.example/welcome");
    RedirectOptions nothing = RedirectOptions.builder().withoutReturn().build();
    assertThat(Redirects.toSignIn(at(HERE), nothing)).endsWith("app.example%2Ffallback");
    assertThat(Redirects.toSignUp(at(HERE), nothing)).endsWith("%2F%2Felsewhere.example%2Fwelcome");
    assertThat(to("//evil.example")).endsWith("app.example%2Ffallback");
    assertThat(to("/asked")).endsWith("app.example%2Fasked");
    options.signInForceRedirectUrl("~/force");
    assertThat(to("/asked")).endsWith("app.example%2Fforce");
    assertThat(Redirects.toSignUp(at(HERE))).endsWith(BACK);
  }

  @Test
  @DisplayName("goes to the deprecated address after sign-in where no fallback is set")
  void deprecatedFallback() {
    options.afterSignInUrl("/old-in").afterSignUpUrl("/old-up");
    RedirectOptions nothing = RedirectOptions.builder().withoutReturn().build();
    assertThat(Redirects.toSignIn(at(HERE), nothing)).endsWith("app.example%2Fold-in");
    assertThat(Redirects.toSignUp(at(HERE), nothing)).endsWith("app.example%2Fold-up");
  }

  @Test
  @DisplayName("S7 from a satellite asks the address to come back to for its sync")
  void satellite() {
    options.satellite(true).domain("sat.example").signInUrl("https://primary.example/in");
    assertThat(Redirects.toSignIn(at("https://sat.example/p?__clerk_synced=true&z=1")))
        .isEqualTo(
            "https://primary.example/in?redirect_url="
                + "https%3A%2F%2Fsat.example%2Fp%3F__clerk_synced%3Dfalse%26z%3D1");
    options.signInUrl("/in");
    assertThat(Redirects.toSignIn(at("https://sat.example/p"))).endsWith("sat.example%2Fp");
  }

  @Test
  @DisplayName("of a development instance takes the browser's token to another host alone")
  void devBrowser() {
    options.publishableKey(DEVELOPMENT);
    String own = "__clerk_db_jwt_" + PublishableKey.cookieSuffix(DEVELOPMENT);
    RequestState state = at(HERE, "cookie", "__clerk_db_jwt=shared; " + own + "=own");
    assertThat(Redirects.toSignIn(state)).endsWith(BACK + "&__clerk_db_jwt=own");
    assertThat(Redirects.toSignIn(at(HERE, "cookie", "__clerk_db_jwt=shared")))
        .endsWith(BACK + "&__clerk_db_jwt=shared");
    options.signInUrl("/in");
    assertThat(Redirects.toSignIn(at(HERE, "cookie", "__clerk_db_jwt=x"))).endsWith(BACK);
    options.publishableKey(PRODUCTION).signInUrl("https://other.example/in");
    assertThat(Redirects.toSignIn(at(HERE, "cookie", "__clerk_db_jwt=x"))).endsWith(BACK);
  }

  @Test
  @DisplayName("L1 no browser token is in the text of a state")
  void tokensStayOut() {
    options.publishableKey(DEVELOPMENT);
    RequestState state = at(HERE, "cookie", "__clerk_db_jwt=dvb_secret");
    assertThat(state.toString() + state.settings()).doesNotContain("dvb_secret");
  }

  @Test
  @DisplayName("R5 comes back without the answer of an old handshake")
  void oldHandshake() {
    assertThat(
            Redirects.toSignIn(
                at(HERE + "&__clerk_handshake=x&__clerk_db_jwt=y&__clerk_handshake_nonce=z")))
        .isEqualTo(PORTAL + "/sign-in?" + BACK);
  }

  @Test
  @DisplayName("without a page and a publishable key fails, and says what to set")
  void nothingConfigured() {
    RequestState state = signedOut(request(HERE, "", Map.of()), RequestSettings.NONE);
    assertThatThrownBy(() -> Redirects.toSignIn(state))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("CLERK_PUBLISHABLE_KEY");
  }

  private String to(String returnBackUrl) {
    return Redirects.toSignIn(
        at(HERE), RedirectOptions.builder().returnBackUrl(returnBackUrl).build());
  }

  private RequestState at(String url, String... header) {
    Map<String, List<String>> headers = new HashMap<>();
    for (int i = 0; i < header.length; i += 2) {
      headers.put(header[i], List.of(header[i + 1]));
    }
    return signedOut(request(url, "", headers), RequestSettings.of(options.build()));
  }

  private RequestState pending() {
    Auth pending = SessionAuth.of(Map.of("sub", "user_1", "sid", "sess_1", "sts", "pending"));
    return state(request(HERE, "", Map.of()), pending);
  }

  private RequestState state(ClerkRequest request, Auth caller) {
    return RequestState.about(request, RequestSettings.of(options.build()))
        .signedIn(caller, "token");
  }

  private static RequestState signedOut(ClerkRequest request, RequestSettings settings) {
    return RequestState.about(request, settings).signedOut("session-token-and-uat-missing", "");
  }

  private static ClerkRequest request(
      String url, String contextPath, Map<String, List<String>> headers) {
    ClerkRequest plain = ClerkRequest.of("GET", url, headers);
    return new ClerkRequest() {
      @Override
      public String method() {
        return plain.method();
      }

      @Override
      public String url() {
        return plain.url();
      }

      @Override
      public List<String> header(String name) {
        return plain.header(name);
      }

      @Override
      public Set<String> headerNames() {
        return plain.headerNames();
      }

      @Override
      public String contextPath() {
        return contextPath;
      }
    };
  }
}
