package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Organization.GLOBEX;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.protection.Api;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Person;
import io.github.clerkjakarta.testkit.TokenBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnServer
@DisplayName("What an application writes: @Protect, @DenyImpersonated, @RolesAllowed, Auth, @Claim")
class ProtectionIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk CLERK = RUN.clerk();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.named("protection").packageOf(Api.class).clerk(CLERK).archive();
  }

  @ParameterizedTest(name = "{0}: nobody {1}, a member {2}, an admin {3}")
  @DisplayName("D23 S5 S8 S15 D16 who may and who may not, wherever the annotation is")
  @CsvSource({
    "/rest/orgs/acme,            401, 403, 200",
    "/rest/orgs/globex,          401, 403, 403",
    "/rest/pattern/acme,         401, 200, 200",
    "/rest/pattern/globex,       401, 403, 403",
    "/rest/bean/acme/locked,     401, 403, 403",
    "/rest/bean/acme/look,       200, 200, 200",
    "/rest/bean/acme/count,      401, 403, 200",
    "/rest/bean/acme/open?other=acme,   401, 200, 200",
    "/rest/bean/acme/open?other=globex, 401, 403, 403",
    "/rest/ejb/allowed,          401, 403, 200",
    "/rest/ejb/guarded,          401, 403, 200",
    "/rest/ejb/open?other=acme,  401, 200, 200",
    "/rest/ejb/open?other=globex, 401, 403, 403",
    "/rest/several/none,         401, 200, 200",
    "/rest/ledger/acme/entries,         401, 403, 200",
    "/rest/ledger/acme/entries/roles,   401, 403, 200",
    "/rest/ledger/acme/entries/protect, 401, 403, 200",
    "/rest/ledger/globex/entries/protect, 401, 403, 403",
    "/rest/journal/closed/acme,         401, 403, 200",
    "/rest/journal/open/acme,           200, 200, 200",
    "/rest/journal/open/acme/roles,     401, 403, 200",
    "/rest/journal/open/acme/protect,   401, 200, 200",
    "/rest/journal/open/globex/protect, 401, 403, 403",
    "/vault/acme,                401, 403, 200",
    "/vault/acme/1,              401, 403, 200",
    "/vault/globex,              401, 403, 403",
    "/vault,                     401, 403, 403",
    "/part,                      401, 403, 200",
    "/some.part,                 401, 403, 200",
    "/to/forward/vault/acme,     401, 403, 200",
    "/to/forward-named/part,     401, 403, 200",
    "/to/include-named/part,     401, 403, 200",
    "/to/forward/some.part,      401, 403, 200",
    "/to/async/vault/acme,       401, 403, 200",
    "/to/include/vault/acme,     401, 403, 200",
    "/to/include/vault/globex,   401, 403, 403",
    "/to/include/vault,          401, 403, 403",
    "/to/include/part,           401, 403, 200",
    "/to/include/some.part,      401, 403, 200",
    "/to/include/,               401, 403, 200",
    "/to/include/by.default/for, 401, 403, 200",
    "/to/include/to/include/vault/acme, 401, 403, 200",
    "/to/forward/to/include/vault/acme, 401, 403, 200",
    "/to/async/to/include/vault/acme,   401, 403, 200",
    "/to/forward/beans/count,    401, 403, 200",
    "/to/include/beans/count,    401, 403, 200",
    "/to/forward/beans/allowed,  401, 403, 200",
    "/beans/count,               401, 403, 200",
    "/beans/allowed,             401, 403, 200"
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

  @ParameterizedTest(name = "{0} of {1} with features {2} and plans {3}: {4}")
  @DisplayName("S8 of several things that @Protect asks for, none may be missing")
  @CsvSource(
      nullValues = "null",
      value = {
        "user_ada, acme, 'o:invoices,u:reports', u:pro, 200",
        "user_ada, acme, 'o:invoices,u:reports', u:other, 403",
        "user_ada, acme, 'o:invoices,u:reports', null, 403",
        "user_ada, acme, 'o:invoices,u:other', u:pro, 403",
        "user_ada, acme, o:invoices, u:pro, 403",
        "user_ada, acme, u:reports, u:pro, 403",
        "user_ada, acme, null, u:pro, 403",
        "user_ada, globex, 'o:invoices,u:reports', u:pro, 403",
        "user_ben, acme, 'o:invoices,u:reports', u:pro, 403"
      })
  void several(
      String person,
      String organization,
      @Nullable String features,
      @Nullable String plans,
      int status) {
    TokenBuilder token =
        CLERK
            .session(person.equals(ADA.id()) ? ADA : BEN)
            .organization(organization.equals(ACME.slug()) ? ACME : GLOBEX)
            .tokenBuilder()
            .claim("fea", features)
            .claim("pla", plans);

    assertThat(get("/rest/several").bearing(token.token()).send().status()).isEqualTo(status);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"/rest/orgs/acme", "/rest/bean/a/count", "/rest/ejb/allowed", "/vault/acme"})
  @DisplayName(
      "a browser that opens a page is sent to sign in, all others are told what is missing")
  void challenges(String path) {
    Answer page = get(path).asDocument().send();
    Answer other = get(path).send();

    assertThat(page.status()).isIn(302, 307);
    assertThat(other.status()).isEqualTo(401);
    assertThat(other.first("WWW-Authenticate")).hasValueSatisfying(it -> it.startsWith("Bearer"));
    assertThat(other.all("Cache-Control")).anyMatch(it -> it.contains("no-store"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/rest/recent", "/rest/ejb/recent", "/beans/recent"})
  @DisplayName("S9 an old proof of identity: 403 with the body that ClerkJS understands")
  void reverification(String path) {
    Answer old = get(path).bearing(verified(11)).send();
    Answer recent = get(path).bearing(verified(5)).send();

    assertThat(old.status()).isEqualTo(403);
    assertThat(old.first("Content-Type").orElse("")).startsWith("application/json");
    assertThat(old.body())
        .isEqualTo(
            "{\"clerk_error\":{\"type\":\"forbidden\",\"reason\":\"reverification-error\","
                + "\"metadata\":{\"reverification\":\"strict\"}}}");
    assertThat(recent.body()).endsWith("recent");
  }

  @ParameterizedTest(name = "fva {0}")
  @MethodSource("noProofs")
  @DisplayName("S9 what isn't two ages in minutes proves nothing")
  void noProof(@Nullable Object ages) {
    TokenBuilder token = CLERK.session(ADA).organization(ACME).tokenBuilder();

    Answer answer = get("/rest/recent").bearing(token.claim("fva", ages).token()).send();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("\"reason\":\"reverification-error\"");
  }

  static Stream<Arguments> noProofs() {
    return Stream.of(
            null,
            5,
            "5,5",
            List.of(),
            List.of(5),
            List.of(5, 5, 5),
            List.of("5", "5"),
            List.of(-1, -1),
            Arrays.asList(null, null))
        .map(Arguments::of);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/rest/personal", "/rest/bean/acme/sign"})
  @DisplayName("S11 @DenyImpersonated refuses who acts in another's name")
  void impersonated(String path) {
    String token = CLERK.session(ADA).impersonatedBy("user_support").token();

    assertThat(get(path).bearing(token).send().status()).isEqualTo(403);
    assertThat(get(path).bearing(CLERK.sessionToken(ADA)).send().status()).isEqualTo(200);
  }

  @Test
  @DisplayName("a method of a servlet has its own annotation")
  void servletMethod() {
    Wire put = RUN.address().request("PUT", "/protection/vault/globex");

    assertThat(put.send().body()).isEqualTo("put");
  }

  @Test
  @DisplayName("OPTIONS and the description of a resource are nobody's secret")
  void options() {
    Wire options = RUN.address().request("OPTIONS", "/protection/rest/orgs/acme");

    assertThat(options.send().status()).isIn(200, 204);
  }

  @Test
  @DisplayName("D17 one bean for all callers, two of them at once: each sees its own Auth")
  void together() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(2);
    List<Future<String>> answers = new ArrayList<>();
    for (Person person : List.of(ADA, BEN)) {
      answers.add(
          callers.submit(
              () -> get("/beans/together").bearing(CLERK.sessionToken(person)).send().body()));
    }
    callers.shutdown();

    assertThat(answers.get(0).get()).isEqualTo("before user_ada user_ada");
    assertThat(answers.get(1).get()).isEqualTo("before user_ben user_ben");
  }

  @Test
  @DisplayName("D7 after logout() injected Auth says nobody")
  void logout() {
    String token = CLERK.sessionToken(ADA);

    assertThat(get("/beans/logout").bearing(token).send().body())
        .isEqualTo("before user_ada nobody nobody");
    assertThat(get("/beans/caller").bearing(token).send().body())
        .isEqualTo("before user_ada user_ada");
  }

  @Test
  @DisplayName("@Claim reads a claim of the caller's token")
  void claim() {
    String token = CLERK.session(ADA).tokenBuilder().claim("email", "ada@example.com").token();

    assertThat(get("/rest/email").bearing(token).send().body()).isEqualTo("ada@example.com");
    assertThat(get("/rest/email").send().body()).isEqualTo("none");
  }

  @Test
  @DisplayName("D10 in an asynchronous method of an EJB, Auth says that there is no request")
  void asynchronousAuth() {
    assertThat(get("/courier/caller").bearing(CLERK.sessionToken(ADA)).send().body())
        .startsWith("java.lang.IllegalStateException: There is no request here, so nobody can be");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"guarded", "personal"})
  @DisplayName("D16 an asynchronous method of an EJB with @Protect runs for nobody")
  void asynchronousProtect(String method) {
    String refusal =
        "io.github.clerkjakarta.security.AccessDeniedException: Courier."
            + method
            + " needs a caller, and there is no request here that has one.";

    assertThat(get("/courier/" + method).send().body()).isEqualTo(refusal);
    assertThat(get("/courier/" + method).bearing(CLERK.sessionToken(ADA)).send().body())
        .isEqualTo(refusal);
  }

  @Test
  @DisplayName("S5 an asynchronous method of an EJB with @RolesAllowed runs for who may")
  void asynchronousRoles() {
    String token = CLERK.session(ADA).organization(ACME).token();

    assertThat(get("/courier/allowed").bearing(token).send().body()).isEqualTo("allowed");
  }

  private static Wire get(String path) {
    return RUN.address().get("/protection" + path);
  }

  private static String verified(int minutesAgo) {
    return CLERK
        .session(ADA)
        .organization(ACME)
        .tokenBuilder()
        .claim("fva", List.of(minutesAgo, minutesAgo))
        .token();
  }
}
