#set( $accountPage = "/account.jsp" )
#if( $view == "facelets" )#set( $accountPage = "/account.xhtml" )#end
package ${package};

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import io.github.clerkjakarta.testkit.Session;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The application on a server, with LocalClerk in place of Clerk. */
class ApplicationIT {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  static Server server;

  @BeforeAll
  static void start() throws Exception {
    server =
        Server.start(System.getProperty("server"), Server.freePort(), CLERK.clerk().environment());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whoIsSignedOutSeesTheStartPageAlone() throws Exception {
    assertTrue(get("/", "").body().contains("Sign in"));
    assertEquals(401, get("${accountPage}", "").statusCode());
    assertEquals(401, get("/api/me", "").statusCode());
  }

  @Test
  void anAdminMayCreateInvoices(LocalClerk clerk) throws Exception {
    Session ada = clerk.session(ADA).organization(ACME);

    String page = get("${accountPage}", ada.cookieHeader()).body();

    assertTrue(page.contains("The server knows you as user_ada."), page);
    assertTrue(page.contains("You may create invoices."), page);
    assertTrue(get("/api/me", ada.cookieHeader()).body().contains("\"mayCreateInvoices\":true"));
  }

  @Test
  void aMemberMayNot(LocalClerk clerk) throws Exception {
    Session ben = clerk.session(BEN).organization(ACME);

    assertTrue(get("${accountPage}", ben.cookieHeader()).body().contains("Choose an organization"));
    assertTrue(get("/api/me", ben.cookieHeader()).body().contains("\"mayCreateInvoices\":false"));
  }

  static HttpResponse<String> get(String path, String cookies) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Cookie", cookies)
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
