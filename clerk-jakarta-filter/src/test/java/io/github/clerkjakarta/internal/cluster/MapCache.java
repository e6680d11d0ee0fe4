package io.github.clerkjakarta.internal.cluster;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A cache that several nodes of a test have in common, and that can be out of order. */
public final class MapCache implements SharedCache {

  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean down;
  private volatile boolean forgetful;
  private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

  /** From here on no call gets through, or each does again. */
  public void down(boolean isDown) {
    down = isDown;
  }

  /** From here on what was put where nothing was is told as if it hadn't been. */
  public void forgetsAnswers(boolean forgets) {
    forgetful = forgets;
  }

  /** Something that happens just after the next text was read. */
  public void meanwhile(Runnable happens) {
    meanwhile.set(happens);
  }

  /** All texts, to be changed at will. */
  public Map<String, String> texts() {
    return texts;
  }

  /** How often it was called. */
  int calls() {
    return calls.get();
  }

  private Map<String, String> reached() {
    calls.incrementAndGet();
    if (down) {
      throw new IllegalStateException("The cache can't be reached.");
    }
    return texts;
  }

  @Override
  public @Nullable String get(String name) {
    String text = reached().get(name);
    meanwhile.getAndSet(() -> {}).run();
    return text;
  }

  @Override
  public Map<String, String> getAll(Set<String> names) {
    Map<String, String> all = reached();
    return names.stream().filter(all::containsKey).collect(Collectors.toMap(n -> n, all::get));
  }

  @Override
  public void put(String name, String text) {
    reached().put(name, text);
  }

  @Override
  public boolean putIfAbsent(String name, String text) {
    return reached().putIfAbsent(name, text) == null && !forgetful;
  }

  @Override
  public boolean replace(String name, String before, String text) {
    return reached().replace(name, before, text);
  }

  @Override
  public boolean remove(String name, String text) {
    return reached().remove(name, text);
  }

  @Override
  public void close() {
    down = true;
  }
}
