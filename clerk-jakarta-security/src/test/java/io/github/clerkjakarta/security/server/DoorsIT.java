package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.doors.DoorsServlet;
import io.github.clerkjakarta.servlet.ClerkFilter;
import io.github.clerkjakarta.testkit.ApiKey;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Session;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter of one WAR comes by itself, the other's stands in web.xml. */
@OnServer
@DisplayName("A request that meets a filter and the mechanism")
class DoorsIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk CLERK = RUN.clerk();

  @Deployment(name = "doors", testable = false)
  static WebArchive doors() {
    return war("doors").archive();
  }

  @Deployment(name = "mapped", testable = false)
  static WebArchive mapped() {
    return war("mapped")
        .declaring(
            """
            <filter>
              <filter-name>clerk</filter-name>
              <filter-class>%s</filter-class>
              <async-supported>true</async-supported>
            </filter>
            <filter-mapping>
              <filter-name>clerk</filter-name>
              <url-pattern>/*</url-pattern>
            </filter-mapping>
            """
                .formatted(ClerkFilter.class.getName()))
        .archive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/doors", "/mapped"})
  @DisplayName("D8 is verified once: every door has the very same Auth")
  void sameObject(String context) {
    assertThat(get(context + "/doors").bearing(CLERK.sessionToken(ADA)).send().body())
        .isEqualTo("user_ada shown=1 again=true state=true injected=true");
    assertThat(get(context + "/doors").send().body()).startsWith("nobody shown=0 again=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/doors", "/mapped"})
  @DisplayName("D8 costs one question to Clerk, where only Clerk can read the token")
  void askedOnce(String context) {
    ApiKey key = CLERK.apiKey(ADA);
    long before = questions("/api_keys/verify");

    assertThat(get(context + "/machines").bearing(key.token()).send().body())
        .isEqualTo("user_ada shown=1 again=true state=true injected=true");

    assertThat(questions("/api_keys/verify")).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/doors", "/mapped"})
  @DisplayName("D8 exchanges a nonce once, after which there is none")
  void exchangedOnce(String context) {
    Session ada = CLERK.session(ADA);
    List<String> directives =
        ada.cookies().entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue() + "; Path=/; SameSite=Lax")
            .toList();
    String nonce = CLERK.handshakeNonce(directives);
    long before = questions("/handshake_payload");

    Answer answer = get(context + "/doors?__clerk_handshake_nonce=" + nonce).asDocument().send();

    assertThat(answer.status()).isEqualTo(307);
    assertThat(questions("/handshake_payload")).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/doors/machines", "/mapped/machines", "/doors/key", "/mapped/key"})
  @DisplayName("S10 is refused with 401 when a person calls what is for machines")
  void personForMachines(String path) {
    Session ada = CLERK.session(ADA);
    String key = CLERK.apiKey(ADA).token();

    assertThat(get(path).bearing(ada.token()).send().status()).isEqualTo(401);
    assertThat(get(path).browserOf(ada).asDocument().send().status()).isEqualTo(401);
    assertThat(get(path).bearing(key).send().body()).startsWith("user_ada");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/doors", "/mapped"})
  @DisplayName("S10 says that the token is of the wrong kind")
  void wrongKind(String context) {
    Answer answer = get(context + "/machines").bearing(CLERK.sessionToken(ADA)).send();

    assertThat(answer.first("x-clerk-auth-reason")).contains("token-type-mismatch");
    assertThat(answer.first("WWW-Authenticate").orElse("")).contains("invalid_token");
  }

  private static TestWar war(String name) {
    return TestWar.named(name)
        .packageOf(DoorsServlet.class)
        .automatic()
        .clerk(CLERK)
        .setting("clerk.rules", "/machines = accepts api_key\n/** = public\n");
  }

  private static long questions(String path) {
    return CLERK.requests().stream().filter(it -> it.path().endsWith(path)).count();
  }

  private static Wire get(String path) {
    return RUN.address().get(path);
  }
}
