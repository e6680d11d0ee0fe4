package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/** Buttons that call what annotations protect; the answer appears below them. */
@WebServlet("/annotations")
public final class AnnotationsPage extends Page {

  @Override
  String title(HttpServletRequest request) {
    return "Protected by annotation";
  }

  @Override
  String content(HttpServletRequest request) {
    return """
        <p>What you may do is decided by your role and your permissions in the active
        organization.</p>
        <section>
        <h2>Try it</h2>
        <p>
        <button id="create" data-method="POST" data-path="%1$s/api/invoices">Create an invoice</button>
        <button id="list" data-method="GET" data-path="%1$s/api/invoices">List invoices</button>
        <button id="total" data-method="GET" data-path="%1$s/api/invoices/total">Total</button>
        </p>
        <output id="answer">Nothing called yet.</output>
        </section>
        <script src="%1$s/annotations.js" nonce="%2$s"></script>
        """
        .formatted(
            EscapedText.escape(request.getContextPath()), ClerkFilter.nonce(request).orElse(""));
  }
}
