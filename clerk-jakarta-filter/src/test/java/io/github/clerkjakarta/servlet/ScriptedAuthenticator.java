package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestAuthenticator;
import io.github.clerkjakarta.RequestOptions;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.Reverification;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Decides as the request's own {@code Test-…} headers say, and counts how often it is asked. */
final class ScriptedAuthenticator implements RequestAuthenticator {

  static final String DEVELOPMENT = "pk_test_Y2xlcmsuYXBwLmV4YW1wbGUk";
  static final String PRODUCTION = "pk_live_Y2xlcmsuYXBwLmV4YW1wbGUk";

  static final Map<String, Integer> ASKED = new ConcurrentHashMap<>();

  /** The system property that says, across class loaders, that one was closed. */
  static final String CLOSED = "test.authenticator.closed";

  @Override
  public RequestState authenticate(ClerkRequest request, RequestOptions options) {
    header(request, "test-id").ifPresent(id -> ASKED.merge(id, 1, Integer::sum));
    String script = header(request, "test-state").orElse("session-token-and-uat-missing");
    RequestSettings settings = settings(request);
    return switch (script) {
      case "fault" -> throw new IllegalArgumentException("a fault with sk_test_secret in it");
      case "misconfigured" -> throw new ClerkConfigurationException("Set the secret key.");
      case "handshake" -> handshake(request, settings);
      case "url" ->
          signedIn(request, caller(request), Map.of("url", List.of(request.url())), settings);
      case "signed-in" -> signedIn(request, caller(request), Map.of(), settings);
      case "pending" -> pending(request, settings);
      case "healed" -> signedIn(request, caller(request), healed(), settings);
      case "development-return" -> {
        Map<String, List<String>> headers = healed();
        headers.put("location", List.of("http://app.example/page?a=b"));
        headers.put("cache-control", List.of("no-store"));
        yield signedIn(request, caller(request), headers, settings);
      }
      default -> signedOut(request, script, settings);
    };
  }

  @Override
  public void close() {
    System.setProperty(CLOSED, "true");
  }

  private static RequestState signedIn(
      ClerkRequest request, Auth active, Map<String, List<String>> headers, RequestSettings own) {
    String token =
        header(request, "authorization")
            .filter(it -> it.startsWith("Bearer "))
            .map(it -> it.substring(7))
            .orElse("from-cookie");
    return RequestState.about(request, own).headers(headers).signedIn(active, token);
  }

  private static RequestState pending(ClerkRequest request, RequestSettings settings) {
    return RequestState.about(request, settings).signedIn(TestCaller.pending("user_1"), "token");
  }

  private static RequestState signedOut(
      ClerkRequest request, String reason, RequestSettings settings) {
    String message = header(request, "test-message").orElse("").replace("CRLF", "\r\n");
    Map<String, List<String>> headers = debug("signed-out", reason, message);
    if (reason.equals("session-token-missing")) {
      headers.putAll(healed());
    }
    return RequestState.about(request, settings).headers(headers).signedOut(reason, message);
  }

  private static RequestState handshake(ClerkRequest request, RequestSettings settings) {
    Map<String, List<String>> headers = debug("handshake", "session-token-expired", "expired");
    headers.put("location", List.of("https://clerk.app.example/v1/client/handshake?a=b"));
    headers.put("cache-control", List.of("no-store"));
    headers.put(
        "set-cookie",
        List.of(
            "__clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2",
            "__clerk_other=1; Path=/"));
    return RequestState.about(request, settings)
        .headers(headers)
        .handshake("session-token-expired", "expired");
  }

  private static Map<String, List<String>> healed() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("set-cookie", List.of("__session=abc; Path=/", "__client_uat=1; Path=/"));
    headers.put("access-control-allow-origin", List.of("null"));
    headers.put("access-control-allow-credentials", List.of("true"));
    return headers;
  }

  private static Map<String, List<String>> debug(String status, String reason, String message) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("x-clerk-auth-status", List.of(status));
    headers.put("x-clerk-auth-reason", List.of(reason));
    headers.put("x-clerk-auth-message", List.of(message));
    return headers;
  }

  private static Auth caller(ClerkRequest request) {
    Set<Requirement> has = new HashSet<>();
    header(request, "test-role").map(Requirement::role).ifPresent(has::add);
    header(request, "test-permission").map(Requirement::permission).ifPresent(has::add);
    header(request, "test-feature").map(Requirement::feature).ifPresent(has::add);
    header(request, "test-plan").map(Requirement::plan).ifPresent(has::add);
    header(request, "test-fresh")
        .ifPresent(it -> has.add(Requirement.reverification(Reverification.STRICT)));
    return TestCaller.of(header(request, "test-user").orElse("user_1"), has);
  }

  private static RequestSettings settings(ClerkRequest request) {
    ClerkOptions.Builder options = ClerkOptions.builder();
    options.publishableKey(header(request, "test-key").orElse(PRODUCTION));
    header(request, "test-proxy").ifPresent(options::proxyUrl);
    header(request, "test-public").ifPresent(options::publicUrl);
    header(request, "test-sign-in").ifPresent(options::signInUrl);
    header(request, "test-sign-up").ifPresent(options::signUpUrl);
    header(request, "test-force").ifPresent(options::signInForceRedirectUrl);
    header(request, "test-allowed").map(List::of).ifPresent(options::allowedRedirectOrigins);
    options.satellite(header(request, "test-satellite").isPresent());
    return RequestSettings.of(options.build());
  }

  private static Optional<String> header(ClerkRequest request, String name) {
    return request.header(name).stream().findFirst();
  }
}
