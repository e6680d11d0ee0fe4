package io.github.clerkjakarta.internal.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, in their order, unmodifiable. Names and values lie in one array: a
 * third of what a linked hash map takes, and as fast to search for as few members as a token's
 * claims are.
 */
final class JsonObject extends AbstractMap<String, @Nullable Object> {

  /** An object with more members is hashed, for whoever sends it would else choose our time. */
  private static final int MOST_MEMBERS = 32;

  private final @Nullable Object[] namesAndValues;

  private JsonObject(@Nullable Object[] namesAndValues) {
    this.namesAndValues = namesAndValues;
  }

  /** These members in their order; the map that holds them is no longer the caller's. */
  static Map<String, @Nullable Object> of(Map<String, @Nullable Object> members) {
    if (members.size() > MOST_MEMBERS) {
      return Collections.unmodifiableMap(members);
    }
    @Nullable Object[] namesAndValues = new @Nullable Object[2 * members.size()];
    int next = 0;
    for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
      namesAndValues[next++] = member.getKey();
      namesAndValues[next++] = member.getValue();
    }
    return new JsonObject(namesAndValues);
  }

  @Override
  public int size() {
    return namesAndValues.length / 2;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return find(name) >= 0;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int found = find(name);
    return found < 0 ? null : namesAndValues[found + 1];
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    return new Members();
  }

  /** The index of a name; -1 when there is no such member. */
  private int find(@Nullable Object name) {
    if (name instanceof String wanted) {
      for (int i = 0; i < namesAndValues.length; i += 2) {
        if (wanted.equals(namesAndValues[i])) {
          return i;
        }
      }
    }
    return -1;
  }

  private final class Members extends AbstractSet<Map.Entry<String, @Nullable Object>> {

    @Override
    public int size() {
      return JsonObject.this.size();
    }

    @Override
    public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < namesAndValues.length;
        }

        @Override
        public Map.Entry<String, @Nullable Object> next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          next += 2;
          return new SimpleImmutableEntry<>(
              String.valueOf(namesAndValues[next - 2]), namesAndValues[next - 1]);
        }
      };
    }
  }
}
