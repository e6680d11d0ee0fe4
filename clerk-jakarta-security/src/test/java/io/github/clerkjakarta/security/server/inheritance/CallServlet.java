package io.github.clerkjakarta.security.server.inheritance;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/** Calls one method of one bean. */
@WebServlet("/call/*")
public class CallServlet extends HttpServlet {

  @Inject private Extending.ProtectedBean protectedBean;
  @Inject private Extending.AdminsBean adminsBean;
  @Inject private Extending.NobodysBean nobodysBean;
  @Inject private Extending.EverybodysBean everybodysBean;
  @Inject private Extending.PersonalBean personalBean;
  @Inject private Extending.OverridingBean overridingBean;
  @EJB private ProtectedEjb protectedEjb;
  @EJB private AdminsEjb adminsEjb;
  @EJB private NobodysEjb nobodysEjb;
  @EJB private EverybodysEjb everybodysEjb;
  @EJB private PersonalEjb personalEjb;
  @EJB private OverridingEjb overridingEjb;
  @EJB private MethodsEjb methodsEjb;
  @Inject private Implementing.Whole whole;
  @Inject private Implementing.MethodsBean methods;
  @EJB private Implementing.Near near;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(calls().get(request.getPathInfo().substring(1)).get());
  }

  private Map<String, Supplier<String>> calls() {
    return Map.ofEntries(
        Map.entry("bean/protected", protectedBean::read),
        Map.entry("bean/protected/own", protectedBean::own),
        Map.entry("bean/protected/open", protectedBean::open),
        Map.entry("bean/protected/package", protectedBean::ofPackage),
        Map.entry("bean/protected/heirs", protectedBean::ofHeirs),
        Map.entry("bean/admins", adminsBean::read),
        Map.entry("bean/nobodys", nobodysBean::read),
        Map.entry("bean/nobodys/open", nobodysBean::open),
        Map.entry("bean/everybodys", everybodysBean::read),
        Map.entry("bean/personal", personalBean::read),
        Map.entry("bean/overriding/roles", overridingBean::roles),
        Map.entry("bean/overriding/protect", overridingBean::read),
        Map.entry("ejb/protected", protectedEjb::read),
        Map.entry("ejb/admins", adminsEjb::read),
        Map.entry("ejb/nobodys", nobodysEjb::read),
        Map.entry("ejb/nobodys/open", nobodysEjb::open),
        Map.entry("ejb/everybodys", everybodysEjb::read),
        Map.entry("ejb/personal", personalEjb::read),
        Map.entry("ejb/overriding/roles", overridingEjb::roles),
        Map.entry("ejb/overriding/open", overridingEjb::read),
        Map.entry("ejb/methods/roles", methodsEjb::roles),
        Map.entry("interface", whole::read),
        Map.entry("interface/roles", () -> methods.roles("read")),
        Map.entry("interface/protect", () -> methods.read("read")),
        Map.entry("interface/default", methods::defaulted),
        Map.entry("interface/local", near::read));
  }
}
