package io.github.clerkjakarta.security.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.clerk.backend_api.Clerk;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.clerkjakarta.security.server.office.OfficeServlet;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.RecordedRequest;
import java.time.Duration;
import org.apache.commons.io.IOUtils;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openapitools.jackson.nullable.JsonNullable;

@OnServer
@DisplayName("An application with Clerk's own client")
class OfficeIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk CLERK = RUN.clerk();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.named("office")
        .libraryOf(Clerk.class)
        .libraryOf(JsonProperty.class)
        .libraryOf(JsonFactory.class)
        .libraryOf(ObjectMapper.class)
        .libraryOf(Jdk8Module.class)
        .libraryOf(JavaTimeModule.class)
        .libraryOf(JsonNullable.class)
        .libraryOf(IOUtils.class)
        .packageOf(OfficeServlet.class)
        .automatic()
        .clerk(CLERK)
        .archive();
  }

  @AfterEach
  void forget() {
    CLERK.reset();
  }

  @Test
  @DisplayName("has it injected, by the keys and addresses of its settings")
  void injected() {
    assertThat(RUN.address().get("/office/office").send().body()).isEqualTo("user_ada user_ben");
    assertThat(RUN.address().request("POST", "/office/office").send().body())
        .isEqualTo("{plan=pro}");
    assertThat(CLERK.requests())
        .filteredOn(request -> request.path().startsWith("/v1/users"))
        .isNotEmpty()
        .allMatch(RecordedRequest::authorized);
  }

  @Test
  @DisplayName("K16 goes on when Clerk puts its calls off")
  void putOff() {
    CLERK.limitRate("/v1/users", Duration.ofSeconds(1));

    assertThat(RUN.address().get("/office/office").send().status()).isEqualTo(500);
    CLERK.reset();
    assertThat(RUN.address().get("/office/office").send().body()).isEqualTo("user_ada user_ben");
  }
}
