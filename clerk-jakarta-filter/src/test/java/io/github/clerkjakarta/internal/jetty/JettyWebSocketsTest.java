package io.github.clerkjakarta.internal.jetty;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.ClerkConfigurationException;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("WebSockets on a server that can't be asked to place them")
class JettyWebSocketsTest {

  @Test
  @DisplayName("D19 fail the deployment where Jetty's filter is there, and say what to do")
  void jettysFilter() {
    for (String name :
        new String[] {
          "org.eclipse.jetty.ee12.websocket.servlet.WebSocketUpgradeFilter",
          "org.eclipse.jetty.websocket.servlet.WebSocketUpgradeFilter"
        }) {
      ServletContext context = contextWith(name);
      assertThatThrownBy(() -> JettyWebSockets.placeBehind("clerk", context))
          .isInstanceOf(ClerkConfigurationException.class)
          .hasMessageContaining("jetty/99")
          .hasMessageContaining("org.eclipse.jetty.websocket.jakarta");
    }
  }

  @Test
  @DisplayName("are nothing of ours where it isn't there")
  void otherFilters() {
    ServletContext context = contextWith("org.apache.tomcat.websocket.server.WsFilter");
    assertThatCode(() -> JettyWebSockets.placeBehind("clerk", context)).doesNotThrowAnyException();
  }

  private static ServletContext contextWith(String filterClass) {
    FilterRegistration filter =
        answering(FilterRegistration.class, (proxy, method, arguments) -> filterClass);
    return answering(
        ServletContext.class,
        (proxy, method, arguments) ->
            method.getName().equals("getServerInfo") ? "jetty/99" : Map.of("upgrade", filter));
  }

  private static <T> T answering(Class<T> type, InvocationHandler answers) {
    return type.cast(
        Proxy.newProxyInstance(
            JettyWebSocketsTest.class.getClassLoader(), new Class<?>[] {type}, answers));
  }
}
