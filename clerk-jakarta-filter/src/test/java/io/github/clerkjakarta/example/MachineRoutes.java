package io.github.clerkjakarta.example;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.servlet.ClerkFilter;
import io.github.clerkjakarta.servlet.access.AccessRules;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The code of docs/machine-tokens.md. */
public final class MachineRoutes extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final AcceptsToken API_KEY = AcceptsToken.only(TokenType.API_KEY);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    switch (request.getPathInfo()) {
      case "/import" -> importInvoices(request, response);
      case "/report" -> report(request, response);
      case "/logged-out" -> {
        request.logout();
        response.getWriter().print(orgOf(request));
      }
      default ->
          response
              .getWriter()
              .print(
                  String.join(
                      " ",
                      orgOf(request),
                      orgOf(request),
                      ClerkFilter.auth(request).orgId().orElse("nobody")));
    }
  }

  static ClerkFilter filter(ClerkOptions options) {
    AcceptsToken keysAndOAuth = AcceptsToken.anyOf(TokenType.API_KEY, TokenType.OAUTH_TOKEN);
    AccessRules rules =
        AccessRules.builder()
            .open("/")
            .signedIn("/account/**")
            .require("/api/**", keysAndOAuth, Requirement.scope("invoices:read"))
            .signedIn(AcceptsToken.only(TokenType.M2M_TOKEN), "/internal/**")
            .build();
    return ClerkFilter.with(options, rules);
  }

  private static void importInvoices(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AcceptsToken accepts = AcceptsToken.only(TokenType.API_KEY);
    if (!ClerkFilter.authenticate(request, response, accepts)) {
      return;
    }
    Auth auth = ClerkFilter.auth(request, accepts);
    response.getWriter().print("imported for " + auth.orgId().orElse("a person"));
  }

  private static void report(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AcceptsToken accepts = AcceptsToken.anyOf(TokenType.SESSION_TOKEN, TokenType.API_KEY);
    String user = ClerkFilter.auth(request, accepts).userId().orElse("nobody");
    response.getWriter().print("report for " + user);
  }

  private static String orgOf(HttpServletRequest request) {
    return ClerkFilter.auth(request, API_KEY).orgId().orElse("nobody");
  }
}
