package io.github.clerkjakarta.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumSet;

/** An application that says a policy of its own, where and how requests want it. */
public final class PolicyApplication implements ServletContextListener {

  private static final String HEADER = "Content-Security-Policy";

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    addFilter(
        context,
        "ahead",
        new HttpFilter() {
          @Override
          protected void doFilter(
              HttpServletRequest request, HttpServletResponse response, FilterChain chain)
              throws IOException, ServletException {
            String ahead = request.getHeader("Test-Ahead");
            if (ahead != null && request.getDispatcherType() == DispatcherType.REQUEST) {
              response.setHeader(HEADER, ahead);
            }
            chain.doFilter(request, response);
          }
        });
    addFilter(context, "clerk", ClerkFilter.with(new ScriptedAuthenticator()));
    if (context.getInitParameter("test.second") != null) {
      addFilter(context, "second", ClerkFilter.with(new ScriptedAuthenticator()));
    }
    EdgeApplication.add(context, "/page", PolicyApplication::page);
    EdgeApplication.add(context, "/account", PolicyApplication::page);
    EdgeApplication.add(context, "/silent", (q, s) -> s.getWriter().print("silent"));
    EdgeApplication.add(context, "/reset", PolicyApplication::reset);
    EdgeApplication.add(
        context, "/forward", (q, s) -> q.getRequestDispatcher("/page").forward(q, s));
    EdgeApplication.add(
        context, "/include", (q, s) -> q.getRequestDispatcher("/page").include(q, s));
    EdgeApplication.add(context, "/async", (q, s) -> q.startAsync().dispatch("/page"));
    EdgeApplication.add(context, "/async-wrapped", (q, s) -> q.startAsync(q, s).dispatch("/page"));
    EdgeApplication.add(context, "/async-thread", PolicyApplication::onAnotherThread);
    EdgeApplication.add(context, "/missing", PolicyApplication::missing);
    EdgeApplication.add(context, "/fails", PolicyApplication::fails);
    EdgeApplication.add(context, "/sign-in-here", (q, s) -> ClerkFilter.redirectToSignIn(q, s));
  }

  private static void addFilter(ServletContext context, String name, Filter filter) {
    FilterRegistration.Dynamic registration = context.addFilter(name, filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), true, "/*");
  }

  private static void page(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    say(request, response);
    String cache = request.getHeader("Test-Cache");
    if (cache != null) {
      response.setHeader("Cache-Control", cache);
    }
    response
        .getWriter()
        .print(
            "%s %s %s;"
                .formatted(
                    ClerkFilter.nonce(request).orElse("none"),
                    ClerkFilter.nonce(request).orElse("none"),
                    request.getAttribute("io.github.clerkjakarta.nonce")));
  }

  private static void say(HttpServletRequest request, HttpServletResponse response) {
    String name = request.getHeader("Test-Header");
    for (String said : Collections.list(request.getHeaders("Test-Own"))) {
      String value = said.substring(3).strip();
      if (said.startsWith("set ")) {
        response.setHeader(name == null ? HEADER : name, value);
      } else {
        response.addHeader(name == null ? HEADER : name, value);
      }
    }
  }

  private static void reset(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(HEADER, "img-src https://gone.example");
    response.reset();
    page(request, response);
  }

  private static void missing(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Test-First", ClerkFilter.nonce(request).orElse("none"));
    response.sendError(404);
  }

  private static void fails(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    throw new ServletException("a fault of the application");
  }

  private static void onAnotherThread(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync(request, response);
    async.start(
        () -> {
          try {
            page(
                (HttpServletRequest) async.getRequest(), (HttpServletResponse) async.getResponse());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } finally {
            async.complete();
          }
        });
  }
}
