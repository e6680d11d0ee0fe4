package io.github.clerkjakarta.testkit.internal.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What goes wrong on purpose, by path. Safe for use by several threads. */
public final class Faults {

  private final Map<String, Reply> answers = new ConcurrentHashMap<>();
  private final Map<String, Duration> delays = new ConcurrentHashMap<>();

  private volatile Duration slowness = Duration.ZERO;
  private volatile CountDownLatch over = new CountDownLatch(1);

  public void answer(String path, Reply reply) {
    answers.put(path, reply);
  }

  public void delay(String path, Duration delay) {
    delays.put(path, delay);
  }

  /** Lets both of Clerk's APIs answer late; zero for at once. */
  public void slowDown(Duration delay) {
    slowness = delay;
  }

  public Duration slowness() {
    return slowness;
  }

  /** Ends every fault, also for those who wait in one. */
  public void end() {
    answers.clear();
    delays.clear();
    slowness = Duration.ZERO;
    over.countDown();
    over = new CountDownLatch(1);
  }

  /** Waits if the path is to be slow, then returns the answer that replaces the usual one. */
  public Optional<Reply> on(Call call) throws InterruptedException {
    CountDownLatch ending = over;
    Duration delay =
        delays.getOrDefault(call.path(), call.path().startsWith("/v1/") ? slowness : Duration.ZERO);
    if (!delay.isZero()) {
      ending.await(delay.toNanos(), TimeUnit.NANOSECONDS);
    }
    return Optional.ofNullable(answers.get(call.path()));
  }
}
