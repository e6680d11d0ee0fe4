package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.RedirectOptions;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;

/** An application behind the filter, whose authenticator does what requests say. */
public final class EdgeApplication implements ServletContextListener {

  private static final String RAN = "test.ran.";

  /** Something a servlet does. */
  interface Action {
    void run(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    addFilter(context, "before", new TamperingFilter());
    addFilter(context, "clerk", ClerkFilter.with(new ScriptedAuthenticator()));
    add(context, "/who", EdgeApplication::who);
    add(context, "/admin/*", EdgeApplication::who);
    add(context, "/public/*", EdgeApplication::who);
    add(context, "/public/silent", (q, s) -> s.getWriter().print("silent"));
    add(context, "/forward", (q, s) -> q.getRequestDispatcher("/who").forward(q, s));
    add(context, "/forward-to-admin", (q, s) -> q.getRequestDispatcher("/admin/x").forward(q, s));
    add(context, "/include", (q, s) -> q.getRequestDispatcher("/who").include(q, s));
    add(context, "/async", (q, s) -> q.startAsync().dispatch("/who"));
    add(context, "/async-wrapped", (q, s) -> q.startAsync(q, s).dispatch("/who"));
    add(context, "/async-thread", EdgeApplication::onAnotherThread);
    add(context, "/error", (q, s) -> s.sendError(404));
    add(context, "/admin/fails", EdgeApplication::fails);
    add(context, "/admin/error", (q, s) -> s.sendError(404, "a text of the application"));
    add(context, "/admin/commits", EdgeApplication::commits);
    add(context, "/asks", AskingPage::run);
    add(context, "/public/asks", AskingPage::run);
    add(context, "/account/asks", AskingPage::run);
    add(context, "/to-forward", (q, s) -> q.getRequestDispatcher(to(q)).forward(q, s));
    add(context, "/to-include", (q, s) -> q.getRequestDispatcher(to(q)).include(q, s));
    add(context, "/to-async", (q, s) -> q.startAsync().dispatch(to(q)));
    add(context, "/to-async-wrapped", (q, s) -> q.startAsync(q, s).dispatch(to(q)));
    add(context, "/authenticate", (q, s) -> s.getWriter().print(q.authenticate(s)));
    add(context, "/login", EdgeApplication::login);
    add(context, "/logout", EdgeApplication::logout);
    add(context, "/body", EdgeApplication::body);
    add(context, "/form", EdgeApplication::form);
    add(context, "/reset", EdgeApplication::reset);
    add(context, "/own-headers", EdgeApplication::ownHeaders);
    add(context, "/redirects", (q, s) -> s.sendRedirect("/elsewhere"));
    add(context, "/return", EdgeApplication::returns);
    add(context, "/sign-in-here", EdgeApplication::signIn);
    add(context, "/sends-late-to-sign-in", EdgeApplication::signInLate);
    add(context, "/sign-up-here", (q, s) -> ClerkFilter.redirectToSignUp(q, s));
    add(
        context,
        "/forward-to-sign-in",
        (q, s) -> q.getRequestDispatcher("/sign-in-here").forward(q, s));
  }

  private static void addFilter(ServletContext context, String name, Filter filter) {
    FilterRegistration.Dynamic registration = context.addFilter(name, filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), true, "/*");
  }

  static void add(ServletContext context, String path, Action action) {
    Servlet servlet =
        new HttpServlet() {
          @Override
          protected void service(HttpServletRequest request, HttpServletResponse response)
              throws ServletException, IOException {
            remember(request);
            action.run(request, response);
          }
        };
    ServletRegistration.Dynamic registration = context.addServlet(path, servlet);
    registration.setAsyncSupported(true);
    registration.addMapping(path);
  }

  /**
   * Whether a servlet has run for the request of this {@code Test-Id}, in whatever class loader.
   */
  static boolean hasRun(String id) {
    return System.getProperty(RAN + id) != null;
  }

  private static void remember(HttpServletRequest request) {
    String id = request.getHeader("Test-Id");
    if (id != null) {
      System.setProperty(RAN + id, request.getRequestURI());
    }
  }

  private static String to(HttpServletRequest request) {
    return request.getHeader("Test-To");
  }

  private static void fails(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    response.setHeader("X-Own", "leaves");
    throw new ServletException("a text of the application");
  }

  private static void commits(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("X-Own", "leaves");
    response.getWriter().print("a text of the application");
    response.flushBuffer();
  }

  static void who(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String role = request.getHeader("Test-Ask");
    response.setContentType("text/plain");
    response
        .getWriter()
        .print(
            "user=%s principal=%s remote=%s type=%s role=%s dispatch=%s asked=%s session=%s;"
                .formatted(
                    ClerkFilter.auth(request).userId().orElse("nobody"),
                    request.getUserPrincipal() == null ? "" : request.getUserPrincipal().getName(),
                    request.getRemoteUser(),
                    request.getAuthType(),
                    role == null ? "" : request.isUserInRole(role),
                    request.getDispatcherType(),
                    ScriptedAuthenticator.ASKED.get(request.getHeader("Test-Id") + ""),
                    request.getSession(false)));
  }

  private static void onAnotherThread(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync(request, response);
    async.start(
        () -> {
          try {
            who((HttpServletRequest) async.getRequest(), (HttpServletResponse) async.getResponse());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } finally {
            async.complete();
          }
        });
  }

  private static void login(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      request.login("name", "password");
    } catch (ServletException e) {
      response.getWriter().print(e.getMessage());
    }
  }

  private static void logout(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    request.logout();
    who(request, response);
  }

  private static void body(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] bytes = request.getInputStream().readAllBytes();
    response.getWriter().print(new String(bytes, StandardCharsets.UTF_8));
  }

  private static void form(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setCharacterEncoding("UTF-8");
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print("field=" + request.getParameter("field").codePointAt(0));
  }

  private static void reset(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("X-Own", "gone");
    response.reset();
    response.getWriter().print("reset");
  }

  private static void ownHeaders(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.addHeader("Access-Control-Allow-Origin", "https://friend.example");
    response.setHeader("Vary", "Accept");
    response.setHeader("Cache-Control", "public, max-age=60");
    response.setHeader("Set-Cookie", "own=1");
    response.addHeader("Set-Cookie", "own=2");
    response.getWriter().print("own");
  }

  private static void returns(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String asked = request.getHeader("Test-Return");
    response.getWriter().print(ClerkFilter.returnAddress(request, asked).orElse("refused"));
  }

  private static void signInLate(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print("half a page");
    response.flushBuffer();
    ClerkFilter.redirectToSignIn(request, response);
  }

  private static void signIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print("half a page");
    String asked = request.getHeader("Test-Return");
    if (asked == null) {
      ClerkFilter.redirectToSignIn(request, response);
    } else {
      RedirectOptions options =
          RedirectOptions.builder().returnBackUrl(asked).emailAddress("ada@app.example").build();
      ClerkFilter.redirectToSignIn(request, response, options);
    }
  }
}
