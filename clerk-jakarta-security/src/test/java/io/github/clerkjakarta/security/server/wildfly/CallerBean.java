package io.github.clerkjakarta.security.server.wildfly;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** Says who calls it. */
@Stateless
@PermitAll
public class CallerBean {

  @Resource private SessionContext context;

  /** The name that the EJB container knows. */
  public String caller() {
    return context.getCallerPrincipal().getName();
  }
}
