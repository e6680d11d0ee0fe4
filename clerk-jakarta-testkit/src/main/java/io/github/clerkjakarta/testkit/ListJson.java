package io.github.clerkjakarta.testkit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list, as {@code limit} and {@code offset} ask for it. */
final class ListJson {

  private ListJson() {}

  static <T> Map<String, @Nullable Object> page(
      Call call, List<T> all, Function<T, Map<String, @Nullable Object>> json) {
    return Json.members(
        "data",
        all.stream()
            .skip(number(call, "offset", 0))
            .limit(number(call, "limit", 100))
            .map(json)
            .toList(),
        "total_count",
        all.size());
  }

  private static long number(Call call, String name, long otherwise) {
    return call.parameter(name)
        .filter(value -> value.matches("\\d{1,9}"))
        .map(Long::parseLong)
        .orElse(otherwise);
  }
}
