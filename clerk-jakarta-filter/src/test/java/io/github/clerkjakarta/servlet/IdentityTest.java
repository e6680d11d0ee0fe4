package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The caller, as the Servlet API tells it")
class IdentityTest {

  @ParameterizedTest
  @EnumSource
  @DisplayName("D9 a filter without a mechanism names the caller, and S1 creates no session")
  void caller(TestServer server) {
    Answer answer = EdgeServers.open(server).get("/who").with("Test-State", "signed-in").send();
    assertThat(answer.body())
        .startsWith("user=user_1 principal=user_1 remote=user_1 type=CLERK")
        .contains("session=null");
    assertThat(answer.all("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S1 nobody and a pending session are nobody everywhere, without a session")
  void nobody(TestServer server) {
    for (String state : new String[] {"session-token-and-uat-missing", "pending"}) {
      Answer answer = EdgeServers.open(server).get("/who").with("Test-State", state).send();
      assertThat(answer.body())
          .startsWith("user=nobody principal= remote=null type=null")
          .contains("session=null");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Test-Role, org:admin, org:admin, true",
    "Test-Role, org:admin, admin, false",
    "Test-Role, org:admin, org:member, false",
    "Test-Permission, org:invoices:create, org:invoices:create, true",
    "Test-Permission, org:invoices:create, org:invoices:delete, false",
    "Test-Feature, reports, feature:reports, true",
    "Test-Feature, reports, plan:reports, false",
    "Test-Plan, pro, plan:pro, true",
    "Test-Plan, pro, pro, false",
    "Test-Plan, pro, **, true",
    "Test-Plan, pro, *, false",
  })
  @DisplayName("S6 role names are told apart by their prefixes")
  void roles(String has, String value, String asked, boolean holds) {
    for (TestServer server : TestServer.values()) {
      Answer answer =
          EdgeServers.open(server)
              .get("/who")
              .with("Test-State", "signed-in")
              .with(has, value)
              .with("Test-Ask", asked)
              .send();
      assertThat(answer.body()).as(server.name()).contains("role=" + holds + " ");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D7 authenticate() sends a browser to sign in, and tells anyone else")
  void authenticate(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    Answer page = open.get("/authenticate").asDocument().send();
    assertThat(page.status()).isEqualTo(302);
    assertThat(page.first("Location").orElseThrow())
        .isEqualTo(
            "https://accounts.app.example/sign-in"
                + "?redirect_url=http%3A%2F%2Fapp.example%2Fauthenticate");
    Answer api = open.get("/authenticate").send();
    assertThat(api.status()).isEqualTo(401);
    assertThat(api.all("WWW-Authenticate")).containsExactly("Bearer");
    Answer somebody = open.get("/authenticate").with("Test-State", "signed-in").send();
    assertThat(somebody.body()).isEqualTo("true");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D7 login() is refused with a sentence")
  void login(TestServer server) {
    assertThat(EdgeServers.open(server).get("/login").send().body())
        .startsWith("Nobody signs in here with a name and a password");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D7 after logout() every door says nobody, and Clerk's cookies stay")
  void logout(TestServer server) {
    Answer answer = EdgeServers.open(server).get("/logout").with("Test-State", "signed-in").send();
    assertThat(answer.body()).startsWith("user=nobody principal= remote=null type=null");
    assertThat(answer.all("Set-Cookie")).isEmpty();
  }

  @Test
  @DisplayName("S12 the principal can be kept: it is an id and nothing else")
  void principal() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(new ClerkPrincipal("user_1"));
    assertThat(ClerkPrincipal.class.getRecordComponents()).hasSize(1);
    assertThat(bytes.toByteArray()).isNotEmpty();
  }
}
