package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestAuthenticator;
import io.github.clerkjakarta.RequestOptions;
import io.github.clerkjakarta.RequestState;
import java.util.List;
import java.util.Set;

/** Decides as the {@code Staff-…} headers say what the other decides by its {@code Test-…} ones. */
final class StaffAuthenticator implements RequestAuthenticator {

  private final RequestAuthenticator scripted = new ScriptedAuthenticator();

  @Override
  public RequestState authenticate(ClerkRequest request, RequestOptions options) {
    return scripted.authenticate(new Renamed(request), options);
  }

  @Override
  public void close() {
    scripted.close();
  }

  private record Renamed(ClerkRequest request) implements ClerkRequest {

    @Override
    public String method() {
      return request.method();
    }

    @Override
    public String url() {
      return request.url();
    }

    @Override
    public List<String> header(String name) {
      return request.header(
          name.startsWith("test-") ? "staff-" + name.substring("test-".length()) : name);
    }

    @Override
    public Set<String> headerNames() {
      return request.headerNames();
    }
  }
}
