package io.github.clerkjakarta.internal.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.ForwardedHeaders;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The proxy for Clerk's Frontend API")
class DeadlineTest {

  private static final Duration SOON = Duration.ofMillis(500);
  private static final Duration LATER = Duration.ofMinutes(1);

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final ServletContextHandler context = new ServletContextHandler();

  /** Takes connections, and says nothing. */
  private ServerSocket silent;

  @BeforeEach
  void listen() throws IOException {
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    silent.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("U12 gives up on a Clerk that says nothing, when the head of its answer is due")
  void head(boolean async) throws Exception {
    start(LATER, SOON, async);
    assertThat(answer("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 504")
        .contains("proxy_request_failed");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("U12 gives up on a Clerk that says nothing, when all is due")
  void whole(boolean async) throws Exception {
    start(SOON, LATER, async);
    assertThat(
            answer("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1\r\n\r\n1"))
        .startsWith("HTTP/1.1 504");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("U12 gives up on a Clerk that drips, and breaks the answer off")
  void drips(boolean async) throws Exception {
    Thread dripping = new Thread(this::drip);
    dripping.setDaemon(true);
    dripping.start();
    start(SOON.multipliedBy(2), LATER, async);
    assertThat(answer("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200")
        .doesNotContain("\r\n0\r\n");
  }

  private void drip() {
    try (Socket connection = silent.accept()) {
      connection
          .getOutputStream()
          .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes("US-ASCII"));
      for (int i = 0; i < 600; i++) {
        connection.getOutputStream().write("1\r\nx\r\n".getBytes("US-ASCII"));
        Thread.sleep(100);
      }
    } catch (IOException | InterruptedException e) {
      // the proxy has gone
    }
  }

  private void start(Duration whole, Duration head, boolean async) throws Exception {
    FrontendApi api =
        new FrontendApi("http://127.0.0.1:" + silent.getLocalPort(), "sk_live_x", whole, head);
    ServletHolder servlet =
        new ServletHolder(
            new HttpServlet() {
              @Override
              protected void service(HttpServletRequest request, HttpServletResponse response)
                  throws IOException, ServletException {
                new FrontendApiProxy(api, "http://app.example", ForwardedHeaders.TRUSTED)
                    .leaveOn(request);
                Forwarding.serve(request, response);
              }
            });
    servlet.setAsyncSupported(async);
    context.addServlet(servlet, "/*");
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    server.start();
  }

  private String answer(String request) throws IOException {
    try (Socket browser = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
      browser.setSoTimeout(20_000);
      browser.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      StringBuilder text = new StringBuilder();
      InputStream in = browser.getInputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        text.append((char) next);
      }
      return text.toString();
    }
  }
}
