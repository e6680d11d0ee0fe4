package io.github.clerkjakarta.example;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.servlet.ClerkFilter;
import io.github.clerkjakarta.servlet.access.AccessRules;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** The code of docs/organizations.md. */
public final class OrganizationPages extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Auth auth = ClerkFilter.auth(request);
    String organization = auth.orgSlug().orElseThrow();
    response.getWriter().println("Invoices of " + organization);
  }

  static ClerkFilter filter() {
    ClerkOptions options =
        ClerkOptions.builder()
            .organizationPatterns(List.of("/orgs/:slug", "/orgs/:slug/(.*)"))
            .personalAccountPatterns(List.of("/me", "/me/(.*)"))
            .build();
    Requirement member = Requirement.organization("{slug}");
    AccessRules rules =
        AccessRules.builder()
            .open("/")
            .signedIn("/me/**")
            .require("/orgs/{slug}/**", member)
            .require("/orgs/{slug}/members/**", member.and(Requirement.role("org:admin")))
            .build();
    return ClerkFilter.with(options, rules);
  }

  static String choosing(HttpServletRequest request) {
    Auth auth = ClerkFilter.auth(request);
    String asked = request.getPathInfo().substring(1);
    return auth.has(Requirement.organization(asked)) ? "invoices of " + asked : "not yours";
  }
}
