package io.github.clerkjakarta.servlet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on a bare socket: what is written is what a proxy sees. One request a connection. */
final class Upstream implements AutoCloseable {

  /** Answers a request whose head has been read. */
  interface Answering {
    void answer(Head head, InputStream in, OutputStream out) throws IOException;
  }

  private final ServerSocket socket;
  private final List<Head> heads = new CopyOnWriteArrayList<>();
  private volatile Answering answering = (head, in, out) -> send(out, "HTTP/1.1 200 OK", "");

  Upstream() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  String address() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Forgets what came, and answers like this from now on. */
  void answers(Answering how) {
    heads.clear();
    answering = how;
  }

  /** Answers so: a status line with headers, and a body behind them. */
  void answers(String head, String body) {
    answers((seen, in, out) -> send(out, head, body));
  }

  /** The heads of the requests that came. */
  List<Head> heads() {
    return heads;
  }

  /** The head of the one request that came. */
  Head head() {
    if (heads.size() != 1) {
      throw new AssertionError("One request should have come; there are " + heads.size());
    }
    return heads.get(0);
  }

  static void send(OutputStream out, String head, String body) throws IOException {
    String text =
        head + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        start(() -> serve(connection));
      } catch (IOException e) {
        // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Head head = Head.read(connection.getInputStream());
      heads.add(head);
      answering.answer(head, connection.getInputStream(), connection.getOutputStream());
      connection.getOutputStream().flush();
      connection.shutdownOutput();
      // What is still on its way must not reset the connection.
      connection.setSoTimeout(200);
      connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // the proxy has gone
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "upstream");
    thread.setDaemon(true);
    thread.start();
  }

  /** The request line and the headers of a request. */
  record Head(List<String> lines) {

    static Head read(InputStream in) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("no request");
        }
        bytes.write(next);
      }
      return new Head(bytes.toString(StandardCharsets.ISO_8859_1).lines().toList());
    }

    /** Method and target. */
    String request() {
      return lines.get(0).replace(" HTTP/1.1", "");
    }

    List<String> all(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return lines.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .toList();
    }

    /** The body behind it. */
    byte[] body(InputStream in) throws IOException {
      if (all("Transfer-Encoding").isEmpty()) {
        return in.readNBytes(all("Content-Length").stream().mapToInt(Integer::parseInt).sum());
      }
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      int length = chunk(in);
      while (length > 0) {
        body.write(in.readNBytes(length));
        in.readNBytes(2);
        length = chunk(in);
      }
      return body.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
      StringBuilder line = new StringBuilder();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new IOException("the body breaks off");
        }
        line.append((char) next);
      }
      return Integer.parseInt(line.toString().strip(), 16);
    }
  }
}
