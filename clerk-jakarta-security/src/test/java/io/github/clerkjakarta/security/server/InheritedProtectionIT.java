package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.inheritance.Rest;
import io.github.clerkjakarta.security.server.inheritance.Servlets;
import io.github.clerkjakarta.security.server.library.AdminsServlet;
import io.github.clerkjakarta.security.server.library.LibraryServlet;
import io.github.clerkjakarta.testkit.LocalClerk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnServer
@DisplayName("Annotations on what a class extends, overrides and implements")
class InheritedProtectionIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk CLERK = RUN.clerk();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.named("inheritance")
        .libraryWith(AdminsServlet.class, LibraryServlet.class)
        .packageOf(Rest.class)
        .automatic()
        .clerk(CLERK)
        .declaring(
            """
            <servlet>
              <servlet-name>generic</servlet-name>
              <servlet-class>%s</servlet-class>
            </servlet>
            <servlet-mapping>
              <servlet-name>generic</servlet-name>
              <url-pattern>/generic</url-pattern>
            </servlet-mapping>
            """
                .formatted(Servlets.Generic.class.getName()))
        .archive();
  }

  @ParameterizedTest(name = "{0}: nobody {1}, a member {2}, an admin {3}")
  @DisplayName("S17 S18 hold, by one rule on every server")
  @CsvSource({
    "/call/bean/protected,         401, 403, 200",
    "/call/bean/protected/own,     401, 403, 200",
    "/call/bean/protected/open,    200, 200, 200",
    "/call/bean/protected/package, 401, 403, 200",
    "/call/bean/protected/heirs,   401, 403, 200",
    "/call/bean/admins,            401, 403, 200",
    "/call/bean/nobodys,           401, 403, 403",
    "/call/bean/nobodys/open,      200, 200, 200",
    "/call/bean/everybodys,        200, 200, 200",
    "/call/bean/personal,          401, 200, 200",
    "/call/bean/overriding/roles,   401, 403, 200",
    "/call/bean/overriding/protect, 401, 403, 200",
    "/call/ejb/protected,          401, 403, 200",
    "/call/ejb/admins,             401, 403, 200",
    "/call/ejb/nobodys,            401, 403, 403",
    "/call/ejb/nobodys/open,       200, 200, 200",
    "/call/ejb/everybodys,         200, 200, 200",
    "/call/ejb/personal,           401, 200, 200",
    "/call/ejb/overriding/roles,   401, 403, 200",
    "/call/ejb/overriding/open,    200, 200, 200",
    "/call/ejb/methods/roles,      401, 403, 200",
    "/call/interface,              401, 403, 200",
    "/call/interface/roles,        401, 403, 200",
    "/call/interface/protect,      401, 403, 200",
    "/call/interface/default,      401, 403, 200",
    "/call/interface/local,        401, 403, 200",
    "/rest/reader,                 401, 403, 200",
    "/rest/inherited,              401, 403, 200",
    "/rest/overriding,             401, 403, 200",
    "/rest/overriding/protect,     401, 403, 200",
    "/rest/overriding/open,        200, 200, 200",
    "/rest/extending,              401, 403, 200",
    "/rest/contract,               401, 403, 200",
    "/rest/contract/protect,       401, 403, 200",
    "/rest/leading/contract,         401, 403, 200",
    "/rest/leading/contract/protect, 401, 403, 200",
    "/rest/again/acme,               401, 200, 200",
    "/rest/again/acme?other=globex,  401, 403, 403",
    "/library,                     401, 403, 200",
    "/service,                     401, 403, 200",
    "/services,                    401, 403, 200",
    "/generic,                     401, 403, 200",
    "/overriding,                  401, 403, 200"
  })
  void whoMay(String path, int nobody, int member, int admin) {
    assertThat(get(path).send().status()).as("nobody").isEqualTo(nobody);
    assertThat(get(path).bearing(CLERK.session(BEN).organization(ACME).token()).send().status())
        .as("a member")
        .isEqualTo(member);
    assertThat(get(path).bearing(CLERK.session(ADA).organization(ACME).token()).send().status())
        .as("an admin")
        .isEqualTo(admin);
  }

  @Test
  @DisplayName("S17 hold where a bean is called by its remote view, which Open Liberty refuses all")
  void remote() {
    if (RUN.server() == Server.LIBERTY) {
      whoMay("/call/interface/remote", 404, 404, 404);
    } else {
      whoMay("/call/interface/remote", 401, 403, 200);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/call/bean/personal", "/call/ejb/personal"})
  @DisplayName("S17 S11 @DenyImpersonated on a superclass refuses who acts in another's name")
  void impersonated(String path) {
    String token = CLERK.session(ADA).impersonatedBy("user_support").token();

    assertThat(get(path).bearing(token).send().status()).isEqualTo(403);
  }

  @Test
  @DisplayName("S17 a servlet that answers any method is judged by its service method")
  void anyMethod() {
    for (String path : new String[] {"/service", "/services", "/generic"}) {
      assertThat(RUN.address().request("LINK", "/inheritance" + path).send().status())
          .as(path)
          .isEqualTo(401);
    }
  }

  private static Wire get(String path) {
    return RUN.address().get("/inheritance" + path);
  }
}
