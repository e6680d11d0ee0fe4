package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.ClerkSettings;
import io.github.clerkjakarta.internal.log.LogLines;
import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The filter gets into an application")
class DeploymentTest {

  static final String SECRET_KEY = "sk_test_thisIsNoSecretButATestValue";

  private static final Map<String, String> KEYS =
      Map.of(
          "clerk.publishableKey", ScriptedAuthenticator.DEVELOPMENT, "clerk.secretKey", SECRET_KEY);

  @ParameterizedTest
  @EnumSource
  @DisplayName("by itself")
  void byItself(TestServer server) {
    works(server, withKeys(new TestWar()));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("by itself, with rules from the application's own settings")
  void protectsByItself(TestServer server) {
    TestWar war = withKeys(new TestWar()).contextParam("clerk.rules", "/public/** = public");
    try (RunningServer running = server.deploy(who(war).unpacked(), "")) {
      assertThat(running.get("/who").send().status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("G4 by itself, with all settings from the application's code")
  void settingsInCode(TestServer server) {
    TestWar war =
        who(new TestWar())
            .service(ClerkSettings.class, ShopSettings.class)
            .contextParam("clerk.rules", "/** = public");
    try (RunningServer running = server.deploy(war.unpacked(), "")) {
      assertThat(running.get("/who").send().status()).isEqualTo(401);
      assertThat(running.get("/.well-known/oauth-protected-resource").send().status())
          .isEqualTo(200);
    }
    TestWar wrong = who(withKeys(new TestWar())).service(ClerkSettings.class, WhoServlet.class);
    assertThatThrownBy(() -> server.deploy(wrong.unpacked(), ""))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("by web.xml, and the one that comes by itself steps aside")
  void byWebXml(TestServer server) {
    works(server, new TestWar().filter(ClerkFilter.class, KEYS));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("by annotation on a subclass, and the one that comes by itself steps aside")
  void byAnnotation(TestServer server) {
    works(server, new TestWar().classFile(AnnotatedFilter.class));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("by program, and the one that comes by itself steps aside")
  void byProgram(TestServer server) {
    works(server, new TestWar().listener(ProgrammaticListener.class));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D10 not at all with clerk.filter.auto=false, and then whoever asks is told so")
  void notAtAll(TestServer server) {
    TestWar war = new TestWar().contextParam("clerk.filter.auto", "false");
    try (RunningServer running = server.deploy(who(war).unpacked(), "")) {
      assertThat(running.get("/who").send().body()).startsWith("No ClerkFilter has seen this");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D14 only with keys, which belong together, and with settings that can be read")
  void missingConfiguration(TestServer server) {
    for (TestWar war :
        List.of(
            new TestWar(),
            new TestWar()
                .contextParam("clerk.publishableKey", ScriptedAuthenticator.PRODUCTION)
                .contextParam("clerk.secretKey", SECRET_KEY),
            withKeys(new TestWar()).contextParam("clerk.rules", "admin = nobody"),
            withKeys(new TestWar()).contextParam("clerk.denyAs", "200"))) {
      assertThatThrownBy(() -> server.deploy(who(war).unpacked(), ""))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  @DisplayName("D14 or the deployment fails with a sentence that says what to set")
  void sentence() {
    assertThatThrownBy(() -> TestServer.JETTY_12.deploy(who(new TestWar()).unpacked(), ""))
        .hasStackTraceContaining("CLERK_PUBLISHABLE_KEY")
        .hasStackTraceContaining("CLERK_SECRET_KEY");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "G1 G3 only with names that there are, each where it counts, and words that mean one")
  void unknownNames(TestServer server) {
    for (TestWar war :
        List.of(
            withKeys(new TestWar()).contextParam("clerk.rule", "/** = nobody"),
            withKeys(new TestWar()).contextParam("clerk.Rules", "/** = nobody"),
            withKeys(new TestWar()).contextParam("clerk.acme.rules", "/** = nobody"),
            withKeys(new TestWar()).contextParam("clerk.security.auto", "true"),
            withKeys(new TestWar()).contextParam("clerk.filter.auto", "off"),
            withKeys(new TestWar()).contextParam("clerk.debugHeaders", "no"),
            withKeys(new TestWar()).contextParam("clerk.protectedResourceMetadata", "yes"),
            withFilter("clerk.authorisedParties", "https://app.example"),
            withFilter("clerk.authorizedParties", "https://*.example"),
            withFilter("clerk.filter.auto", "false"))) {
      assertThatThrownBy(() -> server.deploy(who(war).unpacked(), ""))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("G1 a system property that nobody knows fails it, and its neighbours don't")
  void unknownProperty(TestServer server) {
    System.setProperty("clerk.rule", "/** = nobody");
    try {
      assertThatThrownBy(() -> server.deploy(who(withKeys(new TestWar())).unpacked(), ""))
          .isInstanceOf(IllegalStateException.class);
    } finally {
      System.clearProperty("clerk.rule");
    }
    System.setProperty("clerkrule", "x");
    try {
      works(server, withKeys(new TestWar()).contextParam("clerk.roles.ADMIN", "org:admin"));
    } finally {
      System.clearProperty("clerkrule");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("G1 a system property of another application's Clerk instance is a warning")
  void otherInstance(TestServer server) {
    Map<String, String> properties =
        Map.of(
            "clerk.acme.hosts",
            "acme.example",
            "clerk.acme.publishableKey",
            ScriptedAuthenticator.DEVELOPMENT,
            "clerk.acme.secretKey",
            SECRET_KEY);
    properties.forEach(System::setProperty);
    TestWar several = new TestWar().contextParam("clerk.instances", "acme");
    TestWar one = withKeys(new TestWar());
    try (LogLines log = LogLines.of("io.github.clerkjakarta.internal.servlet.FilterConfiguration");
        RunningServer running = server.deployTwo(who(several).unpacked(), who(one).unpacked())) {
      assertThat(running.get("/a/who").host("acme.example").send().body())
          .startsWith("user=nobody");
      assertThat(running.get("/a/who").host("b.example").send().status()).isEqualTo(421);
      assertThat(running.get("/b/who").host("b.example").send().body()).startsWith("user=nobody");
      assertThat(log.lines().stream().filter(line -> line.startsWith("WARNING")).toList())
          .hasSize(properties.size())
          .allSatisfy(line -> assertThat(line).contains("doesn't have").doesNotContain("sk_"));
    } finally {
      properties.keySet().forEach(System::clearProperty);
    }
  }

  @Test
  @DisplayName("G1 and the sentence names what was meant")
  void meant() {
    TestWar war =
        withKeys(new TestWar())
            .contextParam("clerk.rule", "/** = nobody")
            .contextParam("clerk.authorisedParties", "https://app.example");
    assertThatThrownBy(() -> TestServer.JETTY_12.deploy(who(war).unpacked(), ""))
        .hasStackTraceContaining("clerk.rule is no setting; did you mean clerk.rules?")
        .hasStackTraceContaining(
            "clerk.authorisedParties is no setting; did you mean clerk.authorizedParties?");
    assertThatThrownBy(
            () ->
                TestServer.JETTY_12.deploy(
                    who(withFilter("clerk.security.groupClaims", "x")).unpacked(), ""))
        .hasStackTraceContaining(
            "clerk.security.groupClaims has no effect among the init-params of the filter; set it"
                + " as a context-param");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("U1 and closes its authenticator when it leaves")
  void closes(TestServer server) {
    RunningServer running = server.deploy(TestWar.ofEdge(Map.of()).unpacked(), "");
    System.clearProperty(ScriptedAuthenticator.CLOSED);
    running.close();
    assertThat(System.getProperty(ScriptedAuthenticator.CLOSED)).isEqualTo("true");
  }

  private static void works(TestServer server, TestWar war) {
    try (RunningServer running = server.deploy(who(war).unpacked(), "")) {
      Answer answer = running.get("/who").send();
      assertThat(answer.body()).startsWith("user=nobody");
      assertThat(answer.all("x-clerk-auth-status")).containsExactly("signed-out");
    }
  }

  private static TestWar withFilter(String name, String value) {
    Map<String, String> params = new HashMap<>(KEYS);
    params.put(name, value);
    return new TestWar().filter(ClerkFilter.class, params);
  }

  private static TestWar withKeys(TestWar war) {
    KEYS.forEach(war::contextParam);
    return war;
  }

  private static TestWar who(TestWar war) {
    return war.servlet(WhoServlet.class, "/who");
  }
}
