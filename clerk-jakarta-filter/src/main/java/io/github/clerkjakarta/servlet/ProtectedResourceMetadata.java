package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.PublishableKey;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.servlet.access.Origin;
import io.github.clerkjakarta.servlet.access.ProtectedResource;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells OAuth clients, such as those of the Model Context Protocol, which Clerk instance issues
 * tokens for this application. Map it to {@code /.well-known/oauth-protected-resource/*}, or set
 * {@code clerk.protectedResourceMetadata} to {@code true}; a {@link ClerkFilter} has to see the
 * request. The path is public whatever the rules say, and scripts of any origin may read it.
 *
 * <p>What follows the path is the path of the resource: {@code
 * /.well-known/oauth-protected-resource/mcp} speaks of {@code /mcp}. {@code clerk.scopesSupported},
 * as init-param or like other settings, lists scopes with commas between them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728">RFC 9728: OAuth 2.0 Protected Resource
 *     Metadata</a>
 */
public final class ProtectedResourceMetadata extends HttpServlet {

  static final String SCOPES = "clerk.scopesSupported";

  private static final long serialVersionUID = 1L;
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private String scopes = "";

  /** For the container, or to be registered by the application. */
  public ProtectedResourceMetadata() {}

  @Override
  public void init() throws ServletException {
    scopes =
        Optional.ofNullable(getInitParameter(SCOPES))
            .or(() -> Settings.of(getServletContext()).value(SCOPES))
            .orElse("");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    allowEveryOrigin(response);
    RequestState state = ClerkFilter.state(request);
    Optional<PublishableKey> key = state.settings().publishableKey().flatMap(PublishableKey::parse);
    Optional<Origin> origin = Origin.of(state);
    if (key.isEmpty() || origin.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] json =
        json(origin.get() + resource(request), key.get()).getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }

  /** A browser's question whether a script of another origin may read this: any may. */
  @Override
  protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
    allowEveryOrigin(response);
    response.setHeader("Access-Control-Max-Age", "86400");
    response.setHeader("Allow", "GET, HEAD, OPTIONS");
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private static void allowEveryOrigin(HttpServletResponse response) {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
    response.setHeader("Access-Control-Allow-Headers", "*");
  }

  private static String resource(HttpServletRequest request) {
    String metadata = request.getContextPath() + request.getServletPath();
    String uri = request.getRequestURI();
    String path = uri.startsWith(metadata) ? uri.substring(metadata.length()) : "";
    return request.getContextPath() + ProtectedResource.plain(path);
  }

  private String json(String resource, PublishableKey key) {
    List<String> members = new ArrayList<>();
    members.add("\"resource\":" + quoted(resource));
    members.add(
        "\"authorization_servers\":[" + quoted(ProtectedResource.authorizationServer(key)) + "]");
    members.add("\"bearer_methods_supported\":[\"header\"]");
    if (!scopes.isBlank()) {
      members.add(
          "\"scopes_supported\":"
              + COMMA
                  .splitAsStream(scopes.strip())
                  .map(ProtectedResourceMetadata::quoted)
                  .collect(Collectors.joining(",", "[", "]")));
    }
    return "{" + String.join(",", members) + "}";
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == '"' || character == '\\' || character < ' ' || character > '~') {
        json.append("\\u%04x".formatted((int) character));
      } else {
        json.append(character);
      }
    }
    return json.append('"').toString();
  }
}
