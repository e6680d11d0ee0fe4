package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.mapping.ClosedBean;
import io.github.clerkjakarta.security.server.mapping.ClosedResource;
import io.github.clerkjakarta.security.server.mapping.DenialMapper;
import io.github.clerkjakarta.security.server.mapping.FailureMapper;
import io.github.clerkjakarta.security.server.mapping.ForbiddenMapper;
import io.github.clerkjakarta.security.server.mapping.NotAuthorizedMapper;
import io.github.clerkjakarta.security.server.mapping.Rest;
import io.github.clerkjakarta.testkit.LocalClerk;
import java.io.IOException;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnServer
@DisplayName("A REST call that is refused")
class RestAnswersIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk CLERK = RUN.clerk();

  @Deployment(name = "denials", testable = false)
  static WebArchive denials() {
    return answering("denials", DenialMapper.class, FailureMapper.class);
  }

  @Deployment(name = "answers", testable = false)
  static WebArchive answers() {
    return answering(
        "answers", NotAuthorizedMapper.class, ForbiddenMapper.class, FailureMapper.class);
  }

  @Deployment(name = "silent", testable = false)
  static WebArchive silent() {
    return answering("silent", FailureMapper.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/rest/closed", "/rest/closed/bean"})
  @DisplayName("is answered by the application's mapper for AccessDeniedException")
  void ownDenial(String path) {
    Answer nobody = get("/denials" + path).send();
    Answer member = get("/denials" + path).bearing(member()).send();

    assertThat(nobody.status()).isEqualTo(418);
    assertThat(nobody.body()).startsWith("Nobody is signed in, and Closed");
    assertThat(member.status()).isEqualTo(418);
    assertThat(member.body()).startsWith("The caller may not call Closed");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/rest/closed", "/rest/closed/bean"})
  @DisplayName("is answered by its mappers for NotAuthorizedException and ForbiddenException")
  void ownAnswers(String path) {
    Answer nobody = get("/answers" + path).send();
    Answer member = get("/answers" + path).bearing(member()).send();

    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.body()).isEqualTo("who are you");
    assertThat(nobody.first("WWW-Authenticate")).hasValueSatisfying(it -> it.startsWith("Bearer"));
    assertThat(member.status()).isEqualTo(403);
    assertThat(member.body()).isEqualTo("not you");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/rest/closed", "/rest/closed/bean"})
  @DisplayName("is no failure to a mapper for everything, and has the same body on every server")
  void noFailure(String path) {
    Answer nobody = get("/silent" + path).send();
    Answer member = get("/silent" + path).bearing(member()).send();

    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.body()).startsWith("dev-browser-missing");
    assertThat(nobody.first("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(member.status()).isEqualTo(403);
    assertThat(member.body()).isEqualTo("Forbidden");
    assertThat(member.first("Content-Type").orElse("")).startsWith("text/plain");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/rest/closed", "/rest/closed/bean"})
  @DisplayName("is a problem document for a client that asks for JSON")
  void problem(String path) {
    Answer nobody = get("/silent" + path).with("Accept", "application/json").send();
    Answer member =
        get("/silent" + path).with("Accept", "application/json").bearing(member()).send();

    assertThat(nobody.first("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(nobody.body())
        .contains("\"title\":\"Unauthorized\"", "\"status\":401", "\"reason\":");
    assertThat(member.first("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(member.body()).contains("\"title\":\"Forbidden\"", "\"status\":403");
  }

  @Test
  @DisplayName("costs no warning when an application is deployed")
  void noWarning() throws IOException {
    assertThat(Files.readString(RUN.server().log())).doesNotContain("RESTEASY002155");
  }

  private static WebArchive answering(String name, Class<?>... mappers) {
    return TestWar.named(name)
        .automatic()
        .classes(Rest.class, ClosedResource.class, ClosedBean.class)
        .classes(mappers)
        .clerk(CLERK)
        .archive();
  }

  private static String member() {
    return CLERK.session(BEN).organization(ACME).token();
  }

  private static Wire get(String path) {
    return RUN.address().get(path);
  }
}
