package io.github.clerkjakarta.pages;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.LocalClerk;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A page behind a proxy that takes away a part of the path")
class ProxyPrefixTest {

  private static final LocalClerk CLERK = LocalClerk.start();
  private static final String HERE = "https://shop.example/eu/shop";
  private static final TestApplication CONFIGURED =
      application().param("clerk.publicUrl", HERE).start();
  private static final TestApplication TOLD =
      application().param("clerk.forwardedHeaders", "with-prefix").start();

  @AfterAll
  static void close() {
    CONFIGURED.close();
    TOLD.close();
    CLERK.close();
  }

  @Test
  @DisplayName("H5 has its script, its sign-in page and its sign-out where the browser finds them")
  void addresses() {
    for (TestApplication application : List.of(CONFIGURED, TOLD)) {
      assertThat(get(application, "/shop/all.jsp", CLERK.session(ADA).cookieHeader()).body())
          .contains("src=\"/eu/shop/clerk-jakarta/pages.js?v=")
          .contains("&#34;signInUrl&#34;:&#34;/eu/shop/sign-in&#34;")
          .contains("action=\"/eu/shop/clerk-jakarta/sign-out\"")
          .contains("profile=/eu/shop/user|")
          .doesNotContain("\"/shop/", "=/shop/", ";/shop/");
    }
  }

  @Test
  @DisplayName("H5 that is ready made sends to sign-in below the prefix, and is mounted there")
  void readyPages() {
    for (TestApplication application : List.of(CONFIGURED, TOLD)) {
      HttpResponse<String> answer = get(application, "/shop/user/security", "__clerk_db_jwt=dvb_1");
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElseThrow())
          .startsWith(HERE + "/sign-in?redirect_url=")
          .endsWith("shop.example%2Feu%2Fshop%2Fuser%2Fsecurity");
      assertThat(get(application, "/shop/sign-in", "__clerk_db_jwt=dvb_1").body())
          .contains("&#34;path&#34;:&#34;/eu/shop/sign-in&#34;")
          .contains("href=\"/eu/shop/clerk-jakarta/")
          .doesNotContain("\"/shop/", ";/shop/");
    }
  }

  private static TestApplication application() {
    return new TestApplication(CLERK)
        .at("/shop")
        .withoutParam("clerk.signInUrl")
        .param("clerk.pages", "/sign-in,/user")
        .param("clerk.rules", "/user/** = signed-in; /all.jsp = public")
        .page(
            "all.jsp",
            "<clerk:scripts/><clerk:userButton/><clerk:signOutButton/>"
                + "profile=${clerk.userProfileUrl}|");
  }

  /** As the proxy asks that serves the application at {@link #HERE}. */
  private static HttpResponse<String> get(
      TestApplication application, String path, String cookies) {
    HttpRequest.Builder request =
        application
            .request(path)
            .header("X-Forwarded-Host", "shop.example")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Prefix", "/eu")
            .header("Sec-Fetch-Dest", "document")
            .header("Cookie", cookies);
    return application.send(request);
  }
}
