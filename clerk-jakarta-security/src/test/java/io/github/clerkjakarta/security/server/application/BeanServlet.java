package io.github.clerkjakarta.security.server.application;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Calls a CDI bean that only an admin may call. */
@WebServlet("/bean")
public class BeanServlet extends HttpServlet {

  @Inject private InvoiceBean bean;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(bean.create());
  }
}
