package io.github.clerkjakarta.security.server.wrong;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.github.clerkjakarta.security.Protect;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Stereotype;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Retention;

/** Annotations on what nobody looks at when a call is judged. */
public final class WrongInheritance {

  private WrongInheritance() {}

  /** Says for others what counts on them alone. */
  @Protect(role = "org:admin")
  @Stereotype
  @Retention(RUNTIME)
  public @interface ForAdmins {}

  /** Believes the stereotype. */
  @ForAdmins
  public static class Believing {

    public String read() {
      return "read";
    }
  }

  /** What no bean implements. */
  public interface Loose {

    @Protect(role = "org:admin")
    String read();
  }

  /** Decides by itself what answers. */
  @WebServlet("/secret")
  public static class Deciding extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      doGet(request, response);
    }

    @Override
    @Protect(role = "org:admin")
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print("secret");
    }
  }

  /** Has an annotation on a method that it calls itself. */
  @WebServlet("/secret")
  public static class Helping extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print(secret());
    }

    @RolesAllowed("org:admin")
    String secret() {
      return "secret";
    }
  }
}
