package io.github.clerkjakarta.security.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testsupport.Visitor;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OnServer
@DisplayName("The same answer everywhere")
@TestMethodOrder(OrderAnnotation.class)
class AnswersIT {

  static final ServerRun RUN = ServerRun.current();
  static final AnswerTable MEASURED = new AnswerTable();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.invoices("invoices").clerk(RUN.clerk()).archive();
  }

  @Order(1)
  @ParameterizedTest(name = "{0} for {1}")
  @MethodSource(Point.CELLS)
  @DisplayName("S5 the same answer at every point, to every caller, on every server")
  void sameAnswer(Point point, Visitor visitor) {
    String answer = point.ask("/invoices", visitor, RUN);
    // The page has one table for all of Java, and says beside it what one of them hasn't.
    MEASURED.note(
        point, visitor, point.hasNoPolicy(RUN.server()) ? point.answerTo(visitor) : answer);

    assertThat(answer).isEqualTo(point.answerTo(visitor, RUN.server()));
  }

  @Order(2)
  @Test
  @DisplayName("docs/servers.md shows what was measured")
  void documented() {
    assertThat(MEASURED.isComplete()).isTrue();
    assertThat(ServersPage.ofProject().writeTable(MEASURED.markdown()))
        .as("docs/servers.md differed from what was measured, and was written anew: commit it")
        .isFalse();
  }
}
