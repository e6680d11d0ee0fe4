package io.github.clerkjakarta.security.server.unattended;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** What came of calls that nobody waits for. */
final class Diary {

  private static final Map<String, String> ENTRIES = new ConcurrentSkipListMap<>();

  private Diary() {}

  static void note(String title, Supplier<String> call) {
    try {
      ENTRIES.put(title, call.get());
    } catch (RuntimeException e) {
      ENTRIES.put(title, e.toString());
    }
  }

  static String read(String title) {
    return ENTRIES.getOrDefault(title, "");
  }
}
