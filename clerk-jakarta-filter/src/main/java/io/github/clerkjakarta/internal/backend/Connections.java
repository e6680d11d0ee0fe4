package io.github.clerkjakarta.internal.backend;

import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client, opened with the first call and let go of by {@link #close}.
 *
 * <p>Over https the JVM's proxy settings count ({@code https.proxyHost}): the call goes through a
 * tunnel, so that the proxy sees no key. Plain http, which only goes to this machine, uses none.
 */
public final class Connections implements AutoCloseable {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

  private final boolean https;
  private final Version version;
  private final ExecutorService threads;
  private final ReentrantLock opening = new ReentrantLock();
  private @Nullable HttpClient client;
  private boolean closed;

  /**
   * Connections to one host.
   *
   * @param name what its threads are called
   * @param https whether it is spoken to over https
   * @param version which HTTP is offered to it
   */
  public Connections(String name, boolean https, Version version) {
    this.https = https;
    this.version = version;
    this.threads = DaemonThreads.asNeeded(name);
  }

  /**
   * Starts an exchange; cancelling the future ends it.
   *
   * @throws CancellationException when these have been let go of
   */
  public <T> CompletableFuture<HttpResponse<T>> send(HttpRequest request, BodyHandler<T> body) {
    return client().sendAsync(request, body);
  }

  /**
   * Makes an HTTP client. Its own thread inherits the context class loader, which must not be an
   * application's.
   */
  public static <T> T outsideOfApplications(Supplier<T> making) {
    Thread here = Thread.currentThread();
    ClassLoader before = here.getContextClassLoader();
    here.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      return making.get();
    } finally {
      here.setContextClassLoader(before);
    }
  }

  /**
   * Ends what is under way. Before Java 21 an {@code HttpClient} can't be closed: its own thread
   * ends when nothing refers to it any longer.
   */
  @Override
  public void close() {
    HttpClient last;
    opening.lock();
    try {
      closed = true;
      last = client;
      client = null;
    } finally {
      opening.unlock();
    }
    if (last != null) {
      shutDown(last);
    }
    threads.shutdownNow();
  }

  private HttpClient client() {
    opening.lock();
    try {
      if (closed) {
        throw new CancellationException();
      }
      HttpClient open = client;
      if (open == null) {
        open = open();
        client = open;
      }
      return open;
    } finally {
      opening.unlock();
    }
  }

  private HttpClient open() {
    return outsideOfApplications(
        () -> {
          HttpClient.Builder builder =
              HttpClient.newBuilder()
                  .connectTimeout(CONNECT_WITHIN)
                  .followRedirects(Redirect.NEVER)
                  .executor(threads)
                  .version(version);
          return (https ? builder : builder.proxy(HttpClient.Builder.NO_PROXY)).build();
        });
  }

  private static void shutDown(HttpClient client) {
    try {
      HttpClient.class.getMethod("shutdownNow").invoke(client);
    } catch (NoSuchMethodException e) {
      // Java 17 to 20: see close()
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("HttpClient.shutdownNow() failed", e);
    }
  }
}
