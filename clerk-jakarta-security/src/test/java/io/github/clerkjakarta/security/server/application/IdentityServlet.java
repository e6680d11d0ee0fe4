package io.github.clerkjakarta.security.server.application;

import io.github.clerkjakarta.Actor;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/** Says who is calling, as every door has it. */
@WebServlet(urlPatterns = "/identity", asyncSupported = true)
public class IdentityServlet extends HttpServlet {

  @Inject private SecurityContext security;
  @EJB private InvoiceEjb ejb;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PrintWriter out = response.getWriter();
    Auth auth = ClerkFilter.auth(request);
    out.println("filter=" + auth.userId().orElse("nobody"));
    out.println("request=" + Callers.name(request.getUserPrincipal()));
    out.println("security=" + Callers.name(security.getCallerPrincipal()));
    out.println("ejb=" + ejb.callerName());
    out.println("actor=" + auth.actor().flatMap(Actor::subject).orElse("none"));
    out.println("session=" + (request.getSession(false) != null));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    doGet(request, response);
  }
}
