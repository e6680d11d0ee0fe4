package io.github.clerkjakarta.security.server.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** A plain bean, not an EJB. */
@ApplicationScoped
public class InvoiceBean {

  @RolesAllowed("org:admin")
  public String create() {
    return "created";
  }
}
