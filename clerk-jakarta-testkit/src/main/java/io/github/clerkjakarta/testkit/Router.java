package io.github.clerkjakarta.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which method and path is answered by whom. */
final class Router {

  private static final Pattern SESSION = Pattern.compile("/v1/sessions/([^/]+)(/revoke|/tokens)?");

  private final BackendApi backend;
  private final Map<String, Function<Call, Reply>> open;
  private final Map<String, Function<Call, Reply>> guarded;

  Router(FrontendApi frontend, BackendApi backend, Pages pages) {
    this.backend = backend;
    this.open =
        Map.ofEntries(
            Map.entry("GET /", pages::home),
            Map.entry("GET /sign-in", pages::signIn),
            Map.entry("POST /sign-in", pages::submitSignIn),
            Map.entry("GET /organization", pages::organizationPage),
            Map.entry("POST /organization", pages::submitOrganization),
            Map.entry("GET /sign-out", pages::signOut),
            Map.entry("POST /sign-out", pages::submitSignOut),
            Map.entry("GET /.well-known/jwks.json", frontend::jwks),
            Map.entry("GET /v1/client/handshake", frontend::handshake),
            Map.entry("POST /v1/dev_browser", frontend::devBrowser));
    this.guarded =
        Map.of(
            "GET /v1/jwks", backend::jwks,
            "GET /v1/clients/handshake_payload", backend::handshakePayload,
            "POST /v1/testing_tokens", backend::testingToken);
  }

  Reply answer(Call call) {
    String route = call.method() + " " + call.path();
    Function<Call, Reply> openAnswer = open.get(route);
    if (openAnswer != null) {
      return openAnswer.apply(call);
    }
    return Optional.ofNullable(guarded.get(route))
        .or(() -> session(call))
        .map(answer -> backend.guarded(call, answer))
        .orElseGet(Reply::notFound);
  }

  private Optional<Function<Call, Reply>> session(Call call) {
    Matcher matcher = SESSION.matcher(call.path());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String id = matcher.group(1);
    String action = Optional.ofNullable(matcher.group(2)).orElse("");
    return switch (call.method() + action) {
      case "GET" -> Optional.of(ignored -> backend.session(id));
      case "POST/revoke" -> Optional.of(ignored -> backend.revoke(id));
      case "POST/tokens" -> Optional.of(ignored -> backend.sessionToken(id));
      default -> Optional.empty();
    };
  }
}
