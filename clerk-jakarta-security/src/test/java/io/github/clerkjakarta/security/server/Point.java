package io.github.clerkjakarta.security.server;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The points where Jakarta EE asks who is calling, each with the one answer that is right. */
enum Point {
  CONSTRAINT("web.xml constraint", "/constraint", Point::guarded),
  SERVLET_SECURITY("`@ServletSecurity`", "/servlet-security", Point::guarded),
  USER_ROLE("`isUserInRole`", "/role", Point::asked),
  USER_PRINCIPAL("`getUserPrincipal`", "/principal", Visitor::callerName),
  CALLER_ROLE("`SecurityContext.isCallerInRole`", "/caller-role", Point::asked),
  WEB_RESOURCE("`SecurityContext.hasAccessToWebResource`", "/web-resource", Point::asked),
  REST_ROLES("REST `@RolesAllowed`", "/rest/roles-allowed", Point::guarded),
  REST_ALL("REST `@PermitAll`", "/rest/permit-all", visitor -> "200"),
  REST_NONE("REST `@DenyAll`", "/rest/deny-all", Point::closed),
  REST_ROLE("REST `SecurityContext.isUserInRole`", "/rest/role", Point::asked),
  REST_PRINCIPAL("REST `getUserPrincipal`", "/rest/principal", Visitor::callerName),
  EJB_ROLES("EJB `@RolesAllowed`", "/ejb", Point::guarded),
  EJB_ROLE("EJB `isCallerInRole`", "/ejb-role", Point::asked),
  EJB_SINGLETON("EJB `@Singleton`", "/singleton", Point::guarded),
  EJB_ASYNCHRONOUS("EJB `@Asynchronous`", "/asynchronous", Point::asked),
  CDI_ROLES("CDI `@RolesAllowed`", "/bean", Point::guarded),
  WEB_SOCKET("WebSocket `getUserPrincipal`", "/websocket", Visitor::callerName),
  WEB_SOCKET_UPGRADE("WebSocket upgrade", "/guarded-websocket", Point::upgraded),
  ASYNC("async servlet `isUserInRole`", "/async", Point::asked);

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
      return WebSocketGreeting.read(run.address(), target, headers(visitor, run));
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

  private static String guarded(Visitor visitor) {
    return switch (visitor.standing()) {
      case UNKNOWN -> "401";
      case WITHOUT_ROLE -> "403";
      case WITH_ROLE -> "200";
    };
  }

  private static String upgraded(Visitor visitor) {
    return visitor.standing() == Standing.WITH_ROLE ? "101" : guarded(visitor);
  }

  private static String closed(Visitor visitor) {
    return visitor.standing() == Standing.UNKNOWN ? "401" : "403";
  }

  private static String asked(Visitor visitor) {
    return "" + (visitor.standing() == Standing.WITH_ROLE);
  }
}
