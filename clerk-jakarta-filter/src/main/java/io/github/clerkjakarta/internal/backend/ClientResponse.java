package io.github.clerkjakarta.internal.backend;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/**
 * An answer as the JDK's HTTP client would give it, to the request that Clerk's own client made.
 */
record ClientResponse(HttpRequest request, Answer answer) implements HttpResponse<InputStream> {

  @Override
  public int statusCode() {
    return answer.status();
  }

  @Override
  public Optional<HttpResponse<InputStream>> previousResponse() {
    return Optional.empty();
  }

  @Override
  public HttpHeaders headers() {
    return answer.httpHeaders();
  }

  @Override
  public InputStream body() {
    return answer.bodyStream();
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return Optional.empty();
  }

  @Override
  public URI uri() {
    return request.uri();
  }

  @Override
  public Version version() {
    return Version.HTTP_1_1;
  }

  /** Says nothing of what was answered. */
  @Override
  public String toString() {
    return request.method() + " " + request.uri().getPath() + " answered " + answer.status();
  }
}
