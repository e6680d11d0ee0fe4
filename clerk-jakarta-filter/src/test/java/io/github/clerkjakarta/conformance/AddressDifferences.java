package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.conformance.Differences.Situation;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Differences about the address that a request was made to. All that doesn't depend on it is as
 * upstream answers; where the address itself is answered, it is the one that counts here. Only
 * where the address decides otherwise is the engine asked what it answers without a proxy.
 */
final class AddressDifferences {

  private AddressDifferences() {}

  /** The host that the container says, without a port, leaves the container's port. */
  static Optional<Map<String, @Nullable Object>> containersPort(Situation situation) {
    return RequestAddress.of(situation.call())
        .filter(RequestAddress::keepsContainersPort)
        .map(address -> answer(situation, address));
  }

  /** A forwarded host that is more than a host isn't believed. */
  static Optional<Map<String, @Nullable Object>> forwardedHost(Situation situation) {
    return RequestAddress.of(situation.call())
        .filter(RequestAddress::hasOddHost)
        .map(address -> answer(situation, address));
  }

  /** A forwarded protocol other than http and https isn't believed. */
  static Optional<Map<String, @Nullable Object>> forwardedProto(Situation situation) {
    return RequestAddress.of(situation.call())
        .filter(RequestAddress::hasOddScheme)
        .map(address -> answer(situation, address));
  }

  /** A path with two slashes in front is a path, and no address of another host. */
  static Optional<Map<String, @Nullable Object>> hostInPath(Situation situation) {
    return RequestAddress.of(situation.call())
        .filter(RequestAddress::namesHostInPath)
        .map(address -> answer(situation, address));
  }

  private static Map<String, @Nullable Object> answer(Situation situation, RequestAddress address) {
    Map<String, @Nullable Object> upstreams = moved(situation.call(), address.here());
    if (!isDecidedByAddress(situation.call(), address)) {
      return upstreams;
    }
    Map<String, @Nullable Object> own = ownAnswerAt(situation, address);
    boolean decidedAlike =
        Stream.of("status", "reason")
            .allMatch(member -> Values.equal(own.get(member), upstreams.get(member)));
    return decidedAlike ? upstreams : own;
  }

  /** Whether a referrer, a sign-in page or a pattern is held against the address. */
  private static boolean isDecidedByAddress(Vector.Call call, RequestAddress address) {
    boolean satellite = Boolean.TRUE.equals(call.options().get("isSatellite"));
    boolean byOrigin =
        Stream.of(
                call.header("referer"),
                satellite ? Values.optionalString(call.options(), "signInUrl").orElse("") : "")
            .map(WebUrl::parse)
            .anyMatch(url -> url != null && address.origins().contains(url.origin()));
    return byOrigin
        || (address.namesHostInPath() && call.options().get("organizationSyncOptions") != null);
  }

  /** Upstream's answer, with this project's address wherever upstream has the request's. */
  private static Map<String, @Nullable Object> moved(Vector.Call call, WebUrl here) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>(call.expected());
    boolean handshake = Values.equal(answer.get("status"), "handshake");
    Map<String, @Nullable Object> location = Values.object(answer, "location");
    Map<String, @Nullable Object> inner = Values.object(location, "inner");
    String page = here.origin() + here.pathname();
    if (!handshake && !location.isEmpty()) {
      answer.put("location", Values.with(location, "url", page));
    } else if (!inner.isEmpty()
        && !Values.equal(answer.get("reason"), "primary-responds-to-syncing")) {
      answer.put("location", Values.with(location, "inner", Values.with(inner, "url", page)));
    }
    Values.optionalString(call.options(), "proxyUrl")
        .filter(proxyUrl -> proxyUrl.startsWith("/"))
        .ifPresent(proxyUrl -> moveProxy(answer, proxyUrl, here.origin()));
    answer.put(
        "backendCalls",
        Values.objects(answer.get("backendCalls")).stream()
            .map(made -> withBody(made, "request_origin", here.origin()))
            .toList());
    return answer;
  }

  /** A proxy below the request's own origin is where that origin is. */
  private static void moveProxy(
      Map<String, @Nullable Object> answer, String proxyUrl, String origin) {
    Map<String, @Nullable Object> carried = Values.object(answer, "carried");
    String upstreams = Values.optionalString(carried, "proxyUrl").orElse("");
    if (!upstreams.endsWith(proxyUrl)) {
      return;
    }
    answer.put("carried", Values.with(carried, "proxyUrl", origin + proxyUrl));
    Map<String, @Nullable Object> location = Values.object(answer, "location");
    String before = upstreams.substring(0, upstreams.length() - proxyUrl.length()) + "/";
    Values.optionalString(location, "url")
        .filter(url -> url.startsWith(before))
        .map(url -> origin + url.substring(before.length() - 1))
        .ifPresent(url -> answer.put("location", Values.with(location, "url", url)));
  }

  /** Our own answer to a request that was made to this address without a proxy. */
  private static Map<String, @Nullable Object> ownAnswerAt(
      Situation situation, RequestAddress address) {
    Vector.Call call = situation.call();
    Map<String, @Nullable Object> headers =
        new LinkedHashMap<>(Values.object(call.request(), "headers"));
    Map<String, @Nullable Object> forwarded = new LinkedHashMap<>();
    headers.forEach(
        (name, value) -> {
          if (name.matches("(?i)x-forwarded-host|x-forwarded-proto|host")) {
            forwarded.put(name, value);
          }
        });
    headers.keySet().removeAll(forwarded.keySet());
    Map<String, @Nullable Object> request =
        Values.with(Values.with(call.request(), "headers", headers), "url", address.here().href());
    Map<String, @Nullable Object> described =
        StateComparison.describe(situation.replay().outcome(call.requesting(request)));
    return Values.with(
        described,
        "backendCalls",
        Values.objects(described.get("backendCalls")).stream()
            .map(made -> withHeaders(made, forwarded))
            .toList());
  }

  /** A refresh hands on the headers of the request, those of the proxy among them. */
  private static Map<String, @Nullable Object> withHeaders(
      Map<String, @Nullable Object> made, Map<String, @Nullable Object> forwarded) {
    if (!(made.get("body") instanceof Map<?, ?> body && body.get("request_headers") != null)) {
      return made;
    }
    Map<String, @Nullable Object> handedOn =
        new LinkedHashMap<>(Values.object(Values.object(body), "request_headers"));
    forwarded.forEach(
        (name, value) ->
            handedOn.put(name.toLowerCase(Locale.ROOT), List.of(String.valueOf(value))));
    return withBody(made, "request_headers", handedOn);
  }

  private static Map<String, @Nullable Object> withBody(
      Map<String, @Nullable Object> made, String name, Object value) {
    return made.get("body") instanceof Map<?, ?> body && body.containsKey(name)
        ? Values.with(made, "body", Values.with(Values.object(body), name, value))
        : made;
  }
}
