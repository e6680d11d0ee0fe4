package io.github.clerkjakarta.security.server;

import io.github.clerkjakarta.testkit.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One request over a bare socket: what is written is what is sent. */
final class Wire {

  private final int port;
  private final String requestLine;
  private final List<String> headers = new ArrayList<>();
  private String connection = "close";

  Wire(int port, String method, String target) {
    this.port = port;
    this.requestLine = method + " " + target + " HTTP/1.1";
  }

  Wire with(String name, String value) {
    headers.add(name + ": " + value);
    return this;
  }

  /** As a caller with a token of its own. */
  Wire bearing(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** As the browser of a session. */
  Wire browserOf(Session session) {
    return with("Cookie", session.cookieHeader());
  }

  /** As a browser that opens a page. */
  Wire asDocument() {
    return with("Sec-Fetch-Dest", "document").with("Accept", "text/html,*/*;q=0.8");
  }

  /** As a client that wants another protocol. */
  Wire upgradingTo(String protocol) {
    connection = "Upgrade";
    return with("Upgrade", protocol);
  }

  /** As a client that opens a WebSocket (RFC 6455, section 4.1). */
  Wire asWebSocket() {
    return upgradingTo("websocket")
        .with("Sec-WebSocket-Version", "13")
        .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
  }

  Answer send() {
    try (Socket socket = connect()) {
      write(socket);
      return Answer.read(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(requestLine, e);
    }
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(30_000);
    return socket;
  }

  void write(Socket socket) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(requestLine);
    lines.add("Host: localhost:" + port);
    lines.add("Connection: " + connection);
    lines.addAll(headers);
    String head = String.join("\r\n", lines) + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Leaves the connection open for another request. */
  Wire keepAlive() {
    connection = "keep-alive";
    return this;
  }
}
