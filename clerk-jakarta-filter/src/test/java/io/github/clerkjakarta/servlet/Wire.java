package io.github.clerkjakarta.servlet;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One request over a bare socket: what is written is what is sent. */
final class Wire {

  private final int port;
  private String requestLine;
  private final List<String> headers = new ArrayList<>();
  private String host = "app.example";
  private String connection = "close";
  private String body = "";
  private int patience = 10_000;

  Wire(int port, String method, String target) {
    this.port = port;
    this.requestLine = method + " " + target + " HTTP/1.1";
  }

  Wire host(String name) {
    host = name;
    return this;
  }

  /** As HTTP/1.0 allows. */
  Wire withoutHost() {
    requestLine = requestLine.replace("HTTP/1.1", "HTTP/1.0");
    host = "";
    return this;
  }

  Wire with(String name, String value) {
    headers.add(name + ": " + value);
    return this;
  }

  /** As a client that wants another protocol. */
  Wire upgradingTo(String protocol) {
    connection = "close, Upgrade";
    return with("Upgrade", protocol);
  }

  /** As a client that opens a WebSocket (RFC 6455, section 4.1), but for the {@code Upgrade}. */
  Wire openingWebSocket(String connectionOptions) {
    connection = connectionOptions;
    return with("Sec-WebSocket-Version", "13")
        .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
  }

  /** As a browser that opens a page. */
  Wire asDocument() {
    return with("Sec-Fetch-Dest", "document").with("Accept", "text/html,*/*;q=0.8");
  }

  Wire body(String type, String text) {
    body = text;
    return with("Content-Type", type).with("Content-Length", "" + text.length());
  }

  /** As a client that doesn't say before how much it sends. */
  Wire chunkedBody(String text) {
    body = "%x\r\n%s\r\n0\r\n\r\n".formatted(text.length(), text);
    return with("Transfer-Encoding", "chunked");
  }

  /** Gives up after so many milliseconds. */
  Wire within(int millis) {
    patience = millis;
    return this;
  }

  Answer send() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(patience);
      String hostLine = host.isEmpty() ? "" : "\r\nHost: " + host;
      String head = requestLine + hostLine + "\r\nConnection: " + connection + "\r\n";
      String lines = headers.isEmpty() ? "" : String.join("\r\n", headers) + "\r\n";
      byte[] bytes = (head + lines + "\r\n" + body).getBytes(StandardCharsets.ISO_8859_1);
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
      return Answer.parse(
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(requestLine, e);
    }
  }

  /** What came back; the body as sent, chunks taken apart. */
  record Answer(int status, List<String> lines, String body) {

    static Answer parse(String text) throws IOException {
      int end = text.indexOf("\r\n\r\n");
      if (end < 0) {
        throw new EOFException("The answer broke off: " + text);
      }
      List<String> lines = List.of(text.substring(0, end).split("\r\n"));
      Answer answer =
          new Answer(Integer.parseInt(lines.get(0).split(" ")[1]), lines, text.substring(end + 4));
      return answer.first("Transfer-Encoding").filter("chunked"::equals).isPresent()
          ? new Answer(answer.status, lines, dechunked(answer.body))
          : answer;
    }

    private static String dechunked(String chunks) {
      StringBuilder text = new StringBuilder();
      int at = 0;
      while (at < chunks.length()) {
        int line = chunks.indexOf("\r\n", at);
        int length = Integer.parseInt(chunks.substring(at, line).strip(), 16);
        text.append(chunks, line + 2, line + 2 + length);
        at = length == 0 ? chunks.length() : line + 4 + length;
      }
      return text.toString();
    }

    List<String> all(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return lines.stream()
          .skip(1)
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .toList();
    }

    Optional<String> first(String name) {
      return all(name).stream().findFirst();
    }
  }
}
