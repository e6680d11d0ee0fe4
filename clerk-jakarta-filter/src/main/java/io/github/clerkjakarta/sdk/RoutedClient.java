package io.github.clerkjakarta.sdk;

import com.clerk.backend_api.Clerk;
import com.clerk.backend_api.utils.HTTPClient;
import com.clerk.backend_api.utils.RetryConfig;
import io.github.clerkjakarta.internal.backend.ClientCalls;
import io.github.clerkjakarta.internal.backend.Connections;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Supplier;

/**
 * What Clerk's client sends its requests through. Whom a call goes to is found out anew for each.
 */
final class RoutedClient implements HTTPClient {

  private final Supplier<ClientCalls> calls;

  private RoutedClient(Supplier<ClientCalls> calls) {
    this.calls = calls;
  }

  /** Clerk's client, with nothing of its own to call anybody with: its retries last an hour. */
  static Clerk clerk(Supplier<ClientCalls> calls) {
    // It opens HTTP clients that are never used.
    return Connections.outsideOfApplications(
        () ->
            Clerk.builder()
                .client(new RoutedClient(calls))
                .serverURL(ClientCalls.SERVER)
                .retryConfig(RetryConfig.noRetries())
                .build());
  }

  @Override
  public HttpResponse<InputStream> send(HttpRequest request) {
    return calls.get().send(request);
  }
}
