package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.LocalClerkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The same answer everywhere, with the filter alone")
class AnswersTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  private static final String START = "<!-- measured on Tomcat and Jetty -->\n";
  private static final String END = "\n<!-- end of Tomcat and Jetty -->";

  @ParameterizedTest
  @EnumSource
  @DisplayName("S5 the same answer at every point, to every caller, as docs/servers.md shows it")
  void sameAnswer(TestServer server) throws IOException {
    TestWar war = ServletPoint.application(CLERK.clerk());
    try (RunningServer running = server.deploy(war.unpacked(), "")) {
      String measured = table((point, visitor) -> point.ask(running, visitor, CLERK.clerk()));

      assertThat(measured).isEqualTo(table(ServletPoint::answerTo));
      String page = Files.readString(Path.of("..", "docs", "servers.md"));
      assertThat(page).contains(START + measured + END);
    }
  }

  private static String table(Cell cell) {
    Stream<String> head = Stream.of(row("", Visitor::toString), row("---", visitor -> "---"));
    Stream<String> rows =
        Arrays.stream(ServletPoint.values())
            .map(point -> row(point.toString(), visitor -> cell.of(point, visitor)));
    return Stream.concat(head, rows).collect(Collectors.joining("\n"));
  }

  private static String row(String first, Function<Visitor, String> cell) {
    return Stream.concat(Stream.of(first), Arrays.stream(Visitor.values()).map(cell))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** What a visitor is answered at a point. */
  private interface Cell {
    String of(ServletPoint point, Visitor visitor);
  }
}
