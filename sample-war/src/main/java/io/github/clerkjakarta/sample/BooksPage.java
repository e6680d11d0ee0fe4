package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A JSP with Clerk's components, and a form that the EJB judges. */
@WebServlet("/books")
public final class BooksPage extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Invoices invoices;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.setAttribute("invoices", invoices.numbers());
    request.getRequestDispatcher("/WEB-INF/books.jsp").forward(request, response);
  }

  /** Creates an invoice, and shows them all. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    invoices.create(ClerkFilter.auth(request).userId().orElseThrow());
    response.sendRedirect(request.getContextPath() + "/books");
  }
}
