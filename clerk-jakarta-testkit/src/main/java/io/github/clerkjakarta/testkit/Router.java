package io.github.clerkjakarta.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which method and path is answered by whom. */
final class Router {

  private static final Pattern SESSION =
      Pattern.compile("/v1/sessions/([^/]+)(/revoke|/refresh|/tokens)?");
  private static final Pattern TEMPLATE = Pattern.compile("/v1/sessions/([^/]+)/tokens/([^/]+)");
  private static final Pattern CLIENT_TOKEN = Pattern.compile("/v1/client/sessions/([^/]+)/tokens");
  private static final Pattern USER = Pattern.compile("/v1/users/([^/]+)");

  private final BackendApi backend;
  private final ClientApi client;
  private final Map<String, Function<Call, Reply>> open;
  private final Map<String, Function<Call, Reply>> guarded;

  Router(FrontendApi frontend, ClientApi client, BackendApi backend, Pages pages) {
    this.backend = backend;
    this.client = client;
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
            Map.entry("GET /v1/client", client::describe),
            Map.entry("GET /v1/client/handshake", frontend::handshake),
            Map.entry("POST /v1/dev_browser", frontend::devBrowser));
    this.guarded =
        Map.ofEntries(
            Map.entry("GET /v1/jwks", backend::jwks),
            Map.entry("GET /v1/clients/handshake_payload", backend::handshakePayload),
            Map.entry("POST /v1/testing_tokens", backend::testingToken),
            // Clerk's SDKs leave the version out of these; its reference has it.
            Map.entry("POST /api_keys/verify", backend::verifyApiKey),
            Map.entry("POST /v1/api_keys/verify", backend::verifyApiKey),
            Map.entry("POST /m2m_tokens/verify", backend::verifyM2mToken),
            Map.entry("POST /v1/m2m_tokens/verify", backend::verifyM2mToken),
            Map.entry("POST /oauth_applications/access_tokens/verify", backend::verifyOAuthToken),
            Map.entry(
                "POST /v1/oauth_applications/access_tokens/verify", backend::verifyOAuthToken));
  }

  Reply answer(Call call) {
    String route = call.method() + " " + call.path();
    Function<Call, Reply> openAnswer = open.get(route);
    if (openAnswer != null) {
      return openAnswer.apply(call);
    }
    Matcher token = CLIENT_TOKEN.matcher(call.path());
    if (call.method().equals("POST") && token.matches()) {
      return client.token(token.group(1), call);
    }
    return Optional.ofNullable(guarded.get(route))
        .or(() -> session(call))
        .or(() -> template(call))
        .or(() -> user(call))
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
      case "POST/refresh" -> Optional.of(asked -> backend.refresh(id, asked));
      case "POST/tokens" -> Optional.of(ignored -> backend.sessionToken(id));
      default -> Optional.empty();
    };
  }

  private Optional<Function<Call, Reply>> template(Call call) {
    Matcher matcher = TEMPLATE.matcher(call.path());
    return call.method().equals("POST") && matcher.matches()
        ? Optional.of(ignored -> backend.templateToken(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  private Optional<Function<Call, Reply>> user(Call call) {
    Matcher matcher = USER.matcher(call.path());
    return call.method().equals("GET") && matcher.matches()
        ? Optional.of(ignored -> backend.user(matcher.group(1)))
        : Optional.empty();
  }
}
