package io.github.clerkjakarta.security.server;

import io.github.clerkjakarta.testsupport.Visitor;
import io.github.clerkjakarta.testsupport.WebSocketGreeting;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The points where Jakarta EE asks who is calling, each with the one answer that is right. */
enum Point {
  CONSTRAINT("web.xml constraint", "/constraint", Visitor::guarded),
  SERVLET_SECURITY("`@ServletSecurity`", "/servlet-security", Visitor::guarded),
  USER_ROLE("`isUserInRole`", "/role", Visitor::asked),
  USER_PRINCIPAL("`getUserPrincipal`", "/principal", Visitor::callerName),
  CALLER_ROLE("`SecurityContext.isCallerInRole`", "/caller-role", Visitor::asked),
  WEB_RESOURCE("`SecurityContext.hasAccessToWebResource`", "/web-resource", Visitor::asked),
  REST_ROLES("REST `@RolesAllowed`", "/rest/roles-allowed", Visitor::guarded),
  REST_ALL("REST `@PermitAll`", "/rest/permit-all", visitor -> "200"),
  REST_NONE("REST `@DenyAll`", "/rest/deny-all", Visitor::closed),
  REST_ROLE("REST `SecurityContext.isUserInRole`", "/rest/role", Visitor::asked),
  REST_PRINCIPAL("REST `getUserPrincipal`", "/rest/principal", Visitor::callerName),
  EJB_ROLES("EJB `@RolesAllowed`", "/ejb", Visitor::guarded),
  EJB_ROLE("EJB `isCallerInRole`", "/ejb-role", Visitor::asked),
  EJB_SINGLETON("EJB `@Singleton`", "/singleton", Visitor::guarded),
  EJB_ASYNCHRONOUS("EJB `@Asynchronous`", "/asynchronous", Visitor::asked),
  CDI_ROLES("CDI `@RolesAllowed`", "/bean", Visitor::guarded),
  WEB_SOCKET("WebSocket `getUserPrincipal`", "/websocket", Visitor::callerName),
  WEB_SOCKET_UPGRADE("WebSocket upgrade", "/guarded-websocket", Visitor::upgraded),
  ASYNC("async servlet `isUserInRole`", "/async", Visitor::asked);

  /** Where tests find {@link #cells()}. */
  static final String CELLS = "io.github.clerkjakarta.security.server.Point#cells";

  private final String label;
  private final String path;
  private final Function<Visitor, String> answer;

  Point(String label, String path, Function<Visitor, String> answer) {
    this.label = label;
    this.path = path;
    this.answer = answer;
  }

  /** Every point with every visitor. */
  static Stream<Arguments> cells() {
    return Arrays.stream(values())
        .flatMap(
            point -> Arrays.stream(Visitor.values()).map(visitor -> Arguments.of(point, visitor)));
  }

  /** What the application below a context path answers to a visitor. */
  String ask(String application, Visitor visitor, ServerRun run) {
    String target = application + path;
    if (this == WEB_SOCKET) {
      return WebSocketGreeting.read(run.address().port(), target, headers(visitor, run));
    }
    Wire request = run.address().get(target);
    if (this == WEB_SOCKET_UPGRADE) {
      request.asWebSocket();
    }
    visitor.token(run.clerk()).ifPresent(request::bearing);
    Answer response = request.send();
    return response.status() != 200 || isGate() ? "" + response.status() : response.body();
  }

  private static Map<String, String> headers(Visitor visitor, ServerRun run) {
    return visitor
        .token(run.clerk())
        .map(token -> Map.of("Authorization", "Bearer " + token))
        .orElse(Map.of());
  }

  /** The right answer, on any server. */
  String answerTo(Visitor visitor) {
    return answer.apply(visitor);
  }

  /**
   * Whether the answer is always no, because the server asks a policy that this Java no longer has
   * (JEP 486).
   */
  boolean hasNoPolicy(Server server) {
    return this == WEB_RESOURCE && !server.isGlassFish() && Runtime.version().feature() >= 24;
  }

  /** What is to be answered on this server, on the Java that runs it. */
  String answerTo(Visitor visitor, Server server) {
    return hasNoPolicy(server) ? "false" : answerTo(visitor);
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
