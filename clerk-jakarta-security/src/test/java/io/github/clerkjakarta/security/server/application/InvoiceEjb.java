package io.github.clerkjakarta.security.server.application;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** Guards one method and answers about roles in another. */
@Stateless
@DeclareRoles("org:admin")
public class InvoiceEjb {

  @Resource private SessionContext context;

  @RolesAllowed("org:invoices:create")
  public String create() {
    return "created";
  }

  @PermitAll
  public boolean isAdmin() {
    return context.isCallerInRole("org:admin");
  }

  @PermitAll
  public String callerName() {
    return Callers.name(context.getCallerPrincipal());
  }
}
