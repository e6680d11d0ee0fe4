package io.github.clerkjakarta.security.server.asking;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Inject;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Names the beans and filters that clerk-jakarta-security has brought, and calls a bean. */
@WebServlet("/surroundings")
public class SurroundingsServlet extends HttpServlet {

  private static final String OURS = "io.github.clerkjakarta.security.internal.";

  @Inject private BeanManager beans;
  @Inject private Ledger ledger;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(Bean::getBeanClass)
        .filter(type -> !Extension.class.isAssignableFrom(type))
        .map(Class::getName)
        .filter(name -> name.startsWith(OURS))
        .forEach(name -> print(response, "bean=" + name));
    request.getServletContext().getFilterRegistrations().values().stream()
        .map(FilterRegistration::getClassName)
        .filter(name -> name.startsWith(OURS))
        .forEach(name -> print(response, "filter=" + name));
    print(response, "ledger=" + ledger.write());
  }

  private static void print(HttpServletResponse response, String line) {
    try {
      response.getWriter().println(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
