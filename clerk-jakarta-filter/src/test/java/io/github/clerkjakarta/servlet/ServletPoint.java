package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.servlet.points.AnnotatedServlet;
import io.github.clerkjakarta.servlet.points.CallerServlet;
import io.github.clerkjakarta.servlet.points.ConstrainedServlet;
import io.github.clerkjakarta.servlet.points.GuardedEndpoint;
import io.github.clerkjakarta.servlet.points.PrincipalEndpoint;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testsupport.Visitor;
import io.github.clerkjakarta.testsupport.WebSocketGreeting;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The points where the Servlet API asks who is calling, each with the one right answer. */
enum ServletPoint {
  CONSTRAINT("web.xml constraint", "/constraint", Visitor::guarded),
  SERVLET_SECURITY("`@ServletSecurity`", "/servlet-security", Visitor::guarded),
  USER_ROLE("`isUserInRole`", "/role", Visitor::asked),
  USER_PRINCIPAL("`getUserPrincipal`", "/principal", Visitor::callerName),
  WEB_SOCKET("WebSocket `getUserPrincipal`", "/websocket", Visitor::callerName),
  WEB_SOCKET_UPGRADE("WebSocket upgrade", "/guarded-websocket", Visitor::upgraded),
  ASYNC("async servlet `isUserInRole`", "/async", Visitor::asked);

  private final String label;
  private final String path;
  private final Function<Visitor, String> answer;

  ServletPoint(String label, String path, Function<Visitor, String> answer) {
    this.label = label;
    this.path = path;
    this.answer = answer;
  }

  /** The application that asks at every point. */
  static TestWar application(LocalClerk clerk) {
    return TestWar.of(clerk)
        .classFile(AnnotatedServlet.class)
        .classFile(CallerServlet.class)
        .classFile(ConstrainedServlet.class)
        .classFile(GuardedEndpoint.class)
        .classFile(PrincipalEndpoint.class)
        .constraint("org:admin", "/constraint", "/constraint/*", "/guarded-websocket");
  }

  /** What the application answers to a visitor. */
  String ask(RunningServer server, Visitor visitor, LocalClerk clerk) {
    Optional<String> bearer = visitor.token(clerk).map("Bearer "::concat);
    if (this == WEB_SOCKET) {
      return WebSocketGreeting.read(
          server.port(), path, bearer.map(it -> Map.of("Authorization", it)).orElse(Map.of()));
    }
    Wire request = server.get(path);
    if (this == WEB_SOCKET_UPGRADE) {
      request.openingWebSocket("Upgrade").with("Upgrade", "websocket");
    }
    bearer.ifPresent(it -> request.with("Authorization", it));
    Answer response = request.send();
    return response.status() != 200 || isGate() ? "" + response.status() : response.body();
  }

  /** The right answer, on any server. */
  String answerTo(Visitor visitor) {
    return answer.apply(visitor);
  }

  /** A point that only says whether it lets in; the others say something. */
  private boolean isGate() {
    return answerTo(Visitor.ADMIN).matches("[0-9]{3}");
  }

  @Override
  public String toString() {
    return label;
  }
}
