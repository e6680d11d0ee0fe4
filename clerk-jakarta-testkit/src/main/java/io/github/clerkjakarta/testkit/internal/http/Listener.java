package io.github.clerkjakarta.testkit.internal.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A socket on the loopback interface and the threads behind it. */
public final class Listener implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads;

  /**
   * Takes a port; nobody is answered until {@link #start}.
   *
   * @param port the port, 0 for any free one
   * @throws UncheckedIOException if the port is taken
   */
  public Listener(int port) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + " can't be opened: " + e.getMessage(), e);
    }
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "LocalClerk-" + port());
              thread.setDaemon(true);
              return thread;
            });
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public void start(HttpHandler handler) {
    server.setExecutor(threads);
    server.createContext("/", handler);
    server.start();
  }

  /** Closes the port and waits for its threads to end. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
