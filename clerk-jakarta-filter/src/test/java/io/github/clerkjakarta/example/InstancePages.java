package io.github.clerkjakarta.example;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkInstances;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The code of docs/many-instances.md. */
public final class InstancePages extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Auth auth = ClerkFilter.auth(request);
    String instance = auth.instance().orElseThrow();
    response.getWriter().print(auth.userId().orElse("nobody") + " of " + instance);
  }

  static ClerkFilter filter(ClerkOptions acme, ClerkOptions globex) {
    ClerkInstances instances =
        ClerkInstances.builder()
            .instance("acme", acme, "app.acme.example", "www.acme.example")
            .instance("globex", globex, "app.globex.example")
            .build();
    return ClerkFilter.with(instances);
  }
}
