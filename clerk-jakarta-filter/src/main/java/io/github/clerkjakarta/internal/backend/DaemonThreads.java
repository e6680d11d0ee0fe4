package io.github.clerkjakarta.internal.backend;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that end when idle, keep no JVM alive, and hold nothing of the request that happened to
 * start them: no inherited thread-locals, and this library's class loader as their context.
 */
final class DaemonThreads implements ThreadFactory {

  private static final long IDLE_SECONDS = 5;

  private final String name;
  private final AtomicInteger started = new AtomicInteger();

  private DaemonThreads(String name) {
    this.name = name;
  }

  /** As many threads as there is work, {@code name-1}, {@code name-2}, and so on. */
  static ExecutorService asNeeded(String name) {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        new DaemonThreads(name));
  }

  /** One thread at most. */
  static ExecutorService oneAtMost(String name) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DaemonThreads(name));
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(null, work, name + "-" + started.incrementAndGet(), 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
    return thread;
  }
}
