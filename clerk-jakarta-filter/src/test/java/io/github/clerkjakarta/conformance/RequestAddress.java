package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address that a request was made to: what the container says, what a proxy forwards, and which
 * of them this project has to believe.
 */
final class RequestAddress {

  /** What no host has: an end of the host, something before it, or a character beyond ASCII. */
  private static final Pattern NO_HOST = Pattern.compile("(?s).*(?:[@/\\\\?#%]|[^ -~]).*");

  private final WebUrl container;
  private final String host;
  private final String scheme;

  private RequestAddress(WebUrl container, String host, String scheme) {
    this.container = container;
    this.host = host;
    this.scheme = scheme;
  }

  /** The address of a call; empty when its URL isn't one. */
  static Optional<RequestAddress> of(Vector.Call call) {
    WebUrl container = WebUrl.parse(Values.string(call.request(), "url"));
    if (container == null) {
      return Optional.empty();
    }
    String host =
        header(call, "x-forwarded-host")
            .map(RequestAddress::first)
            .or(() -> header(call, "host"))
            .orElse("");
    String scheme =
        header(call, "x-forwarded-proto").map(RequestAddress::first).orElse(container.scheme());
    return Optional.of(new RequestAddress(container, host, scheme));
  }

  /** Whether the host that is forwarded is more than a host and a port. */
  boolean hasOddHost() {
    return NO_HOST.matcher(host).matches();
  }

  /** Whether the protocol that is forwarded is neither http nor https. */
  boolean hasOddScheme() {
    return !scheme.isEmpty() && !scheme.strip().matches("(?i)https?");
  }

  /** Whether the host and protocol are the container's, and only the container says a port. */
  boolean keepsContainersPort() {
    return container.port() >= 0
        && host.strip().equalsIgnoreCase(container.host())
        && scheme.strip().equalsIgnoreCase(container.scheme());
  }

  /** Whether upstream takes the first part of the path for the host. */
  boolean namesHostInPath() {
    return believed() != null && container.pathname().startsWith("//");
  }

  /** The address that this project has to take for the request's: never one from its path. */
  WebUrl here() {
    WebUrl origin = believed();
    WebUrl moved = origin == null ? null : moved(origin.origin());
    return moved == null ? container : moved;
  }

  /** The address that the container says. */
  WebUrl container() {
    return container;
  }

  /** Every origin that may be taken for the request's, here or upstream. */
  Set<String> origins() {
    Set<String> origins = new HashSet<>(List.of(container.origin(), here().origin()));
    WebUrl forwarded = forwarded();
    if (forwarded != null) {
      origins.add(forwarded.origin());
      WebUrl resolved = WebUrl.parse(container.pathname() + container.search(), forwarded);
      if (resolved != null) {
        origins.add(resolved.origin());
      }
    }
    return origins;
  }

  /** The origin that is forwarded; null when the container's counts. */
  private @Nullable WebUrl believed() {
    return hasOddHost() || hasOddScheme() || keepsContainersPort() ? null : forwarded();
  }

  private @Nullable WebUrl forwarded() {
    String origin = (scheme + "://" + host).strip();
    return host.isEmpty() || scheme.isEmpty() || origin.equals(container.origin())
        ? null
        : WebUrl.parse(origin);
  }

  private @Nullable WebUrl moved(String origin) {
    return WebUrl.parse(origin + container.pathname() + container.search());
  }

  private static Optional<String> header(Vector.Call call, String name) {
    return Values.object(call.request(), "headers").entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> String.valueOf(header.getValue()))
        .findFirst();
  }

  private static String first(String list) {
    return list.split(",", 2)[0];
  }
}
