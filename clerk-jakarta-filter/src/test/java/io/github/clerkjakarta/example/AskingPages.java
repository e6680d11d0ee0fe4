package io.github.clerkjakarta.example;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.PendingSessions;
import io.github.clerkjakarta.RedirectOptions;
import io.github.clerkjakarta.Redirects;
import io.github.clerkjakarta.RequestAuthenticator;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.Reverification;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The code of docs/api.md. */
public final class AskingPages extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Auth auth = ClerkFilter.auth(request);
    if (!auth.isAuthenticated()) {
      ClerkFilter.redirectToSignIn(request, response);
      return;
    }
    response.getWriter().println("Hello " + auth.userId().orElseThrow());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Auth auth = ClerkFilter.auth(request);
    Requirement mayDelete =
        Requirement.permission("org:invoices:create")
            .and(Requirement.reverification(Reverification.STRICT));
    if (!auth.has(mayDelete)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    response.getWriter().println("deleted");
  }

  /** A page that leads to sign-in, and from there to where a parameter says. */
  public static final class SignIn extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String next = Optional.ofNullable(request.getParameter("next")).orElse("/");
      RedirectOptions options = RedirectOptions.builder().returnBackUrl(next).build();
      ClerkFilter.redirectToSignIn(request, response, options);
    }
  }

  /** A page with a link to sign up, and a greeting for whoever has session tasks to do. */
  public static final class Welcome extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      RequestState state = ClerkFilter.state(request);
      String signUp = Redirects.toSignUp(state);
      Auth person = state.auth(PendingSessions.ALLOWED);
      response.getWriter().println(person.sessionStatus().orElse("nobody") + " " + signUp);
    }
  }

  /** Asks without a servlet container. */
  static Optional<String> userOf(ClerkOptions options, String url, String authorization) {
    Map<String, List<String>> headers = Map.of("Authorization", List.of(authorization));
    try (RequestAuthenticator authenticator = RequestAuthenticator.create(options)) {
      RequestState state = authenticator.authenticate(ClerkRequest.of("GET", url, headers));
      return state.auth().userId();
    }
  }
}
