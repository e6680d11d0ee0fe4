package io.github.clerkjakarta.security.server.inheritance;

import io.github.clerkjakarta.security.Protect;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Annotations on what servlets write and inherit. */
public final class Servlets {

  private Servlets() {}

  /** Answers whatever the method. */
  @WebServlet("/service")
  public static class Service extends HttpServlet {

    @Override
    @Protect(role = "org:admin")
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print("read");
    }
  }

  /** Is for everybody who may call both. */
  @WebServlet("/services")
  public static class Services extends Service {

    @Override
    @RolesAllowed("org:invoices:create")
    public void service(ServletRequest request, ServletResponse response)
        throws ServletException, IOException {
      super.service(request, response);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      super.service(request, response);
    }
  }

  /** Knows no HTTP, so that web.xml has to name it. */
  public static class Generic extends GenericServlet {

    @Override
    @RolesAllowed("org:admin")
    public void service(ServletRequest request, ServletResponse response) throws IOException {
      response.getWriter().print("read");
    }
  }

  /** On a method. */
  public abstract static class Guarded extends HttpServlet {

    @Override
    @RolesAllowed("org:admin")
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print("read");
    }
  }

  /** Leaves the annotation out. */
  @WebServlet("/overriding")
  public static class Overriding extends Guarded {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print("read");
    }
  }
}
