package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.LocalClerkExtension;
import io.github.clerkjakarta.testsupport.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The same answer everywhere, with the filter alone")
class AnswersTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  @ParameterizedTest
  @EnumSource
  @DisplayName("S5 the same answer at every point, to every caller, as docs/servers.md shows it")
  void sameAnswer(TestServer server) throws IOException {
    TestWar war = ServletPoint.application(CLERK.clerk());
    try (RunningServer running = server.deploy(war.unpacked(), "")) {
      List<String> measured = rows((point, visitor) -> point.ask(running, visitor, CLERK.clerk()));

      assertThat(measured).isEqualTo(rows(ServletPoint::answerTo));
      assertThat(Files.readAllLines(Path.of("..", "docs", "servers.md"))).containsAll(measured);
    }
  }

  /** As docs/servers.md has them, among those of servers that have all of Jakarta EE. */
  private static List<String> rows(Cell cell) {
    return Arrays.stream(ServletPoint.values())
        .map(
            point ->
                Arrays.stream(Visitor.values())
                    .map(visitor -> cell.of(point, visitor))
                    .collect(Collectors.joining(" | ", "| " + point + " | ", " |")))
        .toList();
  }

  /** What a visitor is answered at a point. */
  private interface Cell {
    String of(ServletPoint point, Visitor visitor);
  }
}
