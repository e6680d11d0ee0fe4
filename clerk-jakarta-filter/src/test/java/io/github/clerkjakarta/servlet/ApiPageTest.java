package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.example.AskingPages;
import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The code of docs/api.md, on a server")
class ApiPageTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  @ParameterizedTest
  @EnumSource
  @DisplayName("greets who is signed in, and sends everyone else to sign in and back")
  void greeting(TestServer server) {
    try (RunningServer running = server.deploy(war(), "")) {
      assertThat(running.get("/hello").with("Authorization", bearer()).send().body())
          .startsWith("Hello user_ada");
      Answer nobody = running.get("/hello").send();
      assertThat(nobody.status()).isEqualTo(302);
      assertThat(nobody.first("Location").orElseThrow())
          .isEqualTo(CLERK.clerk().signInUrl() + "?redirect_url=http%3A%2F%2Fapp.example%2Fhello");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("asks for all that is required")
  void requirement(TestServer server) {
    try (RunningServer running = server.deploy(war(), "")) {
      assertThat(running.send("POST", "/hello").send().status()).isEqualTo(403);
      Wire ada = running.send("POST", "/hello").with("Authorization", bearer());
      assertThat(ada.send().body()).startsWith("deleted");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("R12 leads back to where a parameter says, if that is here")
  void signIn(TestServer server) {
    try (RunningServer running = server.deploy(war(), "")) {
      Answer here = running.get("/sign-in?next=/invoices%3Fpage=2").send();
      assertThat(here.first("Location").orElseThrow())
          .endsWith("?redirect_url=http%3A%2F%2Fapp.example%2Finvoices%3Fpage%3D2");
      for (String next : new String[] {"//evil.example", "/%5Cevil.example", "%252f%252fevil"}) {
        Answer elsewhere = running.get("/sign-in?next=" + next).send();
        assertThat(elsewhere.first("Location")).as(next).contains(CLERK.clerk().signInUrl());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("J25 knows whoever has session tasks to do, and sends them there")
  void pending(TestServer server) {
    String pending = "Bearer " + CLERK.clerk().session(ADA).pending().token();
    try (RunningServer running = server.deploy(war(), "")) {
      Answer welcome = running.get("/welcome").with("Authorization", pending).send();
      assertThat(welcome.body())
          .startsWith("pending " + CLERK.clerk().signInUrl() + "/create/tasks");
      Answer hello = running.get("/hello").with("Authorization", pending).send();
      assertThat(hello.first("Location").orElseThrow())
          .startsWith(CLERK.clerk().signInUrl() + "/tasks?redirect_url=");
    }
  }

  private static String bearer() {
    return "Bearer " + CLERK.clerk().session(ADA).organization(ACME).token();
  }

  private static Path war() {
    LocalClerk clerk = CLERK.clerk();
    return TestWar.of(clerk)
        .contextParam("clerk.signInUrl", clerk.signInUrl())
        .servlet(AskingPages.class, "/hello")
        .servlet(AskingPages.SignIn.class, "/sign-in")
        .servlet(AskingPages.Welcome.class, "/welcome")
        .unpacked();
  }
}
