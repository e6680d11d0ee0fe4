package io.github.clerkjakarta.internal.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Requests that all come at once, each on a thread of its own. */
public final class Callers<T> {

  /** What the caller of this number does. */
  public interface Work<T> {
    T carryOut(int number) throws Exception;
  }

  private final List<FutureTask<T>> tasks = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private Callers() {}

  public static <T> Callers<T> start(int count, Work<T> work) {
    Callers<T> callers = new Callers<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      FutureTask<T> task = new FutureTask<>(() -> work.carryOut(number));
      Thread thread = new Thread(task, "caller-" + i);
      thread.setDaemon(true);
      callers.tasks.add(task);
      callers.threads.add(thread);
      thread.start();
    }
    return callers;
  }

  /** Waits until so many have their answer. */
  public void awaitAnswered(int answered) throws InterruptedException {
    await(answered, "answered", () -> tasks.stream().filter(FutureTask::isDone).count());
  }

  /** What those have got that are answered already. */
  public List<T> answered() throws Exception {
    List<T> results = new ArrayList<>();
    for (FutureTask<T> task : tasks) {
      if (task.isDone()) {
        results.add(task.get());
      }
    }
    return results;
  }

  /** Waits until so many are waiting for something. */
  void awaitWaiting(int waiting) throws InterruptedException {
    await(
        waiting,
        "waiting",
        () ->
            threads.stream()
                .map(Thread::getState)
                .filter(s -> s == Thread.State.WAITING || s == Thread.State.TIMED_WAITING)
                .count());
  }

  void interrupt() {
    threads.forEach(Thread::interrupt);
  }

  public List<T> results() throws Exception {
    List<T> results = new ArrayList<>();
    for (FutureTask<T> task : tasks) {
      results.add(task.get(10, TimeUnit.SECONDS));
    }
    return results;
  }

  private interface Count {
    long now();
  }

  private static void await(int wanted, String what, Count count) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (count.now() != wanted) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(count.now() + " instead of " + wanted + " are " + what);
      }
      Thread.sleep(5);
    }
  }
}
