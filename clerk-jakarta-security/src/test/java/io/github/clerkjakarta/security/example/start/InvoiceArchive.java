package io.github.clerkjakarta.security.example.start;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@ApplicationScoped
@RolesAllowed("org:invoices:create")
public class InvoiceArchive {

  private final List<String> invoices = new CopyOnWriteArrayList<>();

  public void add(String invoice) {
    invoices.add(invoice);
  }

  @RolesAllowed("org:admin")
  public void clear() {
    invoices.clear();
  }
}
