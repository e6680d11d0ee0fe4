package io.github.clerkjakarta.servlet;

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

/** Two applications of a server that share our classes; one asks the other for parts of a page. */
final class CrossContextApplication {

  private CrossContextApplication() {}

  /** The one at /a, where everything is open. */
  public static final class Asking implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
      ServletContext context = event.getServletContext();
      addFilter(context, ClerkFilter.with(new ScriptedAuthenticator()), "/*", "");
      EdgeApplication.add(context, "/cross", CrossContextApplication::cross);
    }
  }

  /** The one at /b, which needs admins of its own. */
  public static final class Asked implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
      ServletContext context = event.getServletContext();
      ClerkFilter filter = ClerkFilter.with(new StaffAuthenticator());
      String rules = "/shop/** = public; /staff/** = role org:admin";
      addFilter(context, filter, "/shop/*", rules).addMappingForUrlPatterns(ALL, true, "/staff/*");
      EdgeApplication.add(context, "/shop/*", EdgeApplication::who);
      EdgeApplication.add(context, "/staff/*", EdgeApplication::who);
      EdgeApplication.add(context, "/unfiltered", (q, s) -> new WhoServlet().doGet(q, s));
    }
  }

  private static final EnumSet<DispatcherType> ALL = EnumSet.allOf(DispatcherType.class);

  private static FilterRegistration addFilter(
      ServletContext context, ClerkFilter filter, String pattern, String rules) {
    FilterRegistration.Dynamic registration = context.addFilter("clerk", filter);
    registration.setAsyncSupported(true);
    registration.setInitParameter("clerk.rules", rules);
    registration.addMappingForUrlPatterns(ALL, true, pattern);
    return registration;
  }

  private static void cross(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    RequestDispatcher dispatcher =
        request
            .getServletContext()
            .getContext("/b")
            .getRequestDispatcher(request.getHeader("Test-To"));
    if (request.getHeader("Test-How").equals("forward")) {
      dispatcher.forward(request, response);
    } else {
      dispatcher.include(request, response);
      System.setProperty(
          StaffApplication.AFTERWARDS + request.getHeader("Test-Id"), request.getRemoteUser());
    }
  }
}
