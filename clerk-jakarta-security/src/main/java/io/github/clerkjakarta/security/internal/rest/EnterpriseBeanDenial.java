package io.github.clerkjakarta.security.internal.rest;

import jakarta.annotation.Priority;
import jakarta.ejb.EJBAccessException;

/** Answers when an enterprise bean has refused by a role that the container judges. */
@Priority(RestDenials.AFTER_THE_APPLICATION)
public final class EnterpriseBeanDenial extends DenialMapper<EJBAccessException> {

  /** For the server. */
  public EnterpriseBeanDenial() {}
}
