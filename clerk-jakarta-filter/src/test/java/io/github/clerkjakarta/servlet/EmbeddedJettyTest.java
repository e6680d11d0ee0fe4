package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Jetty inside an application, with the filter and WebSockets by Jetty's own API")
class EmbeddedJettyTest {

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final ServletContextHandler context = new ServletContextHandler();

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    context.setInitParameter("clerk.rules", "/admin/** = signed-in\n/** = public");
    FilterHolder filter = new FilterHolder(ClerkFilter.with(new ScriptedAuthenticator()));
    context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
    JettyWebSocketServletContainerInitializer.configure(context, null);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  @DisplayName(
      "D19 judges a WebSocket that is added when requests come already, and after a restart")
  void addedLate() throws Exception {
    int listeners = context.getServletHandler().getEventListeners().size();
    judged();
    context.stop();
    context.start();
    judged();
    assertThat(context.getServletHandler().getEventListeners()).hasSize(listeners);
  }

  @Test
  @DisplayName("D26 shows the pages that were set in code, which nobody else can know of")
  void errorPages() {
    Wire refused =
        new Wire(connector.getLocalPort(), "POST", "/admin/x").with("Accept", "text/html");
    assertThat(refused.send().status()).isEqualTo(401);
    assertThat(refused.send().body()).doesNotContain("viewport");
  }

  private void judged() {
    assertThat(wire("/admin/late").send().status()).isEqualTo(401);
    JettyWebSocketServerContainer webSockets =
        JettyWebSocketServerContainer.getContainer(context.getServletContext());
    webSockets.addMapping("/admin/late", (request, response) -> new Closing());
    webSockets.addMapping("/open", (request, response) -> new Closing());
    assertThat(wire("/open").send().status()).isEqualTo(101);
    assertThat(wire("/admin/late").send().status()).isEqualTo(401);
    assertThat(wire("/admin/late").with("Test-State", "signed-in").send().status()).isEqualTo(101);
  }

  private Wire wire(String target) {
    return new Wire(connector.getLocalPort(), "GET", target)
        .openingWebSocket("Upgrade")
        .with("Upgrade", "websocket");
  }

  /** A WebSocket that ends at once. */
  public static final class Closing extends Session.Listener.AbstractAutoDemanding {

    @Override
    public void onWebSocketOpen(Session session) {
      super.onWebSocketOpen(session);
      session.close();
    }
  }
}
