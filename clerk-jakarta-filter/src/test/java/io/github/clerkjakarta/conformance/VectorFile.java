package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.json.JsonValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file of vectors.
 *
 * @param theme the name of the file without its extension
 * @param vectors the vectors, with references into keys.json resolved
 */
record VectorFile(String theme, List<Vector> vectors) {

  private static final String REFERENCE = "@keys.json#/";

  static VectorFile read(Path file, Map<String, @Nullable Object> keys) {
    String theme = file.getFileName().toString().replaceFirst("\\.json$", "");
    Map<String, @Nullable Object> header = parse(file);
    if (!Values.equal(header.get("format"), 1)) {
      throw new IllegalArgumentException(file + " isn't of format 1");
    }
    List<Vector> vectors =
        Values.objects(header.get("vectors")).stream()
            .map(vector -> new Vector(theme, resolve(vector, keys)))
            .toList();
    if (!Values.equal(header.get("count"), vectors.size())) {
      throw new IllegalArgumentException(file + " doesn't hold as many vectors as it says");
    }
    return new VectorFile(theme, vectors);
  }

  /** The one JSON object in a file. */
  static Map<String, @Nullable Object> parse(Path file) {
    try {
      return Values.object(JsonValues.read(Files.readAllBytes(file)));
    } catch (IOException | JsonSyntaxException e) {
      throw new IllegalArgumentException(file + " can't be read", e);
    }
  }

  private static Map<String, @Nullable Object> resolve(
      Map<String, @Nullable Object> vector, Map<String, @Nullable Object> keys) {
    return Values.object(resolved(vector, keys));
  }

  private static @Nullable Object resolved(
      @Nullable Object value, Map<String, @Nullable Object> keys) {
    if (value instanceof String text && text.startsWith(REFERENCE)) {
      Object found = keys;
      for (String step : text.substring(REFERENCE.length()).split("/")) {
        found = Values.object(found).get(step);
      }
      if (found == null) {
        throw new IllegalArgumentException("No such key: " + text);
      }
      return found;
    }
    if (value instanceof Map<?, ?> map) {
      LinkedHashMap<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, member) -> copy.put((String) name, resolved(member, keys)));
      return copy;
    }
    if (value instanceof List<?> list) {
      ArrayList<@Nullable Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(resolved(element, keys)));
      return copy;
    }
    return value;
  }
}
