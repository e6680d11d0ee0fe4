package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ForwardedHeaders;
import io.github.clerkjakarta.PublishableKey;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.json.JsonValues;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.servlet.ContextAuthentication;
import io.github.clerkjakarta.internal.servlet.ProtectedResource;
import io.github.clerkjakarta.internal.servlet.Settings;
import io.github.clerkjakarta.internal.settings.Setting;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private static final long serialVersionUID = 1L;

  private transient List<String> scopes = List.of();

  /** For the container, or to be registered by the application. */
  public ProtectedResourceMetadata() {}

  /**
   * Reads the scopes.
   *
   * @throws ServletException when an init-param can't be right
   */
  @Override
  public void init() throws ServletException {
    try {
      Settings settings = Settings.of(getServletConfig());
      scopes = settings.get(Setting.SCOPES_SUPPORTED);
    } catch (ClerkConfigurationException e) {
      throw new ServletException(e.getMessage(), e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    allowEveryOrigin(response);
    RequestState state = ContextAuthentication.state(request);
    Optional<PublishableKey> key = state.settings().instanceKey();
    Optional<String> application =
        Optional.ofNullable(IncomingRequest.publicUrl(state))
            .map(url -> url.origin() + IncomingRequest.publicContextPath(state));
    if (state.settings().publicUrl().isEmpty()) {
      varyBy(state.settings().forwardedHeaders(), response);
    }
    if (key.isEmpty() || application.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] json =
        json(application.get() + resource(request), key.get()).getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }

  private static void varyBy(ForwardedHeaders read, HttpServletResponse response) {
    if (read != ForwardedHeaders.IGNORED) {
      response.addHeader("Vary", "X-Forwarded-Host, X-Forwarded-Proto");
    }
    if (read == ForwardedHeaders.WITH_PREFIX) {
      response.addHeader("Vary", "X-Forwarded-Prefix");
    }
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
    return ProtectedResource.plain(path);
  }

  private String json(String resource, PublishableKey key) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("resource", resource);
    metadata.put("authorization_servers", List.of(ProtectedResource.authorizationServer(key)));
    metadata.put("bearer_methods_supported", List.of("header"));
    if (!scopes.isEmpty()) {
      metadata.put("scopes_supported", scopes);
    }
    return JsonValues.write(metadata);
  }
}
