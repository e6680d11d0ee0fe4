package io.github.clerkjakarta.testkit.internal.http;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An object in a file that a person wrote: what is asked of it, and what nobody asked for. */
public final class JsonMembers {

  private final String where;
  private final Map<String, @Nullable Object> members;
  private final Set<String> unasked;

  private JsonMembers(String where, Map<String, @Nullable Object> members) {
    this.where = where;
    this.members = members;
    this.unasked = new LinkedHashSet<>(members.keySet());
  }

  public static JsonMembers of(String where, @Nullable Object json) {
    if (!(json instanceof Map<?, ?> object)) {
      throw new IllegalArgumentException(where + " must be a JSON object");
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    object.forEach((name, member) -> members.put(String.valueOf(name), member));
    return new JsonMembers(where, members);
  }

  public String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> new IllegalArgumentException(where + " has no \"" + name + "\""));
  }

  public Optional<String> optionalText(String name) {
    Object member = ask(name);
    if (member != null && !(member instanceof String)) {
      throw wrong(name, "a string");
    }
    return Optional.ofNullable((String) member);
  }

  public boolean truth(String name) {
    Object member = ask(name);
    if (member != null && !(member instanceof Boolean)) {
      throw wrong(name, "true or false");
    }
    return Boolean.TRUE.equals(member);
  }

  public List<String> texts(String name) {
    return list(name).stream()
        .map(
            each -> {
              if (!(each instanceof String text)) {
                throw wrong(name, "an array of strings");
              }
              return text;
            })
        .toList();
  }

  /** The members of an object whose names are the file's own. */
  public Map<String, Object> map(String name) {
    Object member = ask(name);
    Map<String, Object> map = new LinkedHashMap<>();
    if (member == null) {
      return map;
    }
    if (!(member instanceof Map<?, ?> object)) {
      throw wrong(name, "an object");
    }
    for (Map.Entry<?, ?> each : object.entrySet()) {
      if (each.getValue() == null) {
        throw wrong(name, "an object without null");
      }
      map.put(String.valueOf(each.getKey()), each.getValue());
    }
    return map;
  }

  public <T> List<T> objects(String name, Function<JsonMembers, T> read) {
    List<?> all = list(name);
    return IntStream.range(0, all.size())
        .mapToObj(i -> read.apply(of(name + "[" + i + "]", all.get(i))))
        .toList();
  }

  /** Refuses a member that nobody asked for, which is a misspelt one. */
  public void end() {
    if (!unasked.isEmpty()) {
      throw new IllegalArgumentException(
          where + " has an unknown \"" + unasked.iterator().next() + "\"");
    }
  }

  private List<?> list(String name) {
    Object member = ask(name);
    if (member == null) {
      return List.of();
    }
    if (!(member instanceof List<?> list)) {
      throw wrong(name, "an array");
    }
    return list;
  }

  private @Nullable Object ask(String name) {
    unasked.remove(name);
    return members.get(name);
  }

  private IllegalArgumentException wrong(String name, String expected) {
    return new IllegalArgumentException("\"" + name + "\" of " + where + " must be " + expected);
  }
}
