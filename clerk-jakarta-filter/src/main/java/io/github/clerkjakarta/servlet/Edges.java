package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.servlet.access.Denial;
import io.github.clerkjakarta.servlet.access.Origin;
import io.github.clerkjakarta.servlet.access.ReasonOfOurs;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The edges of an application: one for each Clerk instance, by the host of a request. A request for
 * another host is refused, and no instance sees it.
 */
final class Edges {

  private final List<Edge> all;
  private final Map<String, Edge> byHost;
  private final RequestSettings address;

  private Edges(List<Edge> all, Map<String, Edge> byHost, RequestSettings address) {
    this.all = List.copyOf(all);
    this.byHost = Map.copyOf(byHost);
    this.address = address;
  }

  /** The edge of an application with one instance, whatever the host. */
  static Edges only(Edge edge) {
    return new Edges(List.of(edge), Map.of(), edge.address());
  }

  /**
   * An edge for each host.
   *
   * @param byHost hosts in lower case, with a port or without
   * @param address how a request's own host is found out
   */
  static Edges of(Map<String, Edge> byHost, RequestSettings address) {
    return new Edges(byHost.values().stream().distinct().toList(), byHost, address);
  }

  /**
   * The edge that a request belongs to. One that was decided stays where it was; one for an unknown
   * host is decided here, and any edge will write the refusal.
   */
  Edge of(HttpServletRequest request) {
    if (byHost.isEmpty()) {
      return all.get(0);
    }
    Optional<Decision> earlier = Decision.about(request);
    Optional<Edge> decidedBy = earlier.flatMap(Decision::decidedBy).filter(all::contains);
    if (decidedBy.isPresent()) {
      return decidedBy.get();
    }
    ClerkRequest judged = new ServletClerkRequest(request);
    Optional<Edge> chosen = host(judged).flatMap(this::forHost);
    if (chosen.isEmpty() && earlier.flatMap(Decision::fault).isEmpty()) {
      Decision.refused(ReasonOfOurs.UNKNOWN_HOST, new Denial.UnknownHost(), address, judged)
          .storeIn(request);
    }
    return chosen.orElse(all.get(0));
  }

  /** Gives up threads and connections. */
  void close() {
    all.forEach(Edge::close);
  }

  private Optional<String> host(ClerkRequest judged) {
    return Origin.of(Decision.nobody(ReasonOfOurs.UNKNOWN_HOST, address, judged))
        .map(Origin::authority);
  }

  private Optional<Edge> forHost(String authority) {
    return Optional.ofNullable(byHost.get(authority))
        .or(() -> Optional.ofNullable(byHost.get(withoutPort(authority))));
  }

  private static String withoutPort(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
  }
}
