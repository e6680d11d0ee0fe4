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

/** For programs that call with an API key, and for nobody else; web.xml says so. */
@WebServlet("/api/reports")
public final class ReportsEndpoint extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Auth auth = ClerkFilter.auth(request);
    JsonObjectBuilder reports = Json.createObjectBuilder();
    auth.subject().ifPresent(subject -> reports.add("subject", subject));
    reports.add("scopes", Json.createArrayBuilder(auth.scopes()));
    response.setContentType("application/json");
    response.getWriter().write(reports.build().toString());
  }
}
