package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.LocalClerkExtension;
import io.github.clerkjakarta.testkit.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A server inside of an application, started by the lines of docs/embedded-servers.md")
class EmbeddedServersTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  @ParameterizedTest
  @EnumSource
  @DisplayName("has the filter by itself, with the rules and the constraints of web.xml")
  void protects(TestServer server) {
    TestWar war =
        TestWar.of(CLERK.clerk())
            .contextParam("clerk.rules", "/index.html = public\n/site.css = signed-in\n")
            .constraint("org:admin", "/index.html");
    try (RunningServer running = server.deployDocumented(war.unpacked())) {
      assertThat(running.get("/site.css").send().status()).isEqualTo(401);
      assertThat(get(running, "/site.css", BEN).status()).isEqualTo(200);
      assertThat(running.get("/other").send().status()).isEqualTo(401);
      assertThat(running.get("/index.html").send().status()).isEqualTo(401);
      assertThat(get(running, "/index.html", BEN).status()).isEqualTo(403);
      assertThat(get(running, "/index.html", ADA).status()).isEqualTo(200);
    }
  }

  private static Wire.Answer get(RunningServer running, String path, Person person) {
    String token = CLERK.clerk().session(person).organization(ACME).token();
    return running.get(path).with("Authorization", "Bearer " + token).send();
  }
}
