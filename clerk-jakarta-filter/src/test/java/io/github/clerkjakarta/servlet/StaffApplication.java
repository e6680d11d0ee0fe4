package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.testing.Instances;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;

/**
 * An application with a filter for everybody, and another one for its staff. {@code test.staff}
 * says how they differ: by their instances where it isn't set, else in one option.
 */
public final class StaffApplication implements ServletContextListener {

  static final String AFTERWARDS = "test.afterwards.";

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    String staff = context.getInitParameter("test.staff");
    if (staff == null) {
      addFilter(context, "everybody", ClerkFilter.with(new ScriptedAuthenticator()), "/*", "");
      addFilter(
          context,
          "staff",
          ClerkFilter.with(new StaffAuthenticator()),
          "/staff/*",
          "/staff/open = public; /staff/error = public; /staff/** = role org:admin");
    } else {
      addFilter(context, "everybody", ClerkFilter.with(options().build()), "/*", "");
      addFilter(
          context,
          "staff",
          ClerkFilter.with(stricter(staff)),
          "/staff/*",
          "/staff/open = public; /staff/** = signed-in");
    }
    EdgeApplication.add(context, "/shop/*", EdgeApplication::who);
    EdgeApplication.add(context, "/staff/*", EdgeApplication::who);
    EdgeApplication.add(context, "/staff/around", StaffApplication::around);
    EdgeApplication.add(context, "/staff/forward", StaffApplication::forward);
    EdgeApplication.add(context, "/staff/logout", StaffApplication::logout);
    EdgeApplication.add(context, "/shop/async", (q, s) -> q.startAsync().dispatch("/staff/x"));
    EdgeApplication.add(
        context, "/shop/forward", (q, s) -> dispatcher(q, "/staff/x").forward(q, s));
    EdgeApplication.add(
        context, "/shop/include", (q, s) -> dispatcher(q, "/staff/x").include(q, s));
  }

  private static ClerkOptions.Builder options() {
    // The key to verify with comes from the settings: each class loader makes one of its own.
    return ClerkOptions.builder()
        .publishableKey(Instances.LIVE_KEY)
        .secretKey("sk_live_abcdefghijklmnopqrstuvwxyz")
        .apiUrl("http://127.0.0.1:9");
  }

  private static ClerkOptions stricter(String how) {
    return switch (how) {
      case "parties" -> options().authorizedParties(List.of("https://staff.example")).build();
      case "audience" -> options().audience(List.of("staff")).build();
      case "types" -> options().acceptsToken(AcceptsToken.only(TokenType.API_KEY)).build();
      default -> throw new IllegalArgumentException(how);
    };
  }

  private static void addFilter(
      ServletContext context, String name, ClerkFilter filter, String pattern, String rules) {
    FilterRegistration.Dynamic registration = context.addFilter(name, filter);
    registration.setAsyncSupported(true);
    registration.setInitParameter("clerk.rules", rules);
    registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), true, pattern);
  }

  private static RequestDispatcher dispatcher(HttpServletRequest request, String path) {
    return request.getRequestDispatcher(path);
  }

  private static void around(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    EdgeApplication.who(request, response);
    dispatcher(request, "/shop/x").include(request, response);
    EdgeApplication.who(request, response);
  }

  private static void forward(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    dispatcher(request, "/shop/x").forward(request, response);
    System.setProperty(
        AFTERWARDS + request.getHeader("Test-Id"),
        ClerkFilter.auth(request).userId().orElse("") + " " + request.getRemoteUser());
  }

  private static void logout(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    request.logout();
    around(request, response);
  }
}
