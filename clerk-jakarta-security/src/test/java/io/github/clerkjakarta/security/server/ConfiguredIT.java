package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.example.GroupsWithPartners;
import io.github.clerkjakarta.security.server.asking.RolesServlet;
import io.github.clerkjakarta.security.server.configured.Invoices;
import io.github.clerkjakarta.security.server.configured.SystemProperties;
import io.github.clerkjakarta.security.server.stores.PayrollStore;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Person;
import io.github.clerkjakarta.testkit.TokenBuilder;
import jakarta.enterprise.inject.spi.Extension;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnServer
@DisplayName("An application whose definition is all expressions, with groups of its own")
class ConfiguredIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk CLERK = RUN.clerk();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.named("configured")
        .packageOf(Invoices.class)
        .classes(RolesServlet.class, GroupsWithPartners.class, PayrollStore.class)
        .resource("keys.properties", keys())
        .setting("clerk.roles.IN_CODE", "org:nothing")
        .setting("clerk.roles.IN_WEB_XML", "org:admin")
        // with an extension inside, CDI looks for beans where there is a beans.xml
        .webInf("beans.xml", "")
        .provider(Extension.class, SystemProperties.class)
        .resource(
            "META-INF/microprofile-config.properties",
            """
            config_ordinal=500
            clerk.roles.IN_CODE=org:nothing
            clerk.roles.IN_WEB_XML=org:nothing
            clerk.roles.IN_CONFIG=org:admin
            """)
        .archive();
  }

  @Test
  @DisplayName("its expressions say who is known, by which name, in which groups and roles")
  void expressions() {
    String token =
        session(ADA)
            .claim("department", "sales")
            .claim("team", List.of("blue", "red"))
            .claim("other", "green")
            .token();

    assertThat(roles(token, "ADMIN", "CLERK", "department:sales", "team:blue", "other:green"))
        .isEqualTo("ada@example.com: ADMIN CLERK department:sales team:blue");
    assertThat(roles(session(BEN).token(), "ADMIN", "CLERK")).isEqualTo("ben@example.com: ");
  }

  @Test
  @DisplayName("a list in an expression is each of its entries, for authorized parties")
  void parties() {
    String other = session(ADA).authorizedParty("https://evil.example").token();
    String first = session(ADA).authorizedParty("https://invoices.example").token();

    assertThat(roles(other, "ADMIN")).isEqualTo("nobody: ");
    assertThat(roles(first, "ADMIN")).isEqualTo("ada@example.com: ADMIN");
  }

  @Test
  @DisplayName("rules, addresses and other settings come from expressions as well")
  void rules() {
    Answer page =
        get("/roles/guarded?of=ADMIN")
            .with("Cookie", "__clerk_db_jwt=dvb_1; __client_uat=0")
            .asDocument()
            .send();
    Answer member = get("/roles/guarded?of=ADMIN").bearing(session(BEN).token()).send();
    Answer admin = get("/roles/guarded?of=ADMIN").bearing(session(ADA).token()).send();

    assertThat(page.first("Location").orElse(""))
        .startsWith("https://accounts.example/sign-in?")
        .contains("https%3A%2F%2Finvoices.example%2Fconfigured%2Froles%2Fguarded");
    assertThat(member.status()).isEqualTo(404);
    assertThat(admin.status()).isEqualTo(200);
  }

  @Test
  @DisplayName("a ClerkGroups of its own replaces the default, and an identity store adds to it")
  void ownGroups() {
    assertThat(roles(session(ADA).token(), "partner", "payroll:ada@example.com", "org:admin"))
        .isEqualTo("ada@example.com: partner payroll:ada@example.com org:admin");
    assertThat(roles(session(BEN).token(), "partner", "payroll:ada@example.com", "org:admin"))
        .isEqualTo("ben@example.com: partner");
  }

  @Test
  @DisplayName("the definition counts before web.xml, then MicroProfile Config, system properties")
  void order() {
    assertThat(roles(session(ADA).token(), "IN_CODE", "IN_WEB_XML", "IN_CONFIG", "IN_SYSTEM"))
        .isEqualTo("ada@example.com: IN_CODE IN_WEB_XML IN_CONFIG IN_SYSTEM");
  }

  private static TokenBuilder session(Person person) {
    String name = person.id().substring("user_".length());
    return CLERK
        .session(person)
        .organization(ACME)
        .tokenBuilder()
        .claim("email", name + "@example.com");
  }

  private static String roles(String token, String... roles) {
    return get("/roles?of=" + String.join("&of=", roles)).bearing(token).send().body();
  }

  private static Wire get(String path) {
    return RUN.address().get("/configured" + path);
  }

  private static String keys() {
    Properties keys = new Properties();
    keys.setProperty("publishable", CLERK.publishableKey());
    keys.setProperty("secret", CLERK.secretKey());
    keys.setProperty("pem", CLERK.jwtKey());
    keys.setProperty("api", CLERK.apiUrl());
    keys.setProperty("party", RUN.address().origin());
    try (StringWriter text = new StringWriter()) {
      keys.store(text, null);
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
