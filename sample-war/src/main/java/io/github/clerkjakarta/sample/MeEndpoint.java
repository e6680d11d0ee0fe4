package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells a client with a bearer token who it is. Signed-out clients get 401; web.xml says so. */
@WebServlet("/api/me")
public final class MeEndpoint extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Auth auth = ClerkFilter.auth(request);
    JsonObjectBuilder me = Json.createObjectBuilder();
    auth.userId().ifPresent(id -> me.add("userId", id));
    auth.sessionId().ifPresent(id -> me.add("sessionId", id));
    auth.orgSlug().ifPresent(slug -> me.add("organization", slug));
    auth.orgRole().ifPresent(role -> me.add("role", role));
    me.add("permissions", Json.createArrayBuilder(auth.orgPermissions()));
    response.setContentType("application/json");
    response.getWriter().write(me.build().toString());
  }
}
