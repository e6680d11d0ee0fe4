package io.github.clerkjakarta.testkit.internal.http;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list, as {@code limit} and {@code offset} ask for it. */
public final class ListJson {

  private ListJson() {}

  public static <T> Map<String, @Nullable Object> page(
      Call call, List<T> all, Function<T, Map<String, @Nullable Object>> json) {
    return Json.members(
        "data", some(call, all, 100).stream().map(json).toList(), "total_count", all.size());
  }

  /**
   * What is on the page, where a list is all that is answered.
   *
   * @param most how many where nobody says
   */
  public static <T> List<T> some(Call call, List<T> all, long most) {
    return all.stream().skip(number(call, "offset", 0)).limit(number(call, "limit", most)).toList();
  }

  private static long number(Call call, String name, long otherwise) {
    return call.parameter(name)
        .filter(value -> value.matches("\\d{1,9}"))
        .map(Long::parseLong)
        .orElse(otherwise);
  }
}
