package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.PublishableKey;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where clients learn who issues tokens for a path of this application.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728">RFC 9728: OAuth 2.0 Protected Resource
 *     Metadata</a>
 */
public final class ProtectedResource {

  /** The path of the metadata, below the context path. */
  public static final String METADATA = "/.well-known/oauth-protected-resource";

  private static final Pattern PLAIN_PATH = Pattern.compile("/[A-Za-z0-9._~%!$&'()*+,=:@/-]*");
  private static final Pattern PATH_PARAMETERS = Pattern.compile(";[^/]*");

  private ProtectedResource() {}

  /** Whether a path is one of the metadata, which is public whatever the rules say. */
  static boolean isMetadata(String path) {
    return path.equals(METADATA) || path.startsWith(METADATA + "/");
  }

  /**
   * The URL of the metadata for the path that a request has: this application's, where it serves
   * them, else those of the Clerk instance.
   */
  static Optional<String> metadataOf(HttpServletRequest request, RequestState state) {
    return isServed(request, METADATA + "/*")
        ? Optional.ofNullable(IncomingRequest.publicUrl(state))
            .map(url -> url.origin() + IncomingRequest.publicContextPath(state))
            .map(application -> application + METADATA + resource(request))
        : state.settings().instanceKey().map(key -> authorizationServer(key) + METADATA);
  }

  /** The issuer of OAuth tokens: the Frontend API of the instance. */
  public static String authorizationServer(PublishableKey key) {
    return "https://" + key.frontendApi();
  }

  /**
   * A path that a URL can end with, as it was sent, without path parameters; empty for the root,
   * and for a path that isn't plainly one.
   */
  public static String plain(String rawPath) {
    String path = PATH_PARAMETERS.matcher(rawPath).replaceAll("");
    return path.equals("/") || !PLAIN_PATH.matcher(path).matches() ? "" : path;
  }

  private static String resource(HttpServletRequest request) {
    return plain(request.getRequestURI().substring(request.getContextPath().length()));
  }

  private static boolean isServed(HttpServletRequest request, String pattern) {
    return request.getServletContext().getServletRegistrations().values().stream()
        .anyMatch(servlet -> servlet.getMappings().contains(pattern));
  }
}
