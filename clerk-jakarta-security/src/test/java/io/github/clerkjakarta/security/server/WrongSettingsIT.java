package io.github.clerkjakarta.security.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.guarded.OpenServlet;
import io.github.clerkjakarta.security.server.mapping.Rest;
import io.github.clerkjakarta.security.server.own.HouseMechanism;
import io.github.clerkjakarta.security.server.wrong.DefinedMechanism;
import io.github.clerkjakarta.security.server.wrong.GuardedLedger;
import io.github.clerkjakarta.security.server.wrong.LedgerView;
import io.github.clerkjakarta.security.server.wrong.StereotypedBean;
import io.github.clerkjakarta.security.server.wrong.WrongAncestor;
import io.github.clerkjakarta.security.server.wrong.WrongAttribute;
import io.github.clerkjakarta.security.server.wrong.WrongChannel;
import io.github.clerkjakarta.security.server.wrong.WrongClaim;
import io.github.clerkjakarta.security.server.wrong.WrongEndpoint;
import io.github.clerkjakarta.security.server.wrong.WrongFilter;
import io.github.clerkjakarta.security.server.wrong.WrongGate;
import io.github.clerkjakarta.security.server.wrong.WrongGuard;
import io.github.clerkjakarta.security.server.wrong.WrongHeirFilter;
import io.github.clerkjakarta.security.server.wrong.WrongHeirListener;
import io.github.clerkjakarta.security.server.wrong.WrongHeirSocket;
import io.github.clerkjakarta.security.server.wrong.WrongInterface;
import io.github.clerkjakarta.security.server.wrong.WrongLineage;
import io.github.clerkjakarta.security.server.wrong.WrongListener;
import io.github.clerkjakarta.security.server.wrong.WrongLocator;
import io.github.clerkjakarta.security.server.wrong.WrongMethod;
import io.github.clerkjakarta.security.server.wrong.WrongName;
import io.github.clerkjakarta.security.server.wrong.WrongNeighbour;
import io.github.clerkjakarta.security.server.wrong.WrongOverride;
import io.github.clerkjakarta.security.server.wrong.WrongPlace;
import io.github.clerkjakarta.security.server.wrong.WrongService;
import io.github.clerkjakarta.security.server.wrong.WrongSocket;
import io.github.clerkjakarta.security.server.wrong.WrongStereotype;
import io.github.clerkjakarta.security.server.wrong.WrongValue;
import io.github.clerkjakarta.security.server.wrong.WrongView;
import java.io.IOException;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnServer
@DisplayName("A deployment fails")
class WrongSettingsIT {

  static final ServerRun RUN = ServerRun.current();

