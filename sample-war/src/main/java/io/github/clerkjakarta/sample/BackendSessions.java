package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.ClerkOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Sessions at Clerk's Backend API.
 *
 * @see <a href="https://clerk.com/docs/reference/backend-api/tag/sessions">Backend API:
 *     sessions</a>
 */
final class BackendSessions {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final ClerkOptions options;

  BackendSessions(ClerkOptions options) {
    this.options = options;
  }

  /**
   * Ends a session. One that has ended before is no failure.
   *
   * @throws IOException when Clerk can't be reached or refuses
   */
  void revoke(String sessionId) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "%s/%s/sessions/%s/revoke"
                        .formatted(
                            options.apiUrl(),
                            options.apiVersion(),
                            URLEncoder.encode(sessionId, StandardCharsets.UTF_8))))
            .header("Authorization", "Bearer " + options.secretKey().orElseThrow())
            .timeout(ANSWER_WITHIN)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      // a client kept in a static field would keep the application in memory after its undeployment
      HttpClient client = HttpClient.newHttpClient();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200 && status != 404) {
        throw new IOException("Clerk answered " + status + " to the revocation of a session");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while revoking a session", e);
    }
  }
}
