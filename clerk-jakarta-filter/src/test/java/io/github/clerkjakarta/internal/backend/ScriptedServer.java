package io.github.clerkjakarta.internal.backend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A Backend API that does what a test wants, good or bad, on a bare socket. One request per
 * connection, one thread per connection.
 */
public final class ScriptedServer implements AutoCloseable {

  /** What happens once a request was read. The connection is closed afterwards. */
  public interface Script {
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  /** A request as it came in; names of headers in lower case. */
  public record Request(String method, String target, Map<String, String> headers, String body) {}

  private final ServerSocket listening;
  private final String scheme;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread accepting;
  private volatile Script script;

  private ScriptedServer(ServerSocket listening, String scheme, Script script) {
    this.listening = listening;
    this.scheme = scheme;
    this.script = script;
    this.accepting = start("scripted-server", this::accept);
  }

  public static ScriptedServer answering(Script script) {
    try {
      return on(new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1")), "http", script);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static ScriptedServer on(ServerSocket listening, String scheme, Script script) {
    return new ScriptedServer(listening, scheme, script);
  }

  /** A JSON answer. */
  public static Script json(int status, String body, String... headers) {
    return (request, out) -> {
      byte[] bytes = body.getBytes(UTF_8);
      out.write(head(status, "application/json", headers, bytes.length));
      out.write(bytes);
    };
  }

  /** An answer of another type. */
  public static Script text(int status, String type, String body, String... headers) {
    return (request, out) -> {
      byte[] bytes = body.getBytes(UTF_8);
      out.write(head(status, type, headers, bytes.length));
      out.write(bytes);
    };
  }

  /** Nothing is ever answered. */
  Script silence() {
    return (request, out) -> closed.await();
  }

  /** The connection is closed without an answer. */
  public static Script hangUp() {
    return (request, out) -> {};
  }

  /** A script that waits for a latch first. */
  public static Script once(CountDownLatch gate, Script then) {
    return (request, out) -> {
      if (!gate.await(10, TimeUnit.SECONDS)) {
        throw new IOException("the test never opened the gate");
      }
      then.answer(request, out);
    };
  }

  static byte[] head(int status, String type, String[] headers, long length) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
    head.append("Content-Type: ").append(type).append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n\r\n");
    return head.toString().getBytes(ISO_8859_1);
  }

  public void answer(Script next) {
    script = next;
  }

  public String url() {
    return scheme + "://127.0.0.1:" + port();
  }

  int port() {
    return listening.getLocalPort();
  }

  public List<Request> requests() {
    return requests;
  }

  /** Waits until so many requests have come in. */
  public void awaitRequests(int count) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (requests.size() < count) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("only " + requests.size() + " requests came in");
      }
      Thread.sleep(2);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listening.close();
      // the port is refused only once nobody accepts any more
      accepting.join(TimeUnit.SECONDS.toMillis(10));
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket connection = listening.accept();
        connections.add(connection);
        start("scripted-connection", () -> serve(connection));
      } catch (IOException e) {
        // a refused handshake, or closed: the loop's condition tells
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Request request = read(connection.getInputStream());
      Script now = script;
      requests.add(request);
      OutputStream out = connection.getOutputStream();
      now.answer(request, out);
      out.flush();
    } catch (IOException e) {
      // the client went away, which is what some tests are about
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Request read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", 3);
    if (first.length < 3) {
      throw new IOException("no request");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Request(first[0], first[1], headers, new String(in.readNBytes(length), UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
