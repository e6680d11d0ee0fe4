package io.github.clerkjakarta.security.internal.rest;

import jakarta.ejb.EJBAccessException;

/** Answers when an enterprise bean has refused by a role that the container judges. */
public final class EnterpriseBeanDenial extends DenialMapper<EJBAccessException> {

  /** For the server. */
  public EnterpriseBeanDenial() {}
}
