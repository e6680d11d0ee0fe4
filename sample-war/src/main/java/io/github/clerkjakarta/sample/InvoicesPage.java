package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/** For those who may create invoices in their active organization; web.xml says so. */
@WebServlet("/invoices")
public final class InvoicesPage extends Page {

  @Override
  String title(HttpServletRequest request) {
    return "Invoices";
  }

  @Override
  String content(HttpServletRequest request) {
    String organization = ClerkFilter.auth(request).orgSlug().orElse("your organization");
    return """
        <p>You see this page because you may create invoices for %s.</p>
        <section>
        <h2>Open</h2>
        <table>
        <tr><th>Number</th><th>For</th><th>Amount</th></tr>
        <tr><td>2026-017</td><td>Analytical engine, first part</td><td>€ 1,200.00</td></tr>
        <tr><td>2026-018</td><td>Punched cards</td><td>€ 84.50</td></tr>
        </table>
        </section>
        """
        .formatted(EscapedText.escape(organization));
  }
}