  private static final String WRONG_FILTER =
      """
      <filter>
        <filter-name>clerk</filter-name>
        <filter-class>io.github.clerkjakarta.servlet.ClerkFilter</filter-class>
        <async-supported>true</async-supported>
        <init-param><param-name>clerk.clockSkew</param-name><param-value>soon</param-value></init-param>
      </filter>
      <filter-mapping>
        <filter-name>clerk</filter-name>
        <url-pattern>/*</url-pattern>
      </filter-mapping>
      """;

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "no-keys", managed = false, testable = false)
  static WebArchive noKeys() {
    return TestWar.withFilterAlone("no-keys").classes(OpenServlet.class).archive();
  }

  @Deployment(name = "parameter", managed = false, testable = false)
  static WebArchive parameter() {
    return filterAlone("parameter")
        .setting("clerk.rules", "/** = signed-in")
        .setting("clerk.denyAs", "200")
        .archive();
  }

  @Deployment(name = "filter-parameter", managed = false, testable = false)
  static WebArchive filterParameter() {
    return filterAlone("filter-parameter").declaring(WRONG_FILTER).archive();
  }

  @Deployment(name = "left-out", managed = false, testable = false)
  static WebArchive leftOut() {
    return filterAlone("left-out").declaring("<absolute-ordering/>" + WRONG_FILTER).archive();
  }

  @Deployment(name = "filter-class", managed = false, testable = false)
  static WebArchive filterClass() {
    return filterAlone("filter-class").classes(WrongFilter.class).archive();
  }

  @Deployment(name = "mechanism", managed = false, testable = false)
  static WebArchive mechanism() {
    return TestWar.named("mechanism")
        .automatic()
        .classes(OpenServlet.class)
        .clerk(RUN.clerk())
        .setting("clerk.filter.auto", "false")
        .setting("clerk.security.groupClaims", "department,org")
        .archive();
  }

  @Deployment(name = "misspelt", managed = false, testable = false)
  static WebArchive misspelt() {
    return filterAlone("misspelt").setting("clerk.rule", "/** = signed-in").archive();
  }

  @Deployment(name = "misspelt-in-config", managed = false, testable = false)
  static WebArchive misspeltInConfig() {
    return TestWar.named("misspelt-in-config")
        .webInf("beans.xml", "")
        .resource(
            "META-INF/microprofile-config.properties",
            "clerk.security.auto=true\nclerk.Rules=/** = signed-in\n")
        .classes(OpenServlet.class)
        .clerk(RUN.clerk())
        .archive();
  }

  @Deployment(name = "misspelt-attribute", managed = false, testable = false)
  static WebArchive misspeltAttribute() {
    return TestWar.named("misspelt-attribute")
        .classes(OpenServlet.class, WrongName.class)
        .clerk(RUN.clerk())
        .archive();
  }

  @Deployment(name = "misspelt-beside-mechanism", managed = false, testable = false)
  static WebArchive misspeltBesideMechanism() {
    return TestWar.named("misspelt-beside-mechanism")
        .automatic()
        .classes(OpenServlet.class)
        .clerk(RUN.clerk())
        .setting("clerk.filter.auto", "false")
        .setting("clerk.groupClaims", "department")
        .archive();
  }

  @Deployment(name = "neither-on-nor-off", managed = false, testable = false)
  static WebArchive neitherOnNorOff() {
    return filterAlone("neither-on-nor-off").setting("clerk.filter.auto", "off").archive();
  }

  @Deployment(name = "nowhere", managed = false, testable = false)
  static WebArchive nowhere() {
    return filterAlone("nowhere").setting("clerk.security.auto", "true").archive();
  }

  @Deployment(name = "mechanism-no-keys", managed = false, testable = false)
  static WebArchive mechanismWithoutKeys() {
    return TestWar.named("mechanism-no-keys")
        .automatic()
        .classes(OpenServlet.class)
        .setting("clerk.filter.auto", "false")
        .archive();
  }

  @Deployment(name = "definition-value", managed = false, testable = false)
  static WebArchive definitionValue() {
    return TestWar.named("definition-value")
        .classes(OpenServlet.class, WrongValue.class)
        .clerk(RUN.clerk())
        .archive();
  }

  @Deployment(name = "definition-attribute", managed = false, testable = false)
  static WebArchive definitionAttribute() {
    return TestWar.named("definition-attribute")
        .classes(OpenServlet.class, WrongAttribute.class)
        .clerk(RUN.clerk())
        .archive();
  }

  @Deployment(name = "claim-for-all", managed = false, testable = false)
  static WebArchive claimForAll() {
    return TestWar.named("claim-for-all")
        .automatic()
        .classes(OpenServlet.class, WrongClaim.class)
        .clerk(RUN.clerk())
        .archive();
  }

  @Deployment(name = "remember-me", managed = false, testable = false)
  static WebArchive rememberMe() {
    return TestWar.named("remember-me")
        .classes(OpenServlet.class, WrongNeighbour.class)
        .clerk(RUN.clerk())
        .archive();
  }

  @Deployment(name = "two-mechanisms", managed = false, testable = false)
  static WebArchive twoMechanisms() {
    return TestWar.named("two-mechanisms")
        .classes(OpenServlet.class, DefinedMechanism.class, HouseMechanism.class)
        .clerk(RUN.clerk())
        .archive();
  }

  @Deployment(name = "protect-alone", managed = false, testable = false)
  static WebArchive protectAlone() {
    return TestWar.named("protect-alone")
        .classes(OpenServlet.class, WrongGuard.class)
        .clerk(RUN.clerk())
        .archive();
  }

  @Deployment(name = "protect-beside", managed = false, testable = false)
  static WebArchive protectBesideAnother() {
    return TestWar.named("protect-beside")
        .automatic()
        .classes(OpenServlet.class, WrongGuard.class, HouseMechanism.class)
        .clerk(RUN.clerk())
        .archive();
  }

  @Deployment(name = "protect-helper", managed = false, testable = false)
  static WebArchive protectHelper() {
    return protecting("protect-helper", WrongGuard.class);
  }

  @Deployment(name = "protect-filter", managed = false, testable = false)
  static WebArchive protectFilter() {
    return protecting("protect-filter", WrongPlace.class);
  }

  @Deployment(name = "roles-filter", managed = false, testable = false)
  static WebArchive rolesFilter() {
    return protecting("roles-filter", WrongGate.class);
  }

  @Deployment(name = "protect-listener", managed = false, testable = false)
  static WebArchive protectListener() {
    return protecting("protect-listener", WrongListener.class);
  }

  @Deployment(name = "protect-endpoint", managed = false, testable = false)
  static WebArchive protectEndpoint() {
    return protecting("protect-endpoint", WrongEndpoint.class);
  }

  @Deployment(name = "roles-endpoint", managed = false, testable = false)
  static WebArchive rolesEndpoint() {
    return protecting("roles-endpoint", WrongSocket.class);
  }

  @Deployment(name = "heir-endpoint", managed = false, testable = false)
  static WebArchive heirEndpoint() {
    return protecting("heir-endpoint", WrongAncestor.class, WrongHeirSocket.class);
  }

  @Deployment(name = "roles-channel", managed = false, testable = false)
  static WebArchive rolesChannel() {
    return protecting("roles-channel", WrongChannel.class);
  }

  @Deployment(name = "jar-listener", managed = false, testable = false)
  static WebArchive jarListener() {
    return carrying("jar-listener", WrongHeirListener.class);
  }

  @Deployment(name = "jar-filter", managed = false, testable = false)
  static WebArchive jarFilter() {
    return carrying("jar-filter", WrongHeirFilter.class);
  }

  @Deployment(name = "heir-listener", managed = false, testable = false)
  static WebArchive heirListener() {
    return protecting("heir-listener", WrongAncestor.class, WrongHeirListener.class);
  }

  @Deployment(name = "heir-filter", managed = false, testable = false)
  static WebArchive heirFilter() {
    return protecting("heir-filter", WrongAncestor.class, WrongHeirFilter.class);
  }

  @Deployment(name = "protect-locator", managed = false, testable = false)
  static WebArchive protectLocator() {
    return protecting("protect-locator", WrongLocator.class);
  }

  @Deployment(name = "roles-lineage", managed = false, testable = false)
  static WebArchive rolesLineage() {
    return protecting(
        "roles-lineage",
        Rest.class,
        WrongLineage.class,
        WrongAncestor.class,
        WrongLineage.Open.class);
  }

  @Deployment(name = "protect-annotation", managed = false, testable = false)
  static WebArchive protectAnnotation() {
    return protecting("protect-annotation", WrongStereotype.class, StereotypedBean.class);
  }

  @Deployment(name = "protect-interface", managed = false, testable = false)
  static WebArchive protectInterface() {
    return protecting("protect-interface", WrongInterface.class);
  }

  @Deployment(name = "protect-deciding", managed = false, testable = false)
  static WebArchive protectDeciding() {
    return protecting("protect-deciding", WrongService.class);
  }

  @Deployment(name = "roles-helping", managed = false, testable = false)
  static WebArchive rolesHelping() {
    return protecting("roles-helping", WrongMethod.class);
  }

  @Deployment(name = "roles-override", managed = false, testable = false)
  static WebArchive rolesOverride() {
    return protecting("roles-override", GuardedLedger.class, WrongOverride.class);
  }

  @Deployment(name = "roles-local", managed = false, testable = false)
  static WebArchive rolesLocal() {
    return protecting("roles-local", LedgerView.class, WrongView.class);
  }

  @Deployment(name = "no-cdi", managed = false, testable = false)
  static WebArchive withoutCdi() {
    return TestWar.named("no-cdi")
        .askingForMechanism()
        .classes(OpenServlet.class)
        .clerk(RUN.clerk())
        .archive();
  }

  @Deployment(name = "several-filters", managed = false, testable = false)
  static WebArchive severalFilters() {
    return TestWar.named("several-filters")
        .automatic()
        .classes(OpenServlet.class)
        .clerk(RUN.clerk())
        .declaring(filter("customers", "/*") + filter("staff", "/staff/*"))
        .archive();
  }

  private static String filter(String name, String pattern) {
    return """
    <filter>
      <filter-name>%1$s</filter-name>
      <filter-class>io.github.clerkjakarta.servlet.ClerkFilter</filter-class>
      <async-supported>true</async-supported>
    </filter>
    <filter-mapping>
      <filter-name>%1$s</filter-name>
      <url-pattern>%2$s</url-pattern>
    </filter-mapping>
    """
        .formatted(name, pattern);
  }

  @Deployment(name = "next", managed = false, testable = false)
  static WebArchive next() {
    return filterAlone("next").archive();
  }

  @Deployment(name = "running", testable = false)
  static WebArchive running() {
    return filterAlone("running").archive();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no-keys              | CLERK_PUBLISHABLE_KEY
          parameter            | Set clerk.denyAs (CLERK_DENY_AS) to 403 or 404
          filter-parameter     | clerk.clockSkew
          filter-class         | whoever
          mechanism            | Set clerk.security.groupClaims to claims other than org,
          mechanism-no-keys    | CLERK_PUBLISHABLE_KEY
          definition-value     | Set clerk.denyAs (CLERK_DENY_AS) to 403 or 404
          protect-alone        | Nobody judges the @Protect or @DenyImpersonated on
          protect-beside       | Nobody judges the @Protect or @DenyImpersonated on
          protect-helper       | wrong.WrongGuard.guarded: put it on a servlet
          protect-filter       | wrong.WrongPlace: the server calls it itself
          roles-filter         | wrong.WrongGate: the server calls it itself
          protect-listener     | wrong.WrongListener.requestInitialized: the server calls it itself
          protect-endpoint     | wrong.WrongEndpoint.answer: the server calls it itself
          roles-endpoint       | wrong.WrongSocket: the server calls it itself
          heir-endpoint        | wrong.WrongHeirSocket: the server calls it itself
          heir-listener        | wrong.WrongHeirListener: the server calls it itself
          heir-filter          | wrong.WrongHeirFilter: the server calls it itself
          roles-channel        | wrong.WrongChannel.onOpen: the server calls it itself
          jar-listener         | wrong.WrongHeirListener: the server calls it itself
          jar-filter           | wrong.WrongHeirFilter: the server calls it itself
          protect-locator      | wrong.WrongLocator.further: put it on a servlet
          protect-annotation   | Nobody would judge the annotation on @
          protect-interface    | wrong.WrongInterface.read: put it on a servlet
          protect-deciding     | wrong.WrongService.doGet: the service method of
          roles-helping        | wrong.WrongMethod.secret: no server calls it
          roles-override       | Nobody would judge the roles for
          roles-local          | wrong.WrongView.read: the container of enterprise
          claim-for-all        | @Claim
          several-filters      | There are several filters of Clerk's beside
          remember-me          | Take @RememberMe away from
          misspelt             | clerk.rule is no setting; did you mean clerk.rules?
          misspelt-in-config   | clerk.Rules is no setting; did you mean clerk.rules?
          misspelt-attribute   | clerk.denyas is no setting; did you mean clerk.denyAs?
          misspelt-beside-mechanism | did you mean clerk.security.groupClaims?
          neither-on-nor-off   | Set clerk.filter.auto (CLERK_FILTER_AUTO) to true or false
          nowhere              | clerk.security.auto has no effect among the context-params
          definition-attribute | Write every one of the roles of @ClerkAuthenticationMechanismDefinition
          """)
  @DisplayName(
      "D14 S13 S17 G1 where a setting or an annotation is wrong, and the log says what to do")
  void fails(String name, String sentence) throws IOException {
    assertFails(name, sentence);
  }

  @Test
  @DisplayName("D14 where it has another mechanism, and nothing chooses")
  void besideAnother() throws IOException {
    assertFails(
        "two-mechanisms",
        RUN.server().isOfJakartaEe11()
            ? "keep one, or write an HttpAuthenticationMechanismHandler"
            : "and its server can't choose; keep one.");
  }

  @Test
  @DisplayName("D14 where the mechanism is asked for and the server starts no CDI to register it")
  void cdiNotStarted() throws IOException {
    if (RUN.server().isWildFly()) {
      assertFails("no-cdi", "add WEB-INF/beans.xml, which may be empty");
      return;
    }
    deployer.deploy("no-cdi");
    assertThat(RUN.address().get("/no-cdi/public/x").send().body()).isEqualTo("open");
    deployer.undeploy("no-cdi");
  }

  @Test
  @DisplayName("D14 or, where web.xml leaves out what would fail it, answers nothing")
  void leavingOut() throws IOException {
    if (RUN.server().isWildFly()) {
      assertFails("left-out", "clerk.clockSkew");
      return;
    }
    int before = Files.readString(RUN.server().log()).length();
    deployer.deploy("left-out");
    Answer answer = RUN.address().get("/left-out/public/x").send();
    assertThat(answer.status()).isGreaterThanOrEqualTo(400);
    assertThat(answer.body()).doesNotContain("open");
    assertThat(Files.readString(RUN.server().log()).substring(before)).contains("clerk.clockSkew");
    deployer.undeploy("left-out");
  }

  @Test
  @DisplayName(
      "S17 or, where a locator inherits what protects it and is no bean, each request does")
  void locatorOfLineage() throws IOException {
    deployer.deploy("roles-lineage");

    Answer answer = RUN.address().get("/roles-lineage/rest/lineage/further").send();

    assertThat(answer.body()).doesNotContain("read");
    if (RUN.server().isGlassFish()) {
      assertThat(answer.status()).isEqualTo(500);
      assertThat(Files.readString(RUN.server().log()))
          .contains("Nobody has judged the annotation that protects")
          .contains("wrong.WrongLineage.further, by which a request came");
    } else {
      // WildFly makes a bean of each resource.
      assertThat(answer.status()).isEqualTo(401);
    }
    deployer.undeploy("roles-lineage");
  }

  @Test
  @DisplayName("D14 and no other does, before or after it")
  void othersAreDeployed() throws IOException {
    assertThat(RUN.server().starts("parameter", deployer)).isFalse();
    int before = Files.readString(RUN.server().log()).length();
    deployer.deploy("next");

    assertThat(RUN.address().get("/running/public/x").send().body()).isEqualTo("open");
    assertThat(RUN.address().get("/next/public/x").send().body()).isEqualTo("open");
    assertThat(Files.readString(RUN.server().log()).substring(before))
        .as("what it says of itself once")
        .containsOnlyOnce("tokens are verified with");
    deployer.undeploy("next");
  }

  private void assertFails(String name, String sentence) throws IOException {
    int before = Files.readString(RUN.server().log()).length();

    assertThat(RUN.server().starts(name, deployer)).isFalse();

    assertThat(RUN.address().get("/" + name + "/public/x").send().status()).isEqualTo(404);
    assertThat(Files.readString(RUN.server().log()).substring(before)).contains(sentence);
  }

  private static WebArchive protecting(String name, Class<?>... wrong) {
    return protectingBy(name).classes(wrong).archive();
  }

  private static WebArchive carrying(String name, Class<?> wrong) {
    return protectingBy(name).libraryWith(WrongAncestor.class, wrong).archive();
  }

  private static TestWar protectingBy(String name) {
    return TestWar.named(name).automatic().classes(OpenServlet.class).clerk(RUN.clerk());
  }

  private static TestWar filterAlone(String name) {
    return TestWar.withFilterAlone(name).classes(OpenServlet.class).clerk(RUN.clerk());
  }
}
