package io.github.clerkjakarta.testkit.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which method and path is answered by whom: {@code POST /v1/client/sessions/{id}/touch}. */
public final class Routes {

  /** Answers a call; {@code ids} are what stands in the path for {@code {…}}. */
  @FunctionalInterface
  public interface Answer {
    Reply to(Call call, List<String> ids);
  }

  private record Route(String method, Pattern path, Answer answer) {}

  private final List<Route> routes = new ArrayList<>();

  public Routes add(String methodAndPath, Answer answer) {
    int space = methodAndPath.indexOf(' ');
    String path = methodAndPath.substring(space + 1).replaceAll("\\{[^}]+}", "([^/]+)");
    routes.add(new Route(methodAndPath.substring(0, space), Pattern.compile(path), answer));
    return this;
  }

  public Routes add(String methodAndPath, Function<Call, Reply> answer) {
    return add(methodAndPath, (call, ids) -> answer.apply(call));
  }

  public Optional<Reply> answer(Call call) {
    for (Route route : routes) {
      Matcher matcher = route.path().matcher(call.path());
      if (route.method().equals(call.method()) && matcher.matches()) {
        List<String> ids =
            IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList();
        return Optional.of(route.answer().to(call, ids));
      }
    }
    return Optional.empty();
  }
}
