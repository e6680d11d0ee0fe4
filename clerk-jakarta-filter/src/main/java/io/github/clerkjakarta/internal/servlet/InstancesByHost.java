package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.request.PublicAddress;
import io.github.clerkjakarta.internal.token.KeyStatus;
import io.github.clerkjakarta.internal.web.WebUrl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The Clerk instances of an application, by the host of a request. A request for another host is
 * refused, and no instance sees it.
 */
final class InstancesByHost {

  private final List<InstanceFilter> all;
  private final Map<String, InstanceFilter> byHost;
  private final PublicAddress seenAt;

  private InstancesByHost(
      List<InstanceFilter> all, Map<String, InstanceFilter> byHost, PublicAddress seenAt) {
    this.all = List.copyOf(all);
    this.byHost = Map.copyOf(byHost);
    this.seenAt = seenAt;
  }

  /** One instance, whatever the host. */
  static InstancesByHost only(InstanceFilter filter) {
    return new InstancesByHost(List.of(filter), Map.of(), filter.admission().seenAt());
  }

  /**
   * An instance for each host.
   *
   * @param byHost hosts in lower case, with a port or without
   * @param seenAt how a request's own host is found out
   */
  static InstancesByHost of(Map<String, InstanceFilter> byHost, PublicAddress seenAt) {
    return new InstancesByHost(byHost.values().stream().distinct().toList(), byHost, seenAt);
  }

  /**
   * The instance that a request belongs to; one that was decided stays where it was.
   *
   * @throws IllegalStateException when it belongs to none
   */
  InstanceFilter of(HttpServletRequest request) {
    InstanceFilter found = find(request);
    if (found == null) {
      throw new IllegalStateException("The host of this request belongs to no Clerk instance.");
    }
    return found;
  }

  /** Whether a request belongs to none; then it is answered. */
  boolean refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean unknown = find(request) == null;
    if (unknown) {
      all.get(0).refuseHost(request, response);
    }
    return unknown;
  }

  private @Nullable InstanceFilter find(HttpServletRequest request) {
    if (byHost.isEmpty()) {
      return all.get(0);
    }
    for (InstanceFilter filter : all) {
      if (Decision.about(request, filter) != null) {
        return filter;
      }
    }
    IncomingRequest incoming = ServletClerkRequest.read(request, seenAt);
    WebUrl url = incoming.publicUrl(seenAt);
    return url == null ? null : forHost(url);
  }

  /** Whether there are keys, by the name of the instance; the only one has none. */
  Map<String, KeyStatus> keyStatus() {
    Map<String, KeyStatus> status = new TreeMap<>();
    for (InstanceFilter filter : all) {
      filter.keyStatus().ifPresent(found -> status.put(filter.name().orElse(""), found));
    }
    return status;
  }

  /** Gives up threads and connections. */
  void close() {
    all.forEach(InstanceFilter::close);
  }

  private @Nullable InstanceFilter forHost(WebUrl url) {
    InstanceFilter exact = byHost.get(url.hostAndPort());
    return exact == null ? byHost.get(url.host()) : exact;
  }
}
