package io.github.clerkjakarta.security.server;

import io.github.clerkjakarta.testsupport.Visitor;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a server answered, as docs/servers.md shows it. */
final class AnswerTable {

  private final Map<Point, Map<Visitor, String>> answers = new EnumMap<>(Point.class);

  synchronized void note(Point point, Visitor visitor, String answer) {
    answers.computeIfAbsent(point, it -> new EnumMap<>(Visitor.class)).put(visitor, answer);
  }

  /** Whether every point was asked by every visitor. */
  synchronized boolean isComplete() {
    return answers.values().stream().mapToInt(Map::size).sum()
        == Point.values().length * Visitor.values().length;
  }

  synchronized String markdown() {
    Stream<String> head =
        Stream.of(
            row("", Arrays.stream(Visitor.values()).map(Visitor::toString)),
            row("---", Arrays.stream(Visitor.values()).map(visitor -> "---")));
    Stream<String> rows =
        answers.entrySet().stream()
            .map(point -> row(point.getKey().toString(), point.getValue().values().stream()));
    return Stream.concat(head, rows).collect(Collectors.joining("\n"));
  }

  private static String row(String first, Stream<String> cells) {
    return Stream.concat(Stream.of(first), cells).collect(Collectors.joining(" | ", "| ", " |"));
  }
}
