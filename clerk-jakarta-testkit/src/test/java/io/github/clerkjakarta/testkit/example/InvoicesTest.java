package io.github.clerkjakarta.testkit.example;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InvoicesTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  static Application application;

  @BeforeAll
  static void start() {
    application = Application.start(CLERK.clerk().environment());
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void anAdminCreatesInvoices(LocalClerk clerk) throws Exception {
    String token = clerk.session(ADA).organization(ACME).token();

    assertThat(post("Authorization", "Bearer " + token)).isEqualTo(201);
  }

  @Test
  void aMemberDoesNot(LocalClerk clerk) throws Exception {
    String token = clerk.session(BEN).organization(ACME).token();

    assertThat(post("Authorization", "Bearer " + token)).isEqualTo(403);
  }

  @Test
  void aBrowserSendsCookies(LocalClerk clerk) throws Exception {
    String cookies = clerk.session(ADA).organization(ACME).cookieHeader();

    assertThat(post("Cookie", cookies)).isEqualTo(201);
  }

  @Test
  void anExpiredTokenIsRefused(LocalClerk clerk) throws Exception {
    String token = clerk.session(ADA).organization(ACME).tokenBuilder().expired().token();

    assertThat(post("Authorization", "Bearer " + token)).isEqualTo(401);
  }

  static int post(String header, String value) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(application.uri("/invoices"))
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
