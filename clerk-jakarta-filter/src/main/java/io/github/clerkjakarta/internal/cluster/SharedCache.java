package io.github.clerkjakarta.internal.cluster;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts by their names, the same for all nodes. Each call may have to ask another node, and throws
 * a {@link RuntimeException} of the cache's when that can't be done. Texts alone, for a class of
 * ours would be another class after the next deployment. Thread-safe.
 */
public interface SharedCache extends AutoCloseable {

  /** The text by this name; null when there is none. */
  @Nullable String get(String name);

  /** Those of these names that there are. */
  Map<String, String> getAll(Set<String> names);

  /** Sets a text, whatever it was. */
  void put(String name, String text);

  /** Sets a text where there was none; of several at once, one does. */
  boolean putIfAbsent(String name, String text);

  /** Sets a text where it was just this; of several at once, one does. */
  boolean replace(String name, String before, String text);

  /** Removes a text where it is just this. */
  boolean remove(String name, String text);

  /** Ends what belongs to this application alone. */
  @Override
  void close();
}
